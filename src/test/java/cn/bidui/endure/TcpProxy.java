package cn.bidui.endure;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server and can cut, hold up and refuse their connections. */
final class TcpProxy implements Closeable {

  private final ServerSocket door;
  private final int server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;
  private volatile boolean stalling;

  private TcpProxy(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  static TcpProxy to(int server) throws IOException {
    TcpProxy proxy =
        new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    daemon(proxy::accept);
    return proxy;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Closes what is open; new connections are taken. */
  void cut() {
    open.forEach(TcpProxy::close);
    open.clear();
  }

  /** While true, closes every new connection at once. */
  void refuse(boolean on) {
    refusing = on;
    cut();
  }

  /** While true, bytes stop where they are, and nobody is told. */
  void stall(boolean on) {
    stalling = on;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (refusing) {
          close(client);
          continue;
        }
        Socket other = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(client);
        open.add(other);
        daemon(() -> pump(client, other));
        daemon(() -> pump(other, client));
      } catch (IOException gone) {
        // The door was closed, or the server is down: the client is told by its closed socket.
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 14];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        while (stalling) {
          Thread.sleep(20);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException gone) {
      // One side has closed: try closes the other.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      // Reset, as a cable that is cut or a server that is gone does it.
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      // It was closed already.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}

package cn.bidui.notify;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on the loopback that takes what it is told, or hangs up where a test wants it. */
final class FakeMailServer implements Closeable {

  /** Where it hangs up without an answer. */
  enum HangUp {
    NEVER,
    AT_GREETING,
    /** It has the letter and does not say so. */
    AFTER_LETTER
  }

  private final ServerSocket socket;
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private volatile HangUp hangUp = HangUp.NEVER;
  private volatile String refusing = "";

  FakeMailServer() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake mail server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  List<String> letters() {
    return letters;
  }

  void hangsUp(HangUp where) {
    hangUp = where;
  }

  /** Answers the command that begins so with a refusal. */
  void refuses(String command) {
    refusing = command;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException closed) {
        // The test is over, or the client has gone.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
    if (hangUp == HangUp.AT_GREETING) {
      return;
    }
    say(out, "220 fake");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.toUpperCase(Locale.ROOT);
      if (!refusing.isEmpty() && command.startsWith(refusing)) {
        say(out, "550 no");
      } else if (command.startsWith("DATA")) {
        say(out, "354 go on");
        letters.add(letter(in));
        if (hangUp == HangUp.AFTER_LETTER) {
          return;
        }
        say(out, "250 taken");
      } else if (command.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 fine");
      }
    }
  }

  private static String letter(BufferedReader in) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    return letter.toString();
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

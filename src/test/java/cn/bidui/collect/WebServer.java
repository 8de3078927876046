package cn.bidui.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A web server of this machine, on a port that was free; it answers as each test says. */
public final class WebServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  /** What a client said. */
  public record Asked(String path, Map<String, List<String>> headers) {

    /** The header's first value; blank if it was not sent. */
    public String header(String name) {
      List<String> values = headers.getOrDefault(name, List.of());
      return values.isEmpty() ? "" : values.get(0);
    }
  }

  private WebServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** One that speaks HTTP. */
  public static WebServer start() throws IOException {
    return new WebServer(HttpServer.create(free(), 0));
  }

  /** One that speaks HTTPS. */
  public static WebServer start(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(free(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new WebServer(server);
  }

  private static InetSocketAddress free() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Answers so at {@code path}. */
  public WebServer at(String path, HttpHandler page) {
    pages.put(path, page);
    return this;
  }

  /** Gives a file at {@code path}, with these headers. */
  public WebServer gives(String path, byte[] content, String... headers) {
    return at(path, exchange -> send(exchange, 200, content, headers));
  }

  /** Sends an answer. */
  public static void send(HttpExchange exchange, int status, byte[] content, String... headers)
      throws IOException {
    for (int each = 0; each < headers.length; each += 2) {
      exchange.getResponseHeaders().set(headers[each], headers[each + 1]);
    }
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  /** Sends a byte now and then, and never comes to an end. */
  public static HttpHandler trickle() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1_000_000);
      try {
        for (int sent = 0; sent < 1_000; sent++) {
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          TimeUnit.MILLISECONDS.sleep(100);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } finally {
        exchange.close();
      }
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    synchronized (asked) {
      asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders())));
    }
    @Nullable HttpHandler page = pages.get(path);
    if (page == null) {
      send(exchange, 404, new byte[0]);
    } else {
      page.handle(exchange);
    }
  }

  /** What was asked so far. */
  public List<Asked> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /** {@code host:port}. */
  public String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** The address of {@code path} over HTTP. */
  public String url(String path) {
    return "http://" + host() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

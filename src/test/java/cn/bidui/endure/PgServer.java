package cn.bidui.endure;

import cn.bidui.store.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL server of our own, which can be killed like any process and started again. */
final class PgServer {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Path bin;
  private final Path data;
  private final int port;

  private PgServer(Path bin, Path data, int port) {
    this.bin = bin;
    this.data = data;
    this.port = port;
  }

  /** A new one, started. */
  static PgServer started() throws IOException, InterruptedException {
    // This unpacks the server's programs.
    TestPostgres.freshDatabase();
    Path data = Files.createTempDirectory(Path.of("target", "postgres"), "killed-");
    PgServer server = new PgServer(bin(), data.toAbsolutePath(), freePort());
    server.command(server.bin.resolve("initdb"), "-A", "trust", "-U", "postgres", "-E", "UTF-8");
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::killQuietly));
    return server;
  }

  private static Path bin() throws IOException {
    try (Stream<Path> found = Files.list(Path.of("target", "postgres"))) {
      return found
          .map(path -> path.resolve("bin").toAbsolutePath())
          .filter(path -> Files.isExecutable(path.resolve("pg_ctl")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** The address of a new, empty database behind {@code port}, with {@code options} after a ?. */
  String freshDatabase(int through, String options) throws SQLException {
    String name = "endured_" + NUMBER.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(url(port, "postgres"), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return url(through, name) + options;
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Starts it; what a kill has left running of it may hold it up for a moment. */
  void start() throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        command(
            bin.resolve("pg_ctl"),
            "-w",
            "-o",
            // A killed server loses nothing that it wrote; without -F it would sync the files of
            // all trials before it can be asked again.
            "-F -p " + port + " -h 127.0.0.1 -k ''",
            "-l",
            data + ".log",
            "start");
        return;
      } catch (IOException refused) {
        if (attempt == 20) {
          throw refused;
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  }

  /** {@code kill -9} for the postmaster; its children notice and end. */
  void kill() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private void killQuietly() {
    try {
      kill();
    } catch (IOException gone) {
      // It is down already.
    }
  }

  /** Servers do not run for root; in a user namespace of its own nobody is root. */
  private void command(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      line.addAll(List.of("unshare", "-U"));
    }
    line.addAll(List.of(program.toString(), "-D", data.toString()));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(program.getFileName() + " failed");
    }
  }
}

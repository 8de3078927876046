package cn.bidui.endure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A process that is given one command after another and so is warm, while calls of its own fail:
 * that costs a fraction of a process for each command. What it holds open of a folder after a
 * failure it may hold for good, so whoever sees a failure asks a process of its own again.
 */
final class Served implements AutoCloseable {

  /** What the library reads. */
  private static final int CONTROL_BYTES = 8192;

  private static @Nullable Served shared;

  private final Path folder;
  private final Process process;
  private final DataOutputStream asks;
  private final DataInputStream answers;
  private int trial;

  private Served() throws IOException {
    folder = Files.createTempDirectory(Program.folder(), "served-");
    Files.write(control(), new byte[CONTROL_BYTES]);
    Map<String, String> variables = new TreeMap<>(Faults.controlled(control()));
    process = Program.serve(Served.class, folder.resolve("said.txt"), variables);
    asks = new DataOutputStream(process.getOutputStream());
    answers = new DataInputStream(process.getInputStream());
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** The one of this process. */
  static synchronized Served shared() throws IOException {
    if (shared == null) {
      shared = new Served();
    }
    return shared;
  }

  private Path control() {
    return folder.resolve("control");
  }

  /**
   * Gives a command while {@code faults} happen in {@code home}.
   *
   * @throws IOException if the process ends with it, or hangs
   */
  Program.Ended run(Faults faults, Path home, List<String> line) throws IOException {
    long began = System.nanoTime();
    Map<String, String> settings = new TreeMap<>(faults.in(home));
    settings.put("ENDURE_TRIAL", Integer.toString(++trial));
    tell(settings);
    asks.writeInt(line.size());
    for (String word : line) {
      asks.writeUTF(word);
    }
    asks.flush();
    Timer hangs = new Timer(true);
    hangs.schedule(
        new TimerTask() {
          @Override
          public void run() {
            process.destroyForcibly();
          }
        },
        Program.HANGS.toMillis());
    int exit;
    String said;
    try {
      exit = answers.readInt();
      said = new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
    } finally {
      hangs.cancel();
    }
    tell(Map.of());
    return new Program.Ended(exit, said, (System.nanoTime() - began) / 1_000_000);
  }

  private void tell(Map<String, String> settings) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(CONTROL_BYTES);
    settings.forEach(
        (name, value) -> bytes.put((name + "=" + value + "\0").getBytes(StandardCharsets.UTF_8)));
    try (FileChannel file = FileChannel.open(control(), StandardOpenOption.WRITE)) {
      file.write(bytes.clear(), 0);
    }
  }

  /** Ends it; the next one begins anew. */
  @Override
  public void close() throws IOException {
    synchronized (Served.class) {
      shared = null;
    }
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Folders.delete(folder);
  }

  /** Serves until nobody asks any more. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream asked = new DataInputStream(System.in);
    DataOutputStream answers = new DataOutputStream(System.out);
    try {
      while (true) {
        List<String> line = new ArrayList<>();
        for (int left = asked.readInt(); left > 0; left--) {
          line.add(asked.readUTF());
        }
        Desk.Said said = Desk.bidui(line.toArray(String[]::new));
        byte[] words = said.words().getBytes(StandardCharsets.UTF_8);
        answers.writeInt(said.exit());
        answers.writeInt(words.length);
        answers.write(words);
        answers.flush();
      }
    } catch (EOFException over) {
      // Who asked is gone.
    }
  }
}

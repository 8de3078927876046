package cn.bidui.report.links;

import cn.bidui.link.frame.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * A file of many lines that several threads put together in parts. Where a part begins is known
 * once the one before it is made, and then each thread writes its own there: the bytes are the same
 * on any number of threads, and no more of them are in memory than a part for each.
 */
final class LineFile {

  /** Of so many lines each: some hundred thousand bytes, so that nobody waits long for the next. */
  static final int PART = 4_096;

  private final FileChannel file;
  private final int size;
  private final Lines lines;

  /** The position in the file of each part, and at last of the end. */
  private final List<CompletableFuture<Long>> starts;

  /** What nobody works with at the moment. */
  private final Queue<ByteLines> spare = new ConcurrentLinkedQueue<>();

  /** Puts lines {@code from} … {@code to - 1}. */
  @FunctionalInterface
  interface Lines {
    void put(int from, int to, ByteLines lines);
  }

  private LineFile(FileChannel file, int size, Lines lines) {
    this.file = file;
    this.size = size;
    this.lines = lines;
    starts = Stream.generate(CompletableFuture<Long>::new).limit(parts() + 1L).toList();
  }

  /** Writes a header, and {@code size} lines. */
  static void write(Path path, String header, int size, Lines lines) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      new LineFile(file, size, lines).write(header);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private void write(String header) throws IOException {
    ByteLines first = new ByteLines().text(ByteLines.bytes(header)).end();
    starts.get(0).complete((long) first.size());
    first.write(file, 0);
    spare.add(first);
    Spread.over(parts(), this::part);
  }

  private int parts() {
    return (size + PART - 1) / PART;
  }

  private void part(int part) {
    CompletableFuture<Long> next = starts.get(part + 1);
    try {
      ByteLines made = Objects.requireNonNullElseGet(spare.poll(), ByteLines::new);
      lines.put(part * PART, Math.min(size, (part + 1) * PART), made);
      // Parts are taken in their order, so that somebody is at work with the one before.
      long start = starts.get(part).join();
      next.complete(start + made.size());
      made.write(file, start);
      spare.add(made);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (RuntimeException | Error failure) {
      next.completeExceptionally(failure);
      throw failure;
    }
  }
}

package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.Problem.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text, read in parts by several threads. A part is taken to start behind a line break;
 * where that break turns out to stand within a quoted cell, the part is read again from its true
 * start, so that the threads change nothing.
 */
record TextTable(
    Path file, TextEncoding encoding, TableHead head, long likelyRows, IntakeLimits limits)
    implements Table {

  /** Bytes of a part, at most: enough that joining the parts costs nothing. */
  private static final long LARGEST_PART = 16L << 20;

  /** Less, and finding out where a part starts costs more than it saves. */
  private static final long SMALLEST_PART = 1L << 20;

  /** What one part is expected to have at most: a column of as many has a few megabytes. */
  private static final int MOST_OF_PART = 1 << 20;

  /** A file of some size is read in so many parts, for the last of them are not done at once. */
  private static final int PARTS = 16;

  @Override
  public List<String> header() {
    return head.names();
  }

  @Override
  public int headerRow() {
    return head.row();
  }

  @Override
  public boolean inParts() {
    return true;
  }

  @Override
  public int likelyRowsOfPart() {
    long bytes = Math.max(1, size());
    long part = encoding.charset().equals(StandardCharsets.UTF_8) ? partBytes() : bytes;
    return (int) Math.min(likelyRows * Math.min(part, bytes) / bytes, MOST_OF_PART);
  }

  @Override
  public <C extends Cells> Optional<FileProblem> read(
      int[] fields, Supplier<C> sinks, Consumer<Part<C>> taker) {
    return read(fields, sinks, taker, partBytes());
  }

  /** Told by the file alone, so that the number of processors changes nothing. */
  private long partBytes() {
    return Math.max(SMALLEST_PART, Math.min(size() / PARTS, LARGEST_PART));
  }

  private long size() {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  <C extends Cells> Optional<FileProblem> read(
      int[] fields, Supplier<C> sinks, Consumer<Part<C>> taker, long partBytes) {
    try {
      Joining<C> joining = new Joining<>(starts(partBytes), fields, sinks, taker);
      read(joining);
      return Optional.ofNullable(joining.problem);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Each thread takes the next part, so that none is done long before the others. */
  private <C extends Cells> void read(Joining<C> joining) {
    InOrder<PartReading<C>> order = new InOrder<>(joining::take);
    AtomicInteger next = new AtomicInteger();
    IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
        .parallel()
        .forEach(
            thread -> {
              for (int i = next.getAndIncrement(); joining.wants(i); i = next.getAndIncrement()) {
                order.put(i, joining.part(i));
              }
            });
  }

  /** Where the parts seem to start, and the end of all; other charsets are read in one part. */
  private long[] starts(long partBytes) throws IOException {
    if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
      return new long[] {0, Long.MAX_VALUE};
    }
    List<Long> starts = new ArrayList<>(List.of((long) encoding.mark()));
    try (FileChannel channel = FileChannel.open(file)) {
      for (long next = partBytes; next < channel.size(); next += partBytes) {
        long start = lineStart(channel, next);
        if (start > starts.get(starts.size() - 1)) {
          starts.add(start);
        }
      }
    }
    starts.add(Long.MAX_VALUE);
    return starts.stream().mapToLong(Long::longValue).toArray();
  }

  private static long lineStart(FileChannel channel, long from) throws IOException {
    InputStream in = Channels.newInputStream(channel.position(from));
    byte[] block = new byte[1 << 16];
    long passed = from;
    for (int read = in.read(block); read > 0; read = in.read(block)) {
      for (int i = 0; i < read; i++) {
        if (block[i] == '\n') {
          return passed + i + 1;
        }
      }
      passed += read;
    }
    return passed;
  }

  /** What one thread read of a part, and where it ended. */
  private record PartReading<C extends Cells>(
      C cells, long end, int lines, @Nullable Refusal refusal) {}

  private <C extends Cells> PartReading<C> part(
      long start, long end, int headerLine, int[] fields, Supplier<C> sinks) {
    C cells = sinks.get();
    try (InputStream in = open(start)) {
      DelimitedBytes bytes =
          new DelimitedBytes(in, head, Arrays.copyOf(fields, used(fields)), limits, cells);
      @Nullable Refusal refusal = null;
      try {
        bytes.read(start, end, headerLine);
      } catch (Refusal found) {
        refusal = found;
      }
      return new PartReading<>(cells, bytes.position(), bytes.lines(), refusal);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Columns up to the last that is wanted. */
  private static int used(int[] fields) {
    int used = fields.length;
    while (used > 0 && fields[used - 1] < 0) {
      used--;
    }
    return used;
  }

  private InputStream open(long start) throws IOException {
    if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
      return new Transcoded(encoding.reader(Content.of(file)));
    }
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(start);
    return in;
  }

  /**
   * Joins the parts in their order, reading those again that did not start where they seemed to.
   */
  private final class Joining<C extends Cells> {

    private final long[] starts;
    private final int[] fields;
    private final Supplier<C> sinks;
    private final Consumer<Part<C>> taker;
    private int taken;
    private int lines;
    private long at;
    private volatile @Nullable FileProblem problem;

    Joining(long[] starts, int[] fields, Supplier<C> sinks, Consumer<Part<C>> taker) {
      this.starts = starts;
      this.fields = fields;
      this.sinks = sinks;
      this.taker = taker;
      at = starts[0];
    }

    /** Whether there is such a part, and the file has not been refused. */
    boolean wants(int part) {
      return part < starts.length - 1 && problem == null;
    }

    PartReading<C> part(int i) {
      return TextTable.this.part(starts[i], starts[i + 1], i == 0 ? head.row() : 0, fields, sinks);
    }

    void take(PartReading<C> seeming) {
      if (!wants(taken)) {
        return;
      }
      PartReading<C> reading =
          starts[taken] == at
              ? seeming
              : TextTable.this.part(at, starts[taken + 1], 0, fields, sinks);
      taken++;
      if (reading.refusal() != null) {
        problem = refused(reading.refusal(), lines + reading.lines() + 1);
        return;
      }
      taker.accept(new Part<>(reading.cells(), lines));
      lines += reading.lines();
      at = reading.end();
    }
  }

  private FileProblem refused(Refusal refusal, int line) {
    return refusal.at("", line, -1).problem(String.valueOf(file.getFileName()));
  }
}

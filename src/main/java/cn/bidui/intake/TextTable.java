package cn.bidui.intake;

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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text, read in parts by several threads. A part is taken to start behind a line break;
 * where that break turns out to stand within a quoted cell, the part is read again from its true
 * start, so that the threads change nothing.
 */
record TextTable(Path file, TextEncoding encoding, TableHead head, IntakeLimits limits)
    implements Table {

  /** Bytes of a part; enough that joining the parts costs nothing. */
  private static final long PART = 32L << 20;

  @Override
  public List<String> header() {
    return head.names();
  }

  @Override
  public int headerRow() {
    return head.row();
  }

  @Override
  public <C extends Cells> Rows<C> read(int[] fields, Supplier<C> sinks) {
    return read(fields, sinks, PART);
  }

  <C extends Cells> Rows<C> read(int[] fields, Supplier<C> sinks, long partBytes) {
    try {
      long[] starts = starts(partBytes);
      List<PartReading<C>> readings = readings(starts, fields, sinks);
      return joined(readings, starts, fields, sinks);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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

  private <C extends Cells> List<PartReading<C>> readings(
      long[] starts, int[] fields, Supplier<C> sinks) {
    return IntStream.range(0, starts.length - 1)
        .parallel()
        .mapToObj(i -> part(starts[i], starts[i + 1], i == 0 ? head.row() : 0, fields, sinks))
        .toList();
  }

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
      return new Transcoded(encoding.reader(file));
    }
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(start);
    return in;
  }

  private <C extends Cells> Rows<C> joined(
      List<PartReading<C>> readings, long[] starts, int[] fields, Supplier<C> sinks) {
    List<Part<C>> parts = new ArrayList<>();
    int lines = 0;
    long at = starts[0];
    for (int i = 0; i < readings.size(); i++) {
      PartReading<C> reading = readings.get(i);
      if (starts[i] != at) {
        reading = part(at, starts[i + 1], 0, fields, sinks);
      }
      if (reading.refusal() != null) {
        return refused(reading.refusal(), lines + reading.lines() + 1);
      }
      parts.add(new Part<>(reading.cells(), lines));
      lines += reading.lines();
      at = reading.end();
    }
    return new Rows<>(parts, Optional.empty());
  }

  private <C extends Cells> Rows<C> refused(Refusal refusal, int line) {
    String name = String.valueOf(file.getFileName());
    return new Rows<>(List.of(), Optional.of(refusal.at("", line, -1).problem(name)));
  }
}

package cn.bidui.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.util.TempFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes a zip container again so that equal content gives equal bytes: entries in one order, all
 * of them as old as the as-of date.
 */
public final class StillZip {

  /** Readers look for this one first. */
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private static final Comparator<ZipEntry> ORDER =
      Comparator.comparing((ZipEntry entry) -> !entry.getName().equals(CONTENT_TYPES))
          .thenComparing(ZipEntry::getName);

  private StillZip() {}

  /** Packs a document into a stream, as its library does. */
  @FunctionalInterface
  public interface Packing {
    void write(OutputStream out) throws IOException;
  }

  /** What a library wrote, packed again into {@code target}, which must not exist yet. */
  public static void save(Packing packing, LocalDate asOf, Path target) throws IOException {
    Path container = TempFile.createTempFile("container", ".zip").toPath();
    pack(packing, Files.newOutputStream(container));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      write(container, asOf, out);
    }
    Files.delete(container);
  }

  /** POI tells of a disk that is full by an exception of its own that does not say so. */
  static void pack(Packing packing, OutputStream disk) throws IOException {
    try (Remembering out = new Remembering(disk)) {
      try {
        packing.write(out);
      } catch (RuntimeException unclear) {
        if (out.failure != null) {
          throw out.failure;
        }
        throw unclear;
      }
    }
  }

  /** Remembers why nothing could be written. */
  private static final class Remembering extends BufferedOutputStream {

    private @Nullable IOException failure;

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public synchronized void write(int one) throws IOException {
      try {
        super.write(one);
      } catch (IOException failed) {
        throw remembered(failed);
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        super.write(bytes, offset, length);
      } catch (IOException failed) {
        throw remembered(failed);
      }
    }

    @Override
    public synchronized void flush() throws IOException {
      try {
        super.flush();
      } catch (IOException failed) {
        throw remembered(failed);
      }
    }

    private IOException remembered(IOException failed) {
      failure = failed;
      return failed;
    }
  }

  /** Copies {@code container} to {@code out}, and closes it. */
  public static void write(Path container, LocalDate asOf, OutputStream out) throws IOException {
    try (ZipFile from = new ZipFile(container.toFile());
        ZipOutputStream to = new ZipOutputStream(out)) {
      List<? extends ZipEntry> entries = from.stream().sorted(ORDER).toList();
      for (ZipEntry entry : entries) {
        try (InputStream content = from.getInputStream(entry)) {
          to.putNextEntry(still(entry.getName(), asOf));
          content.transferTo(to);
          to.closeEntry();
        }
      }
    }
  }

  /** As {@link #write(Path, LocalDate, OutputStream)}, for a container that is in memory. */
  public static void write(byte[] container, LocalDate asOf, OutputStream out) throws IOException {
    SortedMap<ZipEntry, byte[]> parts = new TreeMap<>(ORDER);
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(container))) {
      for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
        parts.put(part, from.readAllBytes());
      }
    }
    try (ZipOutputStream to = new ZipOutputStream(out)) {
      for (Map.Entry<ZipEntry, byte[]> part : parts.entrySet()) {
        to.putNextEntry(still(part.getKey().getName(), asOf));
        to.write(part.getValue());
        to.closeEntry();
      }
    }
  }

  /** A local time has no zone and needs no extra field: the same bytes on every machine. */
  private static ZipEntry still(String name, LocalDate asOf) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time(asOf));
    return entry;
  }

  /** The container's calendar starts in 1980. */
  private static LocalDateTime time(LocalDate asOf) {
    LocalDate first = LocalDate.of(1980, 1, 1);
    return (asOf.isBefore(first) ? first : asOf).atStartOfDay();
  }
}

package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes what a backup holds into one sealed stream, while others may work. The journal comes first
 * and ends at a line that was there when it began; archived files are never changed and were there
 * before the line that names them; the ring of their keys comes after them. So nothing that the
 * lines count on is missing.
 */
final class BackupWriter {

  /** The last entry: what the others must be. */
  static final String MANIFEST = "MANIFEST";

  /** Names archived files that were damaged, one digest a line; only there if there are any. */
  static final String DAMAGED = "DAMAGED";

  /** Folders and files beside journal and archive that cannot be made again from those. */
  private static final List<String> BESIDE =
      List.of("keys", "bidui.yml", "jobs", "reports/latest.txt", "reports/periods");

  private final Path home;
  private final Head head;
  private final LastNight last;
  private final IntactBlob archive;
  private final SortedSet<String> damaged;
  private final SortedMap<String, String> manifest = new TreeMap<>();

  /** Asks the archive whether the content of a digest is as it was put. */
  @FunctionalInterface
  interface IntactBlob {
    boolean intact(String sha256) throws IOException;
  }

  /** For the work folder {@code home} up to {@code head}, before which {@code last} is. */
  BackupWriter(
      Path home, Head head, LastNight last, IntactBlob archive, SortedSet<String> damaged) {
    this.home = home;
    this.head = head;
    this.last = last;
    this.archive = archive;
    this.damaged = damaged;
  }

  /** Writes {@code line} in clear and everything else sealed with {@code key}. */
  void write(OutputStream out, byte[] line, byte[] key) throws IOException {
    out.write(line);
    try (ZipOutputStream zip =
        new ZipOutputStream(
            new BufferedOutputStream(
                SealedStream.sealing(new StayOpen(out), key, line), 1 << 16))) {
      journal(zip);
      // Taken files are compressed or sealed as they are.
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files("archive")) {
        blob(zip, file);
      }
      zip.setLevel(Deflater.BEST_SPEED);
      beside(zip);
      if (!damaged.isEmpty()) {
        byte[] lines = (String.join("\n", damaged) + "\n").getBytes(StandardCharsets.UTF_8);
        entry(zip, DAMAGED, to -> to.write(lines));
      }
      String listed = text(manifest);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(listed.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private void beside(ZipOutputStream zip) throws IOException {
    for (String beside : BESIDE) {
      for (Path file : files(beside)) {
        entry(zip, name(file), to -> Files.copy(file, to));
      }
    }
    Optional<byte[]> told = last.told(home);
    if (told.isPresent()) {
      entry(zip, last.name(), to -> to.write(told.get()));
    }
  }

  static String text(SortedMap<String, String> manifest) {
    StringBuilder text = new StringBuilder();
    manifest.forEach((name, digest) -> text.append(digest).append(' ').append(name).append('\n'));
    return text.toString();
  }

  private void journal(ZipOutputStream zip) throws IOException {
    zip.setLevel(Deflater.BEST_SPEED);
    long[] left = {head.seq()};
    for (Path segment : JournalFiles.segments(JournalFiles.folder(home))) {
      if (left[0] > 0) {
        entry(zip, name(segment), to -> left[0] -= lines(segment, left[0], to));
      }
    }
  }

  /** Copies at most so many lines; tells how many. */
  private static long lines(Path segment, long most, OutputStream to) throws IOException {
    long copied = 0;
    try (RawLines lines = new RawLines(segment)) {
      while (copied < most && lines.next()) {
        to.write(lines.bytes());
        to.write('\n');
        copied++;
      }
    }
    return copied;
  }

  /** A blob that lies there in clear has its digest for a name; of another the archive is asked. */
  private void blob(ZipOutputStream zip, Path file) throws IOException {
    String name = name(file);
    String digest = name.substring("archive/".length()).replace("/", "");
    try (InputStream in = Files.newInputStream(file)) {
      entry(zip, name, in::transferTo);
    } catch (NoSuchFileException gone) {
      // Deleted between listing and reading, because its time was over.
      return;
    }
    if (damaged.contains(digest)) {
      return;
    }
    if (!digest.equals(manifest.get(name)) && !archive.intact(digest) && Files.exists(file)) {
      throw new DamagedBlobException(digest);
    }
  }

  /** Writes an entry's content. */
  @FunctionalInterface
  private interface Body {
    void to(OutputStream out) throws IOException;
  }

  private void entry(ZipOutputStream zip, String name, Body body) throws IOException {
    MessageDigest digest = Sha256.digest();
    zip.putNextEntry(new ZipEntry(name));
    body.to(new DigestOutputStream(new StayOpen(zip), digest));
    zip.closeEntry();
    manifest.put(name, Sha256.hex(digest));
  }

  /** In canonical order; unfinished ones begin with a dot. */
  private List<Path> files(String below) throws IOException {
    Path start = home.resolve(below);
    if (!Files.exists(start)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(start)) {
      return walk.filter(file -> Files.isRegularFile(file) && !hidden(file)).sorted().toList();
    }
  }

  private boolean hidden(Path file) {
    for (Path part : home.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private String name(Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }

  /** Passes whole blocks on and leaves closing to whoever opened it. */
  private static final class StayOpen extends FilterOutputStream {

    StayOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

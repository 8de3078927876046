package cn.bidui.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file of the embedded database, {@code data/bidui.mv.db}. */
public final class EmbeddedFile {

  private static final String NAME = "bidui.mv.db";
  private static final Pattern DAMAGED = Pattern.compile("bidui\\.mv\\.db\\.damaged-(\\d{1,9})");

  /** Damaged ones are of use only to whoever looks for the cause. */
  private static final int KEPT = 2;

  private static final List<String> BESIDE =
      List.of("bidui.trace.db", "bidui.lock.db", "bidui.mv.db.tempFile");

  private final Path data;

  private EmbeddedFile(Path data) {
    this.data = data;
  }

  /** That of the work folder {@code home}. */
  public static EmbeddedFile of(Path home) {
    return new EmbeddedFile(home.resolve("data"));
  }

  /**
   * Sets it aside as {@code bidui.mv.db.damaged-<n>}, readable by its owner only, and whatever the
   * database has laid beside it away; of those set aside the last two stay. The next opening makes
   * an empty one. Nobody may have it open.
   *
   * @return where it is now
   */
  public Path setAside() throws IOException {
    List<Path> before = damaged();
    long last = before.isEmpty() ? 0 : number(before.get(before.size() - 1));
    Path aside = data.resolve(NAME + ".damaged-" + (last + 1));
    if (Files.exists(aside)) {
      throw new FileAlreadyExistsException(aside.toString());
    }
    Path file = data.resolve(NAME);
    if (Files.isRegularFile(file)) {
      protect(file);
    }
    if (Files.exists(file)) {
      Files.move(file, aside);
    }
    for (String beside : BESIDE) {
      Files.deleteIfExists(data.resolve(beside));
    }
    forget();
    return aside;
  }

  /** Deletes it, and whatever the database has laid beside it; tells whether it was there. */
  boolean remove() throws IOException {
    boolean there = Files.deleteIfExists(data.resolve(NAME));
    for (String beside : BESIDE) {
      Files.deleteIfExists(data.resolve(beside));
    }
    return there;
  }

  private void forget() throws IOException {
    List<Path> all = damaged();
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      // It may be a folder that somebody gave the database's name: what is in it is not ours.
      if (Files.isRegularFile(old)) {
        Files.delete(old);
      }
    }
  }

  private List<Path> damaged() throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      List<Path> found = new ArrayList<>(files.filter(file -> number(file) > 0).toList());
      found.sort(Comparator.comparingLong(EmbeddedFile::number));
      return found;
    }
  }

  private static long number(Path file) {
    Matcher name = DAMAGED.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  private static void protect(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}

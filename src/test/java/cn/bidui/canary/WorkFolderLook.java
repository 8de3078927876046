package cn.bidui.canary;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Searches work folders for people who stand where nobody asked for them. What has not changed
 * since the last look is not read again.
 */
final class WorkFolderLook {

  /**
   * Where nobody may be named: logs, the journal, the database with what Spring Batch notes,
   * messages that leave the house, the first page, and tables for programs but the two that are
   * about persons.
   */
  private static final Pattern NOBODY =
      Pattern.compile(
          "(logs|journal|data|notices|outbox)/.*"
              + "|(reports|what-if)/(latest\\.txt|[^/]+/(index\\.html|data/(?!findings|entitlements).*))");

  /** Published workbooks, in which somebody has to act on names. */
  private static final Pattern BOOK = Pattern.compile("(reports|what-if)/.*\\.(xlsx|docx)");

  /** Below a test's own folder; kept ones lie in a folder for each test. */
  private static final int DEEPEST = 5;

  private static final int MOST_BYTES = 64 << 20;

  private final Canaries canaries;
  private final Map<Path, String> seen = new HashMap<>();

  WorkFolderLook(Canaries canaries) {
    this.canaries = canaries;
  }

  /** What stands in the work folders at or below {@code top}: place and kind, never who. */
  List<String> leaks(Path top) throws IOException {
    List<String> leaks = new ArrayList<>();
    for (Path home : homes(top)) {
      look(home, leaks);
    }
    return leaks;
  }

  private static List<Path> homes(Path top) throws IOException {
    List<Path> homes = new ArrayList<>();
    Files.walkFileTree(
        top,
        Set.of(),
        DEEPEST,
        new Tolerant() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (Files.isDirectory(folder.resolve("journal"))) {
              homes.add(folder);
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return homes;
  }

  private void look(Path home, List<String> leaks) throws IOException {
    Files.walkFileTree(
        home,
        new Tolerant() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = home.relativize(file).toString().replace('\\', '/');
            boolean book = BOOK.matcher(name).matches();
            if (attributes.isRegularFile()
                && (book || NOBODY.matcher(name).matches())
                && changed(file, attributes)) {
              leak(book ? Parts.besideTheRows(file, canaries) : found(file), name, leaks);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void leak(Optional<Canaries.Found> found, String name, List<String> leaks) {
    found.ifPresent(each -> leaks.add(name + ": " + each.kind() + " at " + each.at()));
  }

  private boolean changed(Path file, BasicFileAttributes attributes) {
    String now = attributes.size() + " " + attributes.lastModifiedTime();
    return attributes.size() <= MOST_BYTES && !now.equals(seen.put(file, now));
  }

  private Optional<Canaries.Found> found(Path file) throws IOException {
    try {
      return canaries.in(Files.readAllBytes(file));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /**
   * Tests take rights away and processes go on writing: what cannot be looked at is passed over.
   */
  private static class Tolerant extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}

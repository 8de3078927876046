package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a folder that appears whole or not at all (发布).
 *
 * <p>In this order: {@link #stage} gives an empty folder to write into; {@link #seal} syncs it and
 * lists what is in it; the caller journals {@link Published}, and from then on the night counts;
 * {@link #swap} gives the folder its name. After a crash {@link #recover} finishes the swap of a
 * night that was journaled and removes what was staged for one that was not.
 *
 * <p>Whoever resumes a run resumes it under its number, while a process that slept through losing
 * the work folder may wake and go on writing. So each holder of the lease stages in a folder of its
 * own, and only files that the journal lists ever get a night's name.
 */
public final class Publication {

  /** Earlier versions staged without an epoch. */
  private static final Pattern STAGED =
      Pattern.compile("\\.staging-(\\d{4}-\\d\\d-\\d\\d)-(.+?)(?:\\.e\\d+)?");

  private static final Pattern REPLACED = Pattern.compile("\\.old-(\\d{4}-\\d\\d-\\d\\d)-(.+)");

  private final Path reports;

  private Publication(Path reports) {
    this.reports = reports;
  }

  /** Publishes under {@code reports}, for instance {@code <home>/reports}. */
  public static Publication under(Path reports) {
    return new Publication(reports);
  }

  /** The folder of a published night. */
  public Path folder(LocalDate asOf) {
    return reports.resolve(asOf.toString());
  }

  /** Where the files of a journaled night are: a crash may have come before they got their name. */
  public Path whereItLies(Published night) throws IOException {
    for (Named staged : named(STAGED)) {
      if (staged.isOf(night) && isToBeSwapped(staged, night)) {
        return staged.folder();
      }
    }
    return folder(night.asOf());
  }

  /** An empty folder on the same disk, for everything that the night publishes. */
  public Path stage(LocalDate asOf, String runId, Lease lease) throws IOException {
    Durably.makeFolder(reports);
    Path staged = staged(asOf, runId, lease);
    delete(staged);
    return Files.createDirectory(staged);
  }

  /**
   * Removes what was staged if nobody will ever come to it, since somebody else has taken over.
   *
   * @throws LeaseLostException if so
   */
  public void giveUpIfLate(LocalDate asOf, String runId, Lease lease) throws IOException {
    try {
      lease.check();
    } catch (LeaseLostException late) {
      delete(staged(asOf, runId, lease));
      throw late;
    }
  }

  /** Syncs all files and folders of a staged night; path with {@code /} → digest. */
  public SortedMap<String, String> seal(LocalDate asOf, String runId, Lease lease)
      throws IOException {
    Path staged = staged(asOf, runId, lease);
    TreeMap<String, String> manifest = new TreeMap<>();
    Files.walkFileTree(
        staged,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Durably.syncFile(file);
            manifest.put(name(staged, file), Sha256.hex(Content.of(file)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Durably.syncFolder(folder);
            return super.postVisitDirectory(folder, failure);
          }
        });
    Durably.syncFolder(reports);
    return manifest;
  }

  /**
   * Gives a sealed and journaled night its name; what had the name is replaced whole.
   *
   * @throws LeaseLostException if somebody else has taken the work folder since
   */
  public void swap(LocalDate asOf, String runId, Lease lease) throws IOException {
    lease.check();
    swap(new Named(staged(asOf, runId, lease), asOf, runId));
    pointToNewest();
  }

  /**
   * Brings the folder into the state that the journal demands. Call it at start, with the lease
   * held; doing it twice does no harm.
   */
  public void recover(JournalState journal, Lease lease) throws IOException {
    recover(night -> isToBeSwapped(journal, night), lease);
  }

  /**
   * The same for nights that the journal does not know, such as a what-if: whatever was not swapped
   * is dropped, and what it would have replaced stays.
   */
  public void abandon(Lease lease) throws IOException {
    recover(night -> false, lease);
  }

  /** A folder of a night, by its date and run. */
  private record Named(Path folder, LocalDate asOf, String runId) {

    boolean isOf(Published night) {
      return asOf.equals(night.asOf()) && runId.equals(night.runId());
    }
  }

  /** Which of the folders found after a crash get the name of their night. */
  @FunctionalInterface
  private interface Counts {
    boolean test(Named staged) throws IOException;
  }

  private boolean isToBeSwapped(JournalState journal, Named staged) throws IOException {
    Optional<Published> night = journal.publicationOf(staged.asOf()).filter(staged::isOf);
    return night.isPresent() && isToBeSwapped(staged, night.get());
  }

  private boolean isToBeSwapped(Named staged, Published night) throws IOException {
    return holds(staged.folder(), night.manifest())
        && !holds(folder(night.asOf()), night.manifest());
  }

  private static boolean holds(Path folder, SortedMap<String, String> manifest) throws IOException {
    for (Map.Entry<String, String> file : manifest.entrySet()) {
      Path there = folder.resolve(file.getKey());
      if (!Files.isRegularFile(there) || !Sha256.hex(Content.of(there)).equals(file.getValue())) {
        return false;
      }
    }
    return Files.isDirectory(folder);
  }

  private void recover(Counts counts, Lease lease) throws IOException {
    lease.check();
    for (Named night : named(STAGED)) {
      if (counts.test(night)) {
        swap(night);
      } else {
        delete(night.folder());
      }
    }
    for (Named night : named(REPLACED)) {
      if (Files.exists(folder(night.asOf()))) {
        delete(night.folder());
      } else {
        Durably.move(night.folder(), folder(night.asOf()));
        Durably.syncFolder(reports);
      }
    }
    pointToNewest();
  }

  private void swap(Named staged) throws IOException {
    Path target = folder(staged.asOf());
    Path old = reports.resolve(".old-" + staged.asOf() + "-" + staged.runId());
    if (Files.exists(target)) {
      delete(old);
      Durably.move(target, old);
    }
    Durably.move(staged.folder(), target);
    Durably.syncFolder(reports);
    delete(old);
  }

  private void pointToNewest() throws IOException {
    List<String> nights = names(Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    Path pointer = reports.resolve("latest.txt");
    if (!nights.isEmpty()) {
      String newest = nights.get(nights.size() - 1) + "\n";
      if (!Files.exists(pointer) || !Files.readString(pointer).equals(newest)) {
        Durably.replace(pointer, newest.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Path staged(LocalDate asOf, String runId, Lease lease) {
    return reports.resolve(".staging-" + asOf + "-" + runId + ".e" + lease.epoch());
  }

  private List<Named> named(Pattern pattern) throws IOException {
    List<Named> nights = new ArrayList<>();
    for (String name : names(pattern)) {
      Matcher matcher = pattern.matcher(name);
      if (matcher.matches()) {
        nights.add(
            new Named(reports.resolve(name), LocalDate.parse(matcher.group(1)), matcher.group(2)));
      }
    }
    return nights;
  }

  private List<String> names(Pattern pattern) throws IOException {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(reports)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> pattern.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> contents;
    try (Stream<Path> walk = Files.walk(folder)) {
      contents = walk.sorted((left, right) -> right.compareTo(left)).toList();
    }
    for (Path each : contents) {
      Files.delete(each);
    }
  }
}

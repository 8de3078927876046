package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.SealedFileException;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a child can stand in a work folder besides the record. */
public final class ErasedPlaces {

  private ErasedPlaces() {}

  /** Folders whose files are taken down where they name the child. */
  static List<Path> published(WorkFolder folder) {
    return List.of(folder.reports(), folder.whatIf(), folder.feedback(), Delivery.unsent(folder));
  }

  /** All files below {@code folder}, in order. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * Forgets the embedded database, whose free pages still hold what was deleted, and what links
   * were remembered: both are made again from the record by the next run.
   */
  public static void forgetIndex(WorkFolder folder) throws IOException {
    for (Path file : files(folder.data())) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith("bidui.") || name.equals("link.memory")) {
        Files.delete(file);
      }
    }
  }

  /**
   * Files of the work folder in which one of the children still stands, backups left out. Sealed
   * files are opened; one that cannot be opened is named too, for nobody can say what is in it.
   */
  public static List<Path> left(WorkFolder folder, List<PersonTraces> children) throws IOException {
    Search search = new Search(children);
    List<Path> left = new ArrayList<>();
    for (Path file : files(folder.home())) {
      Path below = folder.home().relativize(file);
      String part = below.getName(0).toString();
      if (!part.equals("backups") && !part.equals("archive") && search.in(file)) {
        left.add(below);
      }
    }
    Archive archive = Archive.of(folder.home());
    for (String sha256 : archive.all()) {
      if (sealed(archive, sha256, search)) {
        left.add(Path.of("archive", sha256.substring(0, 2), sha256.substring(2)));
      }
    }
    return left;
  }

  private static boolean sealed(Archive archive, String sha256, Search search) throws IOException {
    try {
      return search.in(archive.content(sha256));
    } catch (SealedFileException unreadable) {
      return true;
    }
  }
}

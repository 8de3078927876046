package cn.bidui.batch;

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

  /** Files of the work folder in which one of the children still stands, backups left out. */
  public static List<Path> left(WorkFolder folder, List<PersonTraces> children) throws IOException {
    Search search = new Search(children);
    List<Path> left = new ArrayList<>();
    for (Path file : files(folder.home())) {
      Path below = folder.home().relativize(file);
      boolean backup = below.getName(0).toString().equals("backups");
      if (!backup && search.in(file)) {
        left.add(below);
      }
    }
    return left;
  }
}

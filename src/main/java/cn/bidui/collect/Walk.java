package cn.bidui.collect;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One look at the inbox and the folders in it; links are not followed, nothing is opened. */
final class Walk extends SimpleFileVisitor<Path> {

  private static final int NO_CHARACTER = 0xFFFD;

  private final Path root;
  private final TreeMap<Path, Arrival> files = new TreeMap<>();
  private final Set<Path> noise = new TreeSet<>();
  private final Set<String> noiseNames = new HashSet<>();
  private final List<Waiting> waiting = new ArrayList<>();

  private Walk(Path root) {
    this.root = root;
  }

  /**
   * Looks.
   *
   * @throws IOException if {@code folder} itself cannot be read
   */
  static Walk of(Path folder) throws IOException {
    // The inbox itself may be a link, for instance to a mounted share; what lies in it may not.
    Path root = folder.toRealPath();
    Walk walk = new Walk(root);
    Files.walkFileTree(root, walk);
    return walk;
  }

  /** The plain files, by path. */
  Map<Path, Arrival> files() {
    return files;
  }

  /** How many files nobody wants to hear of. */
  int ignored() {
    return noise.size();
  }

  /** Files that a run had set aside, under the names that they had. */
  List<Arrival> aside() throws IOException {
    List<Arrival> aside = new ArrayList<>();
    for (Path file : noise) {
      if (Aside.is(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        aside.add(new Arrival(file, Aside.name(name(file)), unit(file), Stamp.of(file)));
      }
    }
    return aside;
  }

  /** What is no file, or cannot even be looked at. */
  List<Waiting> waiting() {
    return waiting;
  }

  /**
   * Whether an office program has marked {@code file} as open. A mark may be a name that no path
   * can have, since two characters are half of a rare character and more: it is looked for as text.
   */
  boolean marked(Arrival file) {
    Path folder = Objects.requireNonNull(file.path().getParent());
    return Noise.marks(String.valueOf(file.path().getFileName())).stream()
        .anyMatch(mark -> noiseNames.contains(folder + File.separator + mark));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return !folder.equals(root) && Noise.is(name(folder))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (Noise.is(name(file))) {
      noise.add(file);
      noiseNames.add(file.toString());
    } else if (attributes.isRegularFile()) {
      files.put(file, new Arrival(file, name(file), unit(file), Stamp.of(attributes)));
    } else {
      waiting.add(new Waiting(name(file), unit(file), 0, 0, Waiting.Reason.NOT_A_FILE));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(root)) {
      throw failure;
    }
    // A file that was renamed away between two steps of the walk is not worth a word.
    if (!(failure instanceof NoSuchFileException)) {
      waiting.add(new Waiting(name(file), unit(file), 0, 0, Waiting.Reason.UNREADABLE));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
      throws IOException {
    if (failure != null) {
      return visitFileFailed(folder, failure);
    }
    return FileVisitResult.CONTINUE;
  }

  private static String name(Path file) {
    return writable(String.valueOf(file.getFileName()));
  }

  private String unit(Path file) {
    Path folders = root.relativize(file).getParent();
    return folders == null ? "" : writable(folders.toString().replace('\\', '/'));
  }

  /** Windows lets half of a surrogate pair into a name; the journal could not give it back. */
  private static String writable(String name) {
    if (name.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
      return name;
    }
    int[] points =
        name.codePoints()
            .map(c -> Character.getType(c) == Character.SURROGATE ? NO_CHARACTER : c)
            .toArray();
    return new String(points, 0, points.length);
  }
}

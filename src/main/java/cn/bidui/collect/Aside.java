package cn.bidui.collect;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is about to be removed, under a name of ours (挪开): nobody can put another file in its
 * place between the last look at it and its end. If it turns out to be another file, it gets its
 * name back.
 */
final class Aside {

  /** Names that begin so are passed by as those of temporary files. */
  private static final String MARK = ".~bidui-";

  private final Path path;
  private final Path aside;

  private Aside(Path path) {
    this.path = path;
    this.aside = path.resolveSibling(MARK + path.getFileName());
  }

  static Aside of(Path path) {
    return new Aside(path);
  }

  /** Whether {@code file} was set aside. */
  static boolean is(Path file) {
    return String.valueOf(file.getFileName()).startsWith(MARK);
  }

  /** The name that a file had before it was set aside as {@code name}. */
  static String name(String name) {
    return name.substring(MARK.length());
  }

  /** Whether a file is the one that may be removed. */
  @FunctionalInterface
  interface Test {
    /** Looks at it. */
    boolean of(Path file) throws IOException;
  }

  /**
   * Removes the file if {@code removable} says so of what lies there.
   *
   * @throws NoSuchFileException if nothing lies there
   * @throws IOException if it can neither be set aside nor removed
   */
  boolean removed(Test removable) throws IOException {
    Path moved = moved();
    boolean removed = false;
    try {
      if (removable.of(moved)) {
        Files.delete(moved);
        removed = true;
      }
    } finally {
      if (!removed && !moved.equals(path)) {
        putBack(moved);
      }
    }
    return removed;
  }

  /** A name can be too long to be made longer; then the file stays where it is. */
  private Path moved() throws IOException {
    try {
      return Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException cannot) {
      return path;
    }
  }

  /** Gives a file its name back, or one close to it where another has taken it meanwhile. */
  static void putBack(Path aside) throws IOException {
    String name = name(String.valueOf(aside.getFileName()));
    for (int again = 0; ; again++) {
      try {
        Files.move(aside, aside.resolveSibling(again == 0 ? name : again + "_" + name));
        return;
      } catch (FileAlreadyExistsException taken) {
        // The next number may be free.
      }
    }
  }
}

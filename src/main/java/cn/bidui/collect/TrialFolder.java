package cn.bidui.collect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where lists lie that are only looked at (试取): a private folder that goes when the look is over.
 * What came is about children, so a killed process must not leave it where nobody cleans. As long
 * as somebody looks, the folder is locked; one without an owner is removed by whoever comes next.
 */
public final class TrialFolder implements AutoCloseable {

  private static final String START = "trial-";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel owner;

  private TrialFolder(Path folder, FileChannel owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /** A new one in {@code parent}, which is cleared of what killed processes left there. */
  public static TrialFolder in(Path parent) throws IOException {
    clear(parent);
    Path folder = Files.createTempDirectory(Files.createDirectories(parent), START);
    FileChannel owner =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    owner.lock();
    return new TrialFolder(folder, owner);
  }

  /** Private to the program. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    owner.close();
    delete(folder);
  }

  /** Removes those in {@code parent} that nobody looks into anymore. */
  static void clear(Path parent) throws IOException {
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, START + "*")) {
        for (Path folder : left) {
          if (isLeft(folder.resolve(LOCK))) {
            delete(folder);
          }
        }
      }
    }
  }

  /** One without a lock is empty: it has just been made. */
  private static boolean isLeft(Path lock) throws IOException {
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> all = Files.walk(folder)) {
      inside = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : inside) {
      Files.deleteIfExists(each);
    }
  }
}

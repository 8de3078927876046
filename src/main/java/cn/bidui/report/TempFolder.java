package cn.bidui.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * Where the workbook writer keeps half-written sheets: a private folder that goes when the books
 * are done. In the machine's shared folder a crash would leave persons behind.
 */
public final class TempFolder implements TempFileCreationStrategy {

  private static final String START = ".bidui-";

  private final Path folder;

  private TempFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes workbooks. */
  @FunctionalInterface
  public interface Books {
    /** Writes them. */
    void write() throws IOException;
  }

  /** Lets this thread write {@code books} with a private folder inside {@code parent}. */
  public static void inside(Path parent, Books books) throws IOException {
    TempFolder temp = new TempFolder(Files.createTempDirectory(parent, START));
    TempFile.setThreadLocalTempFileCreationStrategy(temp);
    try {
      books.write();
    } finally {
      TempFile.setThreadLocalTempFileCreationStrategy(null);
      temp.delete();
    }
  }

  /** Removes what processes left in {@code parent} that were killed while they wrote books. */
  public static void clear(Path parent) throws IOException {
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, START + "*")) {
        for (Path folder : left) {
          new TempFolder(folder).delete();
        }
      }
    }
  }

  @Override
  public File createTempFile(String prefix, String suffix) throws IOException {
    return Files.createTempFile(folder, prefix, suffix).toFile();
  }

  @Override
  public File createTempDirectory(String prefix) throws IOException {
    return Files.createTempDirectory(folder, prefix).toFile();
  }

  private void delete() throws IOException {
    for (Path left : contents()) {
      Files.delete(left);
    }
  }

  private List<Path> contents() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}

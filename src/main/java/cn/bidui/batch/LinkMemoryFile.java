package cn.bidui.batch;

import cn.bidui.link.LinkMemory;
import cn.bidui.plan.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the last published night decided, in {@code data/link.memory}. It only saves time: it may be
 * deleted at any moment, and one that cannot be read or written is told in the log and no more.
 */
final class LinkMemoryFile {

  private static final Logger LOG = LoggerFactory.getLogger(LinkMemoryFile.class);

  private final Path file;

  LinkMemoryFile(WorkFolder folder) {
    this.file = folder.data().resolve("link.memory");
  }

  /** What is remembered; nothing if there is no such file, or no sound one. */
  LinkMemory read() {
    try (InputStream in = Files.newInputStream(file)) {
      return LinkMemory.read(in);
    } catch (NoSuchFileException e) {
      return LinkMemory.none();
    } catch (IOException e) {
      LOG.warn("data/link.memory cannot be read: all rows are linked ({})", e.getClass().getName());
      return LinkMemory.none();
    }
  }

  /** Replaces the file, whole or not at all. */
  void write(LinkMemory memory) {
    Path unfinished = file.resolveSibling(".link.memory.tmp");
    try {
      Files.createDirectories(file.resolveSibling(""));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        memory.write(out);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("data/link.memory cannot be written ({})", e.getClass().getName());
    }
  }
}

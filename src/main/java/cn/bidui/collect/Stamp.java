package cn.bidui.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is seen to have changed: length, time of the last write, and which file it is on
 * its disk (null where the disk does not tell). The time is compared with itself only, never with
 * our clock: copying tools set it to anything, and the clock of a share is another one.
 */
public record Stamp(long bytes, FileTime modified, @Nullable Object fileKey) {

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }

  static Stamp of(Path file) throws IOException {
    return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  /** The time of the last write in milliseconds, for the record. */
  public long modifiedMillis() {
    return modified.toMillis();
  }

  /** Whether {@code file} still is as it was. */
  boolean holds(Path file) {
    try {
      return equals(of(file));
    } catch (IOException e) {
      return false;
    }
  }
}

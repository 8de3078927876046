package cn.bidui.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the machine says of the disk under a path. */
interface Disks {

  /** The disks of this machine. */
  Disks REAL =
      new Disks() {
        @Override
        public long usableBytes(Path path) throws IOException {
          return store(path).getUsableSpace();
        }

        @Override
        public String type(Path path) throws IOException {
          return store(path).type();
        }
      };

  /** How much may still be written, in bytes. */
  long usableBytes(Path path) throws IOException;

  /** The kind of file system: {@code ext4}, {@code NTFS}, {@code nfs4} … */
  String type(Path path) throws IOException;

  /** What is not there yet will stand where its nearest folder stands. */
  private static FileStore store(Path path) throws IOException {
    @Nullable Path there = path.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return Files.getFileStore(there == null ? path.toAbsolutePath() : there);
  }
}

package cn.bidui.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Keeps a copy of a file for good; the archive does. */
@FunctionalInterface
public interface KeepCopy {

  /**
   * Copies {@code file} and syncs the copy.
   *
   * @param unchanged asked after the last byte was read; if it says no, nothing is kept
   * @return the SHA-256 of what was kept, in lower-case hex; empty if nothing was
   */
  Optional<String> keep(Path file, BooleanSupplier unchanged) throws IOException;
}

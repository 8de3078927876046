package cn.bidui.ledger;

import cn.bidui.ledger.LeaseOutcome.Holder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Who has a work folder, seen without asking for it.
 *
 * @param held whether somebody has it now
 * @param holder who wrote its name there last; of a folder that nobody has, a process that ended
 *     without giving it back
 */
public record LeaseLook(boolean held, Optional<Holder> holder) {

  private static final LeaseLook FREE = new LeaseLook(false, Optional.empty());

  /**
   * Looks at the work folder {@code home}. The lock is tried for a moment, shared with other looks.
   *
   * @throws IOException if it cannot be told
   */
  public static LeaseLook at(Path home) throws IOException {
    Path folder = JournalFiles.folder(home);
    if (!Files.exists(folder.resolve("lease.lock"))) {
      return FREE;
    }
    Path real = folder.toRealPath();
    Optional<Holder> here = Lease.heldHere(real);
    return here.isPresent() ? new LeaseLook(true, here) : ofOthers(real);
  }

  private static LeaseLook ofOthers(Path folder) throws IOException {
    boolean held = locked(folder.resolve("lease.lock"));
    Holder holder = held ? Lease.readHolder(folder) : Lease.lastHolder(folder);
    return new LeaseLook(held, Optional.of(holder).filter(named -> held || !named.pid().isEmpty()));
  }

  private static boolean locked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(Lease.LOCKED_BYTE, 1, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process holds it.
      return true;
    }
  }
}

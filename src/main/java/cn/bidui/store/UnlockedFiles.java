package cn.bidui.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of the embedded database, read without a lock: a look at them must not keep a night that
 * begins meanwhile from opening its database.
 *
 * <p>Public because H2 makes one for each path.
 */
public final class UnlockedFiles extends FilePathWrapper {

  static final String SCHEME = "unlocked";

  /** H2 makes them. */
  public UnlockedFiles() {}

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public boolean canWrite() {
    return false;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Reading(getBase().open("r"));
  }

  /** Whoever writes to it writes nothing. */
  private static final class Reading extends FileBase {

    private final FileChannel base;

    Reading(FileChannel base) {
      this.base = base;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return base.read(target);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return base.read(target, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      throw new IOException("opened for reading");
    }

    @Override
    public long position() throws IOException {
      return base.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      base.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public FileChannel truncate(long size) {
      return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      return new Unlocked(base, position, size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }

  /** Stands for the lock that was not taken. */
  private static final class Unlocked extends FileLock {

    Unlocked(FileChannel channel, long position, long size) {
      super(channel, position, size, true);
    }

    @Override
    public boolean isValid() {
      return true;
    }

    @Override
    public void release() {
      // There is nothing to give back.
    }
  }
}

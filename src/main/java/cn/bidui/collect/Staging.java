package cn.bidui.collect;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where what is fetched lies until it is taken (暂存): under a name of ours, hashed while it is
 * written, synced when it is whole; of what is not whole nothing stays.
 *
 * @param folder private to the program; it exists
 * @param mostBytes no list is larger
 */
record Staging(Path folder, long mostBytes) {

  private static final int MB = 20;

  /** One file that is being written. */
  Draft draft() {
    try {
      return new Draft(Files.createTempFile(folder, "fetch-", ".part"), mostBytes);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  /** A file until it is whole. Where our own disk fails, it is not the source that has failed. */
  static final class Draft extends OutputStream {

    private final Path path;
    private final long most;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long bytes;
    private boolean whole;

    private Draft(Path path, long most) throws IOException {
      this.path = path;
      this.most = most;
      this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    @Override
    public void write(int one) throws TooLargeException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws TooLargeException {
      bytes += length;
      if (bytes > most) {
        throw new TooLargeException();
      }
      digest.update(some, from, length);
      try {
        for (ByteBuffer rest = ByteBuffer.wrap(some, from, length); rest.hasRemaining(); ) {
          channel.write(rest);
        }
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }

    long bytes() {
      return bytes;
    }

    /** What is written is all. */
    Fetched.Arrived whole(String name, Fetched.Version version) {
      try {
        channel.force(true);
        channel.close();
        whole = true;
        return new Fetched.Arrived(
            path, name, bytes, HexFormat.of().formatHex(digest.digest()), version);
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }

    /** The same, but of a container without an end it is not all. */
    Fetched.Arrived complete(String name, Fetched.Version version) throws FetchFailedException {
      if (bytes == 0) {
        throw new FetchFailedException(FetchFault.EMPTY);
      }
      try {
        if (!Structure.complete(path)) {
          throw new FetchFailedException(FetchFault.CUT_SHORT);
        }
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
      return whole(name, version);
    }

    Path path() {
      return path;
    }

    @Override
    public void close() {
      try {
        channel.close();
        if (!whole) {
          Files.deleteIfExists(path);
        }
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }
  }

  FetchFailedException tooLarge() {
    return new FetchFailedException(FetchFault.TOO_LARGE, String.valueOf(mostBytes >> MB));
  }

  /** More came than a list may have. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}

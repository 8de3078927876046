package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes that are too many for memory, on the disk without a name: nobody finds them there, and the
 * system drops them with the process, however that ends. A file with a name would stay behind a
 * killed process, with persons in it.
 */
final class NamelessFile implements Content, AutoCloseable {

  private final FileChannel file;

  private NamelessFile(FileChannel file) {
    this.file = file;
  }

  /** Without any bytes yet. */
  static NamelessFile empty() throws IOException {
    Path named = Files.createTempFile("bidui-", ".tmp");
    // Opened so, it loses its name at once where the system can do that, else when it is closed.
    return new NamelessFile(
        FileChannel.open(
            named,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Adds the first {@code length} of {@code bytes} at the end. */
  void append(byte[] bytes, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
    while (left.hasRemaining()) {
      file.write(left, file.size());
    }
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public InputStream open() {
    return Channels.newInputStream(channel());
  }

  @Override
  public SeekableByteChannel channel() {
    return new Reading(file);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException kept) {
      // The system closes what a process leaves open.
      return;
    }
  }

  /** A place of its own in the file, which stays open when this is closed. */
  private static final class Reading implements SeekableByteChannel {

    private final FileChannel file;
    private long position;
    private boolean closed;

    private Reading(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      int read = opened().read(into, position);
      position += Math.max(0, read);
      return read;
    }

    private FileChannel opened() throws IOException {
      if (closed) {
        throw new ClosedChannelException();
      }
      return file;
    }

    @Override
    public long position() throws IOException {
      opened();
      return position;
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
      opened();
      position = place;
      return this;
    }

    @Override
    public long size() throws IOException {
      return opened().size();
    }

    @Override
    public int write(ByteBuffer bytes) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return !closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}

package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Bytes that do not lie in a file as they are, in the shape in which POI reads an OLE2 container
 * piece by piece. It only ever asks for bytes at a place.
 */
final class OleContainer extends FileChannel {

  private final SeekableByteChannel bytes;

  private OleContainer(SeekableByteChannel bytes) {
    this.bytes = bytes;
  }

  /** Opens the container; whoever closes it closes the file. */
  static POIFSFileSystem open(Content file) throws IOException {
    SeekableByteChannel bytes = file.channel();
    return new POIFSFileSystem(over(bytes), true, true);
  }

  static FileChannel over(SeekableByteChannel bytes) {
    return bytes instanceof FileChannel plain ? plain : new OleContainer(bytes);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return bytes.read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    long read = 0;
    for (int i = offset; i < offset + length; i++) {
      int more = bytes.read(targets[i]);
      if (more < 0) {
        return read == 0 ? -1 : read;
      }
      read += more;
    }
    return read;
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    long before = bytes.position();
    try {
      return bytes.position(position).read(target);
    } finally {
      bytes.position(before);
    }
  }

  @Override
  public long position() throws IOException {
    return bytes.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    bytes.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return bytes.size();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer source, long position) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metaData) {
    // Nothing was written.
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void implCloseChannel() throws IOException {
    bytes.close();
  }
}

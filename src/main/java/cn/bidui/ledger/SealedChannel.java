package cn.bidui.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/** A sealed file at any place, one segment in memory at a time. */
final class SealedChannel implements SeekableByteChannel {

  private final SeekableByteChannel sealed;
  private final long size;
  private final String sha256;
  private final byte[] header;
  private final Gcm gcm;
  private final ByteBuffer read = ByteBuffer.allocate(SealedFormat.SEALED_SEGMENT);
  private long position;
  private long inMemory = -1;
  private byte[] segment = new byte[0];

  SealedChannel(SeekableByteChannel sealed, long size, String sha256, String id, byte[] key) {
    this.sealed = sealed;
    this.size = size;
    this.sha256 = sha256;
    this.header = SealedFormat.header(id);
    this.gcm = new Gcm(key);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    requireOpen();
    if (position >= size) {
      // An empty file has a seal too.
      load(SealedFormat.segments(size) - 1);
      return -1;
    }
    int given = 0;
    while (target.hasRemaining() && position < size) {
      load(position / SealedFormat.SEGMENT);
      int from = (int) (position % SealedFormat.SEGMENT);
      int length = Math.min(target.remaining(), segment.length - from);
      target.put(segment, from, length);
      position += length;
      given += length;
    }
    return given;
  }

  private void load(long number) throws IOException {
    if (number == inMemory) {
      return;
    }
    sealed.position(SealedFormat.HEADER + number * SealedFormat.SEALED_SEGMENT);
    read.clear();
    int more = 0;
    while (read.hasRemaining() && more >= 0) {
      more = sealed.read(read);
    }
    boolean last = number == SealedFormat.segments(size) - 1;
    try {
      byte[] nonce = SealedFormat.nonce(number, last);
      segment = gcm.open(nonce, header, read.array(), 0, read.position());
    } catch (GeneralSecurityException changed) {
      throw SealedFileException.damaged(sha256);
    }
    inMemory = number;
  }

  @Override
  public long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long place) throws IOException {
    requireOpen();
    if (place < 0) {
      throw new IllegalArgumentException("no such place: " + place);
    }
    position = place;
    return this;
  }

  @Override
  public long size() throws IOException {
    requireOpen();
    return size;
  }

  private void requireOpen() throws ClosedChannelException {
    if (!sealed.isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return sealed.isOpen();
  }

  @Override
  public void close() throws IOException {
    sealed.close();
  }
}

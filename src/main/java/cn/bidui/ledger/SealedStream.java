package cn.bidui.ledger;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * A long stream under AES-256-GCM in frames of 64 KiB. Each frame's nonce is its number and whether
 * it is the last, so that frames can be neither changed, moved nor cut off without notice (the
 * STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). A key serves one stream.
 */
final class SealedStream {

  private static final int FRAME = 1 << 16;

  private final Gcm gcm;
  private final byte[] head;
  private long frames;

  private SealedStream(byte[] key, byte[] head) {
    this.gcm = new Gcm(key);
    this.head = head.clone();
  }

  /** What is written to it comes out sealed, bound to {@code head}, which stands in clear. */
  static OutputStream sealing(OutputStream out, byte[] key, byte[] head) {
    return new Sealing(out, new SealedStream(key, head));
  }

  /** What was sealed; reading fails where anything of it was changed or is missing. */
  static InputStream opening(InputStream in, byte[] key, byte[] head) {
    return new Opening(in, new SealedStream(key, head));
  }

  private byte[] seal(byte[] content, int length, boolean last) {
    return gcm.seal(nonce(last), head, content, length);
  }

  private byte[] open(byte[] sealed, boolean last) throws IOException {
    try {
      return gcm.open(nonce(last), head, sealed, 0, sealed.length);
    } catch (GeneralSecurityException changed) {
      throw new IOException("the sealed file was changed, cut off, or sealed with another key");
    }
  }

  /** Of the next frame; kept files number their segments otherwise, and both stay readable. */
  private byte[] nonce(boolean last) {
    return ByteBuffer.allocate(Gcm.NONCE_BYTES)
        .putLong(Gcm.NONCE_BYTES - Long.BYTES - 1, frames++)
        .put(Gcm.NONCE_BYTES - 1, (byte) (last ? 1 : 0))
        .array();
  }

  /** Holds one frame back until it is known whether it is the last. */
  private static final class Sealing extends FilterOutputStream {

    private final SealedStream frames;
    private final byte[] buffer = new byte[FRAME];
    private int filled;
    private boolean closed;

    Sealing(OutputStream out, SealedStream frames) {
      super(out);
      this.frames = frames;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int at = from; at < from + length; ) {
        if (filled == FRAME) {
          emit(false);
        }
        int part = Math.min(FRAME - filled, from + length - at);
        System.arraycopy(bytes, at, buffer, filled, part);
        filled += part;
        at += part;
      }
    }

    /** A frame goes out when it is full: what is held back here cannot be hurried. */
    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        emit(true);
        super.close();
      }
    }

    private void emit(boolean last) throws IOException {
      out.write(frames.seal(buffer, filled, last));
      filled = 0;
    }
  }

  /** Reads one frame ahead, to know which is the last. */
  private static final class Opening extends FilterInputStream {

    private final SealedStream frames;
    private byte[] next = new byte[0];
    private byte[] open = new byte[0];
    private int position;
    private boolean begun;
    private boolean ended;

    Opening(InputStream in, SealedStream frames) {
      super(in);
      this.frames = frames;
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (position == open.length) {
        if (ended) {
          return -1;
        }
        advance();
      }
      int part = Math.min(length, open.length - position);
      System.arraycopy(open, position, bytes, from, part);
      position += part;
      return part;
    }

    private void advance() throws IOException {
      byte[] sealed = begun ? next : in.readNBytes(FRAME + Gcm.TAG_BYTES);
      begun = true;
      next = in.readNBytes(FRAME + Gcm.TAG_BYTES);
      ended = next.length == 0;
      open = frames.open(sealed, ended);
      position = 0;
    }

    @Override
    public long skip(long bytes) throws IOException {
      return Math.max(
          0, read(new byte[(int) Math.min(bytes, FRAME)], 0, (int) Math.min(bytes, FRAME)));
    }

    @Override
    public int available() {
      return open.length - position;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}

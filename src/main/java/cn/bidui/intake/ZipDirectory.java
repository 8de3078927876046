package cn.bidui.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The directory at the end of a zip file (APPNOTE 4.3.12 to 4.3.16), believed only if it is whole:
 * it ends where it says, every entry begins where the one before ends, and none is encrypted or
 * packed in a way that workbooks do not use. Java's own reader is as strict, but reads only files
 * that lie on the disk; the one that POI uses takes what it can get.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int LONG_END = 0x06064b50;
  private static final int LONG_END_LENGTH = 56;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final long IN_LONG_FORM = 0xFFFFFFFFL;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ENCRYPTED = 1;
  private static final int UTF_8 = 1 << 11;
  private static final int LONG_SIZES = 1;

  /**
   * What the directory says of one entry.
   *
   * @param crc CRC-32 of its unpacked bytes
   * @param packed its bytes in the file
   * @param local where its own header stands
   */
  record Entry(String name, int method, long crc, long packed, long local) {}

  /** Where the directory lies: {@code offset} is what the file believes, {@code start} is so. */
  private record Extent(long start, long length, long offset) {

    /** Bytes that stand before the zip file proper. */
    long before() {
      return start - offset;
    }
  }

  private final SeekableByteChannel file;
  private final List<Entry> entries = new ArrayList<>();

  ZipDirectory(SeekableByteChannel file, long mostEntries) throws IOException {
    this.file = file;
    Extent extent = extent();
    long most = mostEntries * (ENTRY_LENGTH + 3L * LONGEST_COMMENT);
    if (extent.length() > Math.min(most, Integer.MAX_VALUE - 8)) {
      throw new ZipException("a directory larger than its entries can be");
    }
    read(bytes(extent.start(), (int) extent.length()), extent.before());
  }

  /** In the order of the directory. */
  List<Entry> entries() {
    return entries;
  }

  /** The first bytes of {@code entry}, unpacked: {@code most} of them, or all if it has fewer. */
  byte[] unpacked(Entry entry, int most) throws IOException {
    ByteBuffer header = bytes(entry.local(), LOCAL_LENGTH);
    if (header.getInt(0) != LOCAL) {
      throw new ZipException("no entry where the directory says");
    }
    int names = Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28));
    long start = entry.local() + LOCAL_LENGTH + names;
    if (entry.method() == STORED) {
      return bytes(start, (int) Math.min(entry.packed(), most)).array();
    }
    Inflater inflater = new Inflater(true);
    try {
      InputStream packed = Channels.newInputStream(file.position(start));
      return new InflaterInputStream(packed, inflater).readNBytes(most);
    } finally {
      inflater.end();
    }
  }

  private Extent extent() throws IOException {
    long size = file.size();
    int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
    ByteBuffer tail = bytes(size - length, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END && ends(tail, at, size - length + at)) {
        return extent(tail, at, size - length + at);
      }
    }
    throw new ZipException("no end of a directory");
  }

  /** Comments may hold what looks like an end: the true one says where the file ends. */
  private boolean ends(ByteBuffer tail, int at, long end) throws IOException {
    int comment = Short.toUnsignedInt(tail.getShort(at + 20));
    if (at + END_LENGTH + comment == tail.limit()) {
      return true;
    }
    // Something may have been put behind the file; then the directory must be where it says.
    long start = end - Integer.toUnsignedLong(tail.getInt(at + 12));
    long first = start - Integer.toUnsignedLong(tail.getInt(at + 16));
    return start >= 0
        && first >= 0
        && bytes(start, Integer.BYTES).getInt(0) == ENTRY
        && bytes(first, Integer.BYTES).getInt(0) == LOCAL;
  }

  private Extent extent(ByteBuffer tail, int at, long end) throws IOException {
    long length = Integer.toUnsignedLong(tail.getInt(at + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
    int count = Short.toUnsignedInt(tail.getShort(at + 10));
    if (length == IN_LONG_FORM || offset == IN_LONG_FORM || count == 0xFFFF) {
      return inLongForm(end, new Extent(end - length, length, offset));
    }
    return sound(new Extent(end - length, length, offset));
  }

  private Extent inLongForm(long end, Extent otherwise) throws IOException {
    if (end < LOCATOR_LENGTH) {
      return sound(otherwise);
    }
    ByteBuffer locator = bytes(end - LOCATOR_LENGTH, LOCATOR_LENGTH);
    long at = locator.getLong(8);
    if (locator.getInt(0) != LOCATOR || at < 0 || at > end - LONG_END_LENGTH) {
      return sound(otherwise);
    }
    ByteBuffer full = bytes(at, LONG_END_LENGTH);
    if (full.getInt(0) != LONG_END) {
      return sound(otherwise);
    }
    return sound(new Extent(at - full.getLong(40), full.getLong(40), full.getLong(48)));
  }

  private static Extent sound(Extent extent) throws ZipException {
    if (extent.length() < 0 || extent.start() < 0 || extent.before() < 0) {
      throw new ZipException("a directory outside its file");
    }
    return extent;
  }

  private void read(ByteBuffer directory, long before) throws IOException {
    while (directory.remaining() >= ENTRY_LENGTH) {
      ByteBuffer entry = directory.slice().order(ByteOrder.LITTLE_ENDIAN);
      int name = Short.toUnsignedInt(entry.getShort(28));
      int extra = Short.toUnsignedInt(entry.getShort(30));
      int comment = Short.toUnsignedInt(entry.getShort(32));
      int length = ENTRY_LENGTH + name + extra + comment;
      if (entry.getInt(0) != ENTRY || length > directory.remaining()) {
        throw new ZipException("not an entry of a directory");
      }
      entries.add(entry(entry, name, extra, before));
      directory.position(directory.position() + length);
    }
    if (directory.hasRemaining()) {
      throw new ZipException("a directory that does not end where it says");
    }
  }

  private static Entry entry(ByteBuffer entry, int name, int extra, long before)
      throws IOException {
    int flags = Short.toUnsignedInt(entry.getShort(8));
    int method = Short.toUnsignedInt(entry.getShort(10));
    if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
      throw new ZipException("an entry that is encrypted, or packed in another way");
    }
    long[] sizes = {
      Integer.toUnsignedLong(entry.getInt(24)),
      Integer.toUnsignedLong(entry.getInt(20)),
      Integer.toUnsignedLong(entry.getInt(42))
    };
    lengthen(entry, ENTRY_LENGTH + name, ENTRY_LENGTH + name + extra, sizes);
    if (sizes[1] < 0 || sizes[2] < 0) {
      throw new ZipException("an entry outside its file");
    }
    byte[] text = new byte[name];
    entry.get(ENTRY_LENGTH, text);
    return new Entry(
        name(text, (flags & UTF_8) != 0),
        method,
        Integer.toUnsignedLong(entry.getInt(16)),
        sizes[1],
        sizes[2] + before);
  }

  /** Sizes and places beyond 4 GB stand in an extra field, in this order (APPNOTE 4.5.3). */
  private static void lengthen(ByteBuffer entry, int from, int to, long[] sizes) {
    int at = from;
    while (at + 4 <= to) {
      int end = at + 4 + Short.toUnsignedInt(entry.getShort(at + 2));
      if (Short.toUnsignedInt(entry.getShort(at)) == LONG_SIZES && end <= to) {
        int field = at + 4;
        for (int i = 0; i < sizes.length; i++) {
          if (sizes[i] == IN_LONG_FORM && field + Long.BYTES <= end) {
            sizes[i] = entry.getLong(field);
            field += Long.BYTES;
          }
        }
        return;
      }
      at = end;
    }
  }

  /** Entries are ASCII; ISO 8859-1 reads whatever else stands there without failing. */
  private static String name(byte[] text, boolean utf8) throws IOException {
    Charset charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    if (from < 0 || length < 0 || from + length > file.size()) {
      throw new ZipException("bytes outside the file");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(from);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new ZipException("a file that became shorter");
      }
    }
    return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
  }
}

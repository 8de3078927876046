package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Whether an OLE2 container is shorter than its own table of sectors says, as a copy that broke off
 * is (MS-CFB 2.2 and 2.3).
 */
final class ContainerEnd {

  private static final int HEADER = 512;
  private static final int SECTOR_SHIFT = 0x1E;
  private static final int TABLE = 0x4C;
  private static final int TABLE_PLACES = 109;
  private static final int FREE = -1;

  private final SeekableByteChannel file;
  private final int sector;

  private ContainerEnd(SeekableByteChannel file, int sector) {
    this.file = file;
    this.sector = sector;
  }

  /** Only asked about containers that cannot be read: others need not be whole to the last byte. */
  static boolean missing(Content content) throws IOException {
    try (SeekableByteChannel file = content.channel()) {
      ByteBuffer header = bytes(file, 0, HEADER);
      if (header.limit() < HEADER) {
        return true;
      }
      int shift = header.getShort(SECTOR_SHIFT);
      // Sectors have 512 or 4,096 bytes; anything else is damage of another kind.
      return (shift == 9 || shift == 12) && new ContainerEnd(file, 1 << shift).missing(header);
    }
  }

  private boolean missing(ByteBuffer header) throws IOException {
    for (int i = 0; i < TABLE_PLACES; i++) {
      int table = header.getInt(TABLE + i * Integer.BYTES);
      if (table >= 0 && (beyond(table) || missing(table, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sector that the table names is not there. */
  private boolean missing(int table, int number) throws IOException {
    ByteBuffer entries = bytes(file, start(table), sector);
    int count = sector / Integer.BYTES;
    for (int i = entries.limit() / Integer.BYTES - 1; i >= 0; i--) {
      if (entries.getInt(i * Integer.BYTES) != FREE) {
        return beyond(number * count + i);
      }
    }
    return false;
  }

  private boolean beyond(int index) throws IOException {
    return start(index) >= file.size();
  }

  /** The header takes the place of one sector. */
  private long start(int index) {
    return (index + 1L) * sector;
  }

  private static ByteBuffer bytes(SeekableByteChannel file, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(from);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = file.read(bytes);
    }
    return bytes.flip();
  }
}

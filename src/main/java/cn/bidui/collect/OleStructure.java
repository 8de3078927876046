package cn.bidui.collect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The sector tables of an OLE2 container, as far as they tell how long it is ([MS-CFB] 2.2, 2.3).
 * Only the tables that the header names itself are read: they cover the first 6.8 MB of a file with
 * sectors of 512 bytes.
 */
final class OleStructure {

  private static final int HEADER_BYTES = 512;
  private static final int TABLES_IN_HEADER = 109;
  private static final int FREE = -1;
  private static final int TABLE = -3;

  private final FileChannel file;
  private final long size;

  OleStructure(FileChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  /** Whether every sector that the tables call used begins within the file. */
  boolean complete() throws IOException {
    if (size < HEADER_BYTES) {
      return false;
    }
    ByteBuffer header = Structure.read(file, 0, HEADER_BYTES);
    int shift = header.getShort(30);
    int tables = header.getInt(44);
    // Any other shift is not a container at all, which is for the reader to say.
    boolean readable = (shift == 9 || shift == 12) && tables > 0;
    return !readable || sectorsAreThere(header, 1 << shift, tables);
  }

  private boolean sectorsAreThere(ByteBuffer header, int sectorBytes, int tables)
      throws IOException {
    for (int i = 0; i < Math.min(tables, TABLES_IN_HEADER); i++) {
      int table = header.getInt(76 + i * Integer.BYTES);
      if (!tableIsThere(i, table, sectorBytes)) {
        return false;
      }
    }
    return true;
  }

  /** Table {@code index} stands in sector {@code table}, which it calls a table itself. */
  private boolean tableIsThere(int index, int table, int sectorBytes) throws IOException {
    if (table < 0 || start(table, sectorBytes) + sectorBytes > size) {
      return false;
    }
    int perTable = sectorBytes / Integer.BYTES;
    ByteBuffer sectors = Structure.read(file, start(table, sectorBytes), sectorBytes);
    if (table / perTable == index && sectors.getInt(table % perTable * Integer.BYTES) != TABLE) {
      return false;
    }
    int last = perTable - 1;
    while (last >= 0 && sectors.getInt(last * Integer.BYTES) == FREE) {
      last--;
    }
    return last < 0 || start((long) index * perTable + last, sectorBytes) < size;
  }

  private static long start(long sector, int sectorBytes) {
    return (sector + 1) * sectorBytes;
  }
}

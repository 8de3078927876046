package cn.bidui.link;

import cn.bidui.source.ListKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link LinkMemory} stands in a file: a mark, a checksum and the length of all that follows;
 * basis and print of the night, pairs, notes and blocks; then the rows, column by column.
 */
final class MemoryForm {

  /** {@code bidlnk} and the version of the form. */
  private static final long MARK = 0x6269646C6E6B0002L;

  private static final int HEAD = 2 * Long.BYTES + Integer.BYTES;
  private static final int BYTES_A_ROW = 2 * Integer.BYTES + 1;
  private static final Tier[] TIERS = Tier.values();
  private static final ListKind[] LISTS = ListKind.values();
  private static final IdentityNote.Kind[] KINDS = IdentityNote.Kind.values();

  private MemoryForm() {}

  static void write(LinkMemory memory, OutputStream out) throws IOException {
    byte[] texts = texts(memory);
    Remembered rows = memory.rows();
    ByteBuffer all = ByteBuffer.allocate(HEAD + texts.length + rows.size() * BYTES_A_ROW);
    all.position(HEAD);
    all.put(texts).put(rows.decided);
    all.asIntBuffer().put(rows.firsts).put(rows.weights);
    all.putLong(0, MARK).putLong(Long.BYTES, checksum(all.array()));
    all.putInt(2 * Long.BYTES, all.capacity() - HEAD);
    out.write(all.array());
    out.flush();
  }

  private static byte[] texts(LinkMemory memory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeUTF(memory.basis());
    data.writeLong(memory.night().first());
    data.writeLong(memory.night().second());
    Links.Loose loose = memory.rows().loose;
    data.writeInt(loose.undecided().size());
    for (Undecided pair : loose.undecided()) {
      write(pair.left(), pair.leftRow(), data);
      write(pair.right(), pair.rightRow(), data);
      data.writeByte(pair.tier().ordinal());
      data.writeInt(pair.weight());
      data.writeUTF(pair.reason());
    }
    data.writeInt(loose.notes().size());
    for (IdentityNote note : loose.notes()) {
      data.writeByte(note.kind().ordinal());
      write(note.left(), note.leftRow(), data);
      write(note.right(), note.rightRow(), data);
      data.writeByte(note.tier().ordinal());
      data.writeUTF(note.detail());
    }
    data.writeInt(loose.oversized().size());
    for (String block : loose.oversized()) {
      data.writeUTF(block);
    }
    data.writeInt(memory.rows().size());
    return bytes.toByteArray();
  }

  private static void write(ListKind list, int row, DataOutputStream data) throws IOException {
    data.writeByte(list.ordinal());
    data.writeInt(row);
  }

  private static long checksum(byte[] all) {
    CRC32C sum = new CRC32C();
    sum.update(all, HEAD, all.length - HEAD);
    return sum.getValue();
  }

  /** Null if it is no memory, or a damaged one. */
  static @Nullable LinkMemory read(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    ByteBuffer head = ByteBuffer.wrap(all);
    boolean whole =
        all.length >= HEAD
            && head.getLong() == MARK
            && head.getLong() == checksum(all)
            && head.getInt() == all.length - HEAD;
    return whole ? memory(all) : null;
  }

  private static LinkMemory memory(byte[] all) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(all, HEAD, all.length - HEAD);
    DataInputStream data = new DataInputStream(bytes);
    String basis = data.readUTF();
    NightPrint night = new NightPrint(data.readLong(), data.readLong());
    Links.Loose loose = new Links.Loose(undecided(data), notes(data), oversized(data));
    Remembered rows = new Remembered(data.readInt(), loose);
    ByteBuffer columns = ByteBuffer.wrap(all);
    columns.position(all.length - rows.size() * BYTES_A_ROW);
    columns.get(rows.decided);
    columns.asIntBuffer().get(rows.firsts).get(rows.weights);
    return new LinkMemory(basis, night, rows);
  }

  private static List<Undecided> undecided(DataInputStream data) throws IOException {
    List<Undecided> pairs = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      pairs.add(
          new Undecided(
              LISTS[data.readByte()],
              data.readInt(),
              LISTS[data.readByte()],
              data.readInt(),
              TIERS[data.readByte()],
              data.readInt(),
              data.readUTF()));
    }
    return List.copyOf(pairs);
  }

  private static List<IdentityNote> notes(DataInputStream data) throws IOException {
    List<IdentityNote> notes = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      notes.add(
          new IdentityNote(
              KINDS[data.readByte()],
              LISTS[data.readByte()],
              data.readInt(),
              LISTS[data.readByte()],
              data.readInt(),
              TIERS[data.readByte()],
              data.readUTF()));
    }
    return List.copyOf(notes);
  }

  private static List<String> oversized(DataInputStream data) throws IOException {
    List<String> blocks = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      blocks.add(data.readUTF());
    }
    return List.copyOf(blocks);
  }
}

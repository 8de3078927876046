package cn.bidui.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link LinkMemory} stands in a file: a mark, a checksum and the length of all that follows;
 * basis, handles and words; the numbers of the components, where each starts, and their bytes.
 */
final class MemoryForm {

  /** {@code bidlnk} and the version of the form. */
  private static final long MARK = 0x6269646C6E6B0001L;

  private MemoryForm() {}

  static void write(LinkMemory memory, OutputStream out) throws IOException {
    byte[] content = content(memory);
    DataOutputStream data = new DataOutputStream(out);
    data.writeLong(MARK);
    data.writeLong(checksum(content));
    data.writeInt(content.length);
    data.write(content);
    data.flush();
  }

  private static byte[] content(LinkMemory memory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeUTF(memory.basis());
    writeTexts(new ArrayList<>(new TreeSet<>(memory.handles())), data);
    Remembered remembered = memory.components();
    writeTexts(remembered.words(), data);
    data.writeInt(remembered.size());
    data.writeInt(remembered.bytes().length);
    ByteBuffer numbers = ByteBuffer.allocate(remembered.size() * 20);
    numbers.asLongBuffer().put(remembered.first()).put(remembered.second());
    numbers
        .position(remembered.size() * 16)
        .slice()
        .asIntBuffer()
        .put(remembered.starts(), 0, remembered.size());
    data.write(numbers.array());
    data.write(remembered.bytes());
    return bytes.toByteArray();
  }

  private static void writeTexts(List<String> texts, DataOutputStream data) throws IOException {
    data.writeInt(texts.size());
    for (String text : texts) {
      data.writeUTF(text);
    }
  }

  private static long checksum(byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    return sum.getValue();
  }

  /** Null if it is no memory, or a damaged one. */
  static @Nullable LinkMemory read(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    ByteBuffer head = ByteBuffer.wrap(all);
    if (all.length < 20 || head.getLong() != MARK) {
      return null;
    }
    long checksum = head.getLong();
    byte[] content = new byte[head.remaining() - Integer.BYTES];
    boolean whole = head.getInt() == content.length;
    head.get(content);
    return whole && checksum(content) == checksum ? memory(content) : null;
  }

  private static LinkMemory memory(byte[] content) throws IOException {
    DataInputStream data = new DataInputStream(new ByteArrayInputStream(content));
    String basis = data.readUTF();
    List<String> handles = readTexts(data);
    List<String> words = readTexts(data);
    int size = data.readInt();
    int length = data.readInt();
    ByteBuffer rest = ByteBuffer.wrap(data.readAllBytes());
    long[] first = new long[size];
    long[] second = new long[size];
    rest.asLongBuffer().get(first).get(second);
    int[] starts = new int[size + 1];
    rest.position(size * 16).slice().asIntBuffer().get(starts, 0, size);
    starts[size] = length;
    byte[] bytes = new byte[length];
    rest.position(size * 20);
    rest.get(bytes);
    return new LinkMemory(
        basis, new HashSet<>(handles), new Remembered(first, second, starts, bytes, words));
  }

  private static List<String> readTexts(DataInputStream data) throws IOException {
    int count = data.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(data.readUTF());
    }
    return texts;
  }
}

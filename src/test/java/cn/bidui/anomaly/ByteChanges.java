package cn.bidui.anomaly;

import cn.bidui.fixture.people.Chance;
import java.util.Arrays;
import java.util.List;

/** What disks, networks and careless programs do to any file. */
final class ByteChanges {

  private static final int LONGEST = 600;

  private final byte[] bytes;
  private final Chance chance;

  private ByteChanges(byte[] bytes, Chance chance) {
    this.bytes = bytes;
    this.chance = chance;
  }

  static byte[] apply(byte[] bytes, Chance chance, List<String> changes) {
    if (bytes.length == 0) {
      changes.add("bytes: some random ones");
      return new ByteChanges(bytes, chance).random(chance.between(1, LONGEST));
    }
    return new ByteChanges(bytes, chance).change(changes);
  }

  private byte[] change(List<String> changes) {
    int kind = chance.below(9);
    int at = chance.below(bytes.length);
    int to = Math.min(bytes.length, at + chance.between(1, LONGEST));
    byte[] part = Arrays.copyOfRange(bytes, at, to);
    changes.add("bytes: kind " + kind + " at " + at + " to " + to);
    return switch (kind) {
      case 0 -> flipped(1);
      case 1 -> flipped(chance.between(2, 40));
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> spliced(at, random(part.length), at);
      case 4 -> spliced(at, part, at);
      case 5 -> spliced(at, new byte[0], to);
      case 6 -> spliced(at, new byte[part.length], to);
      case 7 -> moved(part, at, to);
      default -> number(at);
    };
  }

  private byte[] flipped(int times) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < times; i++) {
      copy[chance.below(copy.length)] ^= (byte) (1 << chance.below(8));
    }
    return copy;
  }

  private byte[] random(int length) {
    byte[] random = new byte[length];
    for (int i = 0; i < length; i++) {
      random[i] = (byte) chance.below(256);
    }
    return random;
  }

  /** {@code with} in the place of what stands from {@code at} to {@code to}. */
  private byte[] spliced(int at, byte[] with, int to) {
    byte[] result = new byte[at + with.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(with, 0, result, at, with.length);
    System.arraycopy(bytes, to, result, at + with.length, bytes.length - to);
    return result;
  }

  private byte[] moved(byte[] part, int at, int to) {
    byte[] without = spliced(at, new byte[0], to);
    int place = chance.below(without.length + 1);
    return new ByteChanges(without, chance).spliced(place, part, place);
  }

  /** A length or an offset that is as wrong as it can be. */
  private byte[] number(int at) {
    int[] values = {0, 1, 0x7F, 0x80, 0xFF};
    byte[] copy = bytes.clone();
    int width = 1 << chance.below(3);
    int value = values[chance.below(values.length)];
    for (int i = at; i < Math.min(copy.length, at + width); i++) {
      copy[i] = (byte) value;
    }
    return copy;
  }
}

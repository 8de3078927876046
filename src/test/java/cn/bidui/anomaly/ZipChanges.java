package cn.bidui.anomaly;

import cn.bidui.fixture.people.Chance;
import cn.bidui.fixture.quirk.StoredZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Entries of a workbook changed under checksums that are right, so that readers go on. */
final class ZipChanges {

  private static final int LARGEST_ENTRY = 4 << 20;

  /** An entry; a list of them is a workbook. */
  // Nobody compares these records, and nobody changes the bytes.
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(String name, byte[] data) {}

  private final List<Entry> entries;
  private final Chance chance;

  private ZipChanges(List<Entry> entries, Chance chance) {
    this.entries = entries;
    this.chance = chance;
  }

  static boolean fits(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && !entries(bytes).isEmpty();
  }

  static byte[] apply(byte[] bytes, Chance chance, List<String> changes) {
    ZipChanges zip = new ZipChanges(entries(bytes), chance);
    zip.change(changes);
    return zip.bytes();
  }

  /** The same entries in another order, and one that nobody asked for. */
  static byte[] shuffled(byte[] bytes) {
    List<Entry> entries = entries(bytes);
    Collections.reverse(entries);
    entries.add(new Entry("docProps/more.xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
    return new ZipChanges(entries, new Chance(0)).bytes();
  }

  /** As far as they can be read; none if one of them is too large to be changed. */
  static List<Entry> entries(byte[] bytes) {
    List<Entry> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        byte[] data = in.readNBytes(LARGEST_ENTRY + 1);
        if (data.length > LARGEST_ENTRY) {
          return new ArrayList<>();
        }
        entries.add(new Entry(each.getName(), data));
      }
    } catch (IOException | RuntimeException broken) {
      return entries;
    }
    return entries;
  }

  private byte[] bytes() {
    StoredZip zip = new StoredZip();
    entries.forEach(entry -> zip.add(entry.name(), entry.data()));
    return zip.bytes();
  }

  private void change(List<String> changes) {
    int at = chance.below(entries.size());
    Entry entry = entries.get(at);
    int other = chance.below(entries.size());
    int kind = chance.below(12);
    changes.add("zip: kind " + kind + " of " + entry.name());
    switch (kind) {
      case 0 -> entries.remove(at);
      case 1 -> entries.add(other, entry);
      case 2 -> entries.set(at, new Entry(renamed(entry.name()), entry.data()));
      case 3 -> swap(at, other);
      case 4 -> resize(at, Arrays.copyOf(entry.data(), chance.below(entry.data().length + 1)));
      case 5 -> resize(at, repeated(entry.data()));
      default -> inside(chance.permille(700) ? sheet(at) : at, changes);
    }
  }

  /** Most of what a reader does, it does in sheets. */
  private int sheet(int otherwise) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().contains("sheet1")) {
        return i;
      }
    }
    return otherwise;
  }

  private void inside(int at, List<String> changes) {
    Entry entry = entries.get(at);
    String text = new String(entry.data(), StandardCharsets.UTF_8);
    String changed = XmlChanges.apply(text, chance, changes);
    resize(at, changed.getBytes(StandardCharsets.UTF_8));
  }

  private void resize(int at, byte[] data) {
    entries.set(at, new Entry(entries.get(at).name(), data));
  }

  private void swap(int one, int other) {
    byte[] data = entries.get(one).data();
    resize(one, entries.get(other).data());
    resize(other, data);
  }

  private byte[] repeated(byte[] data) {
    int times = chance.between(2, 5);
    byte[] repeated = new byte[data.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(data, 0, repeated, i * data.length, data.length);
    }
    return repeated;
  }

  private String renamed(String name) {
    List<String> names =
        List.of(
            name.toUpperCase(java.util.Locale.ROOT),
            "../" + name,
            "/" + name,
            name + " ",
            "",
            name.replace('/', '\\'),
            "名单/" + name,
            "x".repeat(300));
    return chance.of(names);
  }
}

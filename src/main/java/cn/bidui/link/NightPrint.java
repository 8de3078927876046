package cn.bidui.link;

import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Field;
import java.util.List;
import java.util.stream.IntStream;

/**
 * 128 bits for all that linking can read in a night: every cell of every list, in order, and
 * people's rulings. They are made of texts, not of their codes, so that lists that did not change
 * have the same every night.
 */
record NightPrint(long first, long second) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Of no night. */
  static final NightPrint NONE = new NightPrint(0, 0);

  /**
   * Of a night.
   *
   * @param tables in the order in which their rows are numbered; they share one dictionary
   */
  static NightPrint of(List<RecordTable> tables, List<PinnedLink> pins, HandleHash hash) {
    NightPrint print = new NightPrint(1, 1);
    if (!tables.isEmpty()) {
      long[] texts = texts(Columns.dictionary(tables));
      for (RecordTable table : tables) {
        print = print.with(table, texts);
      }
    }
    for (PinnedLink pin : pins) {
      print = print.with(pin, hash);
    }
    return print;
  }

  /** By code. */
  private static long[] texts(Strings strings) {
    long[] prints = new long[strings.size()];
    Parts.each(
        prints.length,
        (from, to) -> {
          for (int code = from; code < to; code++) {
            prints[code] = print(strings.text(code));
          }
        });
    return prints;
  }

  static long print(String text) {
    long print = text.length();
    for (int i = 0; i < text.length(); i++) {
      print = (print ^ text.charAt(i)) * GOLDEN;
    }
    return Keys.mix(print);
  }

  private NightPrint with(RecordTable table, long[] texts) {
    int parts = 1 + table.size() / Parts.SIZE;
    NightPrint[] found = new NightPrint[parts];
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            i -> {
              int to = Math.min(table.size(), (i + 1) * Parts.SIZE);
              found[i] = rows(table, i * Parts.SIZE, to, texts);
            });
    NightPrint all = with(print(table.kind().code())).with(table.size());
    for (NightPrint part : found) {
      all = all.with(part.first).with(part.second);
    }
    return all;
  }

  private static NightPrint rows(RecordTable table, int from, int to, long[] texts) {
    long first = 1;
    long second = 1;
    for (Field field : Layout.of(table.kind()).fields()) {
      for (int row = from; row < to; row++) {
        long text = texts[table.code(field, row)];
        first = (first ^ text) * GOLDEN;
        first ^= first >>> 32;
        second = (second + text) * 0xC2B2AE3D27D4EB4FL;
        second ^= second >>> 29;
      }
    }
    return new NightPrint(first, second);
  }

  /** A ruling names rows by a hash: by another hash it names others. */
  private NightPrint with(PinnedLink pin, HandleHash hash) {
    return with(print(pin.left()))
        .with(print(pin.right()))
        .with(print(pin.ruling().name()))
        .with(print(hash.hash(pin.ruling().name())));
  }

  /** A print for this and a number after it. */
  private NightPrint with(long number) {
    return new NightPrint(
        Keys.mix(first * GOLDEN + number), Keys.mix((second ^ number) * GOLDEN + 1));
  }
}

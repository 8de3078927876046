package cn.bidui.link;

import cn.bidui.link.frame.Ideographs;
import cn.bidui.link.frame.Spelling;
import cn.bidui.link.name.PlainName;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Names that are one but for variants: of each the code of the first of them. Nearly all names are
 * their own plain form, which is told from their characters without making a text of them.
 */
final class PlainNames {

  private final int[] name;
  private final Spelling texts;
  private final boolean[] codes;

  /** Of the names of all rows, which share {@code texts}. */
  PlainNames(int[] name, Spelling texts) {
    this.name = name;
    this.texts = texts;
    codes = new boolean[1 + Parts.largest(name)];
    Parts.each(
        name.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            codes[name[row]] = true;
          }
        });
    codes[0] = false;
  }

  /** By row the code of its name, or of the first that is the same but for variants. */
  int[] byRow() {
    BitSet unusual = unusual();
    Map<String, Integer> firsts = new HashMap<>();
    BitSet seen = new BitSet();
    for (int row : rows(unusual)) {
      if (!seen.get(name[row])) {
        seen.set(name[row]);
        firsts.putIfAbsent(PlainName.of(texts.text(name[row])), name[row]);
      }
    }
    return firsts.isEmpty() ? name : byRow(byCode(unusual, firsts));
  }

  private int[] rows(BitSet unusual) {
    return Parts.find(
            name.length,
            (from, to, found) -> {
              for (int row = from; row < to; row++) {
                if (unusual.get(name[row])) {
                  found.add(0, row);
                }
              }
            })
        .rows();
  }

  /** The names that are not their own plain form. */
  private BitSet unusual() {
    RowPairs found =
        Parts.find(
            codes.length,
            (from, to, unusual) -> {
              for (int code = from; code < to; code++) {
                if (codes[code] && !plain(code)) {
                  unusual.add(0, code);
                }
              }
            });
    BitSet unusual = new BitSet();
    Arrays.stream(found.rows()).forEach(unusual::set);
    return unusual;
  }

  private boolean plain(int code) {
    long ideographs = texts.ideographs(code);
    return ideographs != 0
        ? Ideographs.all(ideographs, PlainName::is)
        : PlainName.is(texts.text(code));
  }

  private int[] byCode(BitSet unusual, Map<String, Integer> firsts) {
    LongBag forms = new LongBag();
    firsts.keySet().forEach(form -> forms.add(Ideographs.packed(form)));
    int[] plainOf = new int[codes.length];
    Parts.each(
        plainOf.length,
        (from, to) -> {
          for (int code = from; code < to; code++) {
            long ideographs = texts.ideographs(code);
            boolean own = ideographs != 0 && !unusual.get(code) && !forms.has(ideographs);
            plainOf[code] = own || !codes[code] ? code : first(code, firsts);
          }
        });
    return plainOf;
  }

  private int first(int code, Map<String, Integer> firsts) {
    return firsts.getOrDefault(PlainName.of(texts.text(code)), code);
  }

  private int[] byRow(int[] plainOf) {
    int[] plainNames = new int[name.length];
    Parts.each(
        name.length,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            plainNames[row] = plainOf[name[row]];
          }
        });
    return plainNames;
  }
}

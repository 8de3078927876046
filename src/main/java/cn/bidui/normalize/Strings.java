package cn.bidui.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * The dictionary of a night: each different text once, by a code. Code 0 is blank.
 *
 * <p>A table of codes with their hashes beside them: a city has millions of different texts, and an
 * entry of a {@code HashMap} costs more than most of them.
 */
public final class Strings {

  private final List<String> texts = new ArrayList<>();

  /** Codes by hash, at most half full; 0 is free, since blank is never looked up. */
  private int[] slots = new int[1024];

  private int[] hashes = new int[1024];

  /** With blank as code 0. */
  public Strings() {
    texts.add("");
  }

  /** The code of {@code text}, new if it was not there. */
  public int code(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int hash = spread(text.hashCode());
    int slot = slot(text, hash);
    if (slots[slot] == 0) {
      slots[slot] = texts.size();
      hashes[slot] = hash;
      texts.add(text);
      growIfHalfFull();
      return texts.size() - 1;
    }
    return slots[slot];
  }

  /** The slot that holds {@code text}, or the free one in which it belongs. */
  private int slot(String text, int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0 && (hashes[slot] != hash || !texts.get(slots[slot]).equals(text))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void growIfHalfFull() {
    if (texts.size() * 2 <= slots.length) {
      return;
    }
    int[] oldSlots = slots;
    int[] oldHashes = hashes;
    slots = new int[oldSlots.length * 2];
    hashes = new int[slots.length];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldSlots[i] != 0) {
        place(oldSlots[i], oldHashes[i]);
      }
    }
  }

  private void place(int code, int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = code;
    hashes[slot] = hash;
  }

  /** The text of {@code code}. */
  public String text(int code) {
    return texts.get(code);
  }

  /** How many codes there are. */
  public int size() {
    return texts.size();
  }
}

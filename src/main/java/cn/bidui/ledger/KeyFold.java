package cn.bidui.ledger;

import cn.bidui.link.KeyChange;
import cn.bidui.link.KnownKeys;
import cn.bidui.link.PersonKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person keys of the journal, in primitive arrays: three million handles of a city take 24
 * bytes each and not an object. A handle is known by its first 128 bits.
 */
final class KeyFold implements KnownKeys {

  private static final int HEX_DIGITS = 32;
  private static final double FULL = 0.6;

  private long[] highs = new long[1024];
  private long[] lows = new long[1024];

  /** 0 where the place is free: numbers start at 1. */
  private long[] numbers = new long[1024];

  private int size;
  private long last;
  private final Map<Long, Long> keptFor = new HashMap<>();

  void apply(KeyChange change) {
    if (change instanceof KeyChange.Known known) {
      last = Math.max(last, known.key().number());
      known.handles().forEach(handle -> put(handle, known.key().number()));
    } else if (change instanceof KeyChange.Merged merged) {
      keptFor.put(merged.alias().number(), merged.kept().number());
    }
  }

  @Override
  public @Nullable PersonKey key(String handle) {
    byte[] bits = bits(handle);
    long number = numbers[place(high(bits), low(bits))];
    return number == 0 ? null : new PersonKey(kept(number));
  }

  @Override
  public long lastNumber() {
    return last;
  }

  private long kept(long number) {
    long kept = number;
    // A chain of merges is as long as there are aliases at most, even if it bites its tail.
    for (int i = 0; i < keptFor.size() && keptFor.containsKey(kept); i++) {
      kept = keptFor.get(kept);
    }
    return kept;
  }

  private void put(String handle, long number) {
    if (size > numbers.length * FULL) {
      grow();
    }
    byte[] bits = bits(handle);
    int place = place(high(bits), low(bits));
    if (numbers[place] == 0) {
      size++;
    }
    set(place, high(bits), low(bits), number);
  }

  private void set(int place, long high, long low, long number) {
    highs[place] = high;
    lows[place] = low;
    numbers[place] = number;
  }

  /** Where a handle stands, or the free place where it would. */
  private int place(long high, long low) {
    int mask = numbers.length - 1;
    int place = (int) (high ^ (low >>> 32)) & mask;
    while (numbers[place] != 0 && (highs[place] != high || lows[place] != low)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldHighs = highs;
    long[] oldLows = lows;
    long[] oldNumbers = numbers;
    highs = new long[oldHighs.length * 2];
    lows = new long[highs.length];
    numbers = new long[highs.length];
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != 0) {
        set(place(oldHighs[i], oldLows[i]), oldHighs[i], oldLows[i], oldNumbers[i]);
      }
    }
  }

  private static long high(byte[] bits) {
    return ByteBuffer.wrap(bits).getLong(0);
  }

  private static long low(byte[] bits) {
    return ByteBuffer.wrap(bits).getLong(8);
  }

  /** Handles are hexadecimal; any other text is hashed to the same width. */
  private static byte[] bits(String handle) {
    if (handle.length() >= HEX_DIGITS) {
      try {
        return HexFormat.of().parseHex(handle, 0, HEX_DIGITS);
      } catch (IllegalArgumentException e) {
        return hashed(handle);
      }
    }
    return hashed(handle);
  }

  private static byte[] hashed(String handle) {
    return Sha256.digest().digest(handle.getBytes(StandardCharsets.UTF_8));
  }
}

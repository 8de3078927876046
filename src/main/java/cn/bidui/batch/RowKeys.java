package cn.bidui.batch;

import cn.bidui.intake.ReturnSlip;
import cn.bidui.ledger.HomeKey;
import cn.bidui.normalize.ShelvedFile.BaseRow;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The keys that rows of an answer carry (行标识, 校验), by which they are known when they come back. A
 * key is {@code <first 16 digits of the list's digest>!<sheet>!<row>}; its seal covers the key and
 * the whole digest, never the values, which are there to be changed.
 */
final class RowKeys {

  private static final int DIGITS = 16;
  private static final char BETWEEN = '\u001F';

  private final HomeKey key;

  RowKeys(HomeKey key) {
    this.key = key;
  }

  /** Names {@code row} of the list {@code base}. */
  static String key(String base, BaseRow row) {
    return base.substring(0, DIGITS) + "!" + row.sheet() + "!" + row.row();
  }

  /** The row that {@code key} names, if it is one of {@code base}. */
  static Optional<BaseRow> row(String base, String key) {
    int from = key.indexOf('!');
    int to = key.lastIndexOf('!');
    if (from < 0 || from == to || !key.substring(0, from).equals(base.substring(0, DIGITS))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BaseRow(key.substring(from + 1, to), Integer.parseInt(key.substring(to + 1))));
    } catch (NumberFormatException changed) {
      return Optional.empty();
    }
  }

  /** The seal over {@code rowKey} of the list {@code base}. */
  String seal(String base, String rowKey) {
    return key.seal("row" + BETWEEN + base + BETWEEN + rowKey);
  }

  /** {@code said} with its seal. */
  void seal(SortedMap<String, String> said) {
    said.put(ReturnSlip.CHECK, sealOf(said));
  }

  /** Whether {@code slip} is as it went out. */
  boolean genuine(ReturnSlip slip) {
    return sealOf(slip.said()).equals(slip.check());
  }

  private String sealOf(SortedMap<String, String> said) {
    StringBuilder text = new StringBuilder("meta");
    for (Map.Entry<String, String> each : said.entrySet()) {
      text.append(BETWEEN).append(each.getKey()).append('=').append(each.getValue());
    }
    return key.seal(text.toString());
  }
}

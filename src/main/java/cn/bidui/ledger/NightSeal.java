package cn.bidui.ledger;

import cn.bidui.source.Batch;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The seal under which a night's workbooks go out and by which they are known when they come back
 * filled in (校验). Its key is made from the digests of every list that the night rests on: who has
 * not all of them cannot make it, and the same inputs still give the same bytes, in any work
 * folder.
 */
public final class NightSeal {

  private static final int SEAL_BYTES = 8;
  private static final char BETWEEN = '\u001F';

  private final Hmac hmac;

  private NightSeal(byte[] key) {
    this.hmac = new Hmac(key);
  }

  /** The seal of the night of {@code asOf} that rests on these lists. */
  public static NightSeal of(LocalDate asOf, List<Batch> effective) {
    String lists =
        effective.stream()
            .map(
                batch ->
                    batch.list().code()
                        + BETWEEN
                        + batch.scope().unit()
                        + BETWEEN
                        + batch.file().sha256())
            .sorted()
            .collect(Collectors.joining("\n"));
    String text = "night seal" + BETWEEN + asOf + BETWEEN + lists;
    return new NightSeal(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Names the seal without telling it, 16 hexadecimal digits. */
  public String id() {
    return seal("id");
  }

  /** The seal over names and values, 16 hexadecimal digits. */
  public String seal(SortedMap<String, String> said) {
    StringBuilder text = new StringBuilder("meta");
    said.forEach((name, value) -> text.append(BETWEEN).append(name).append('=').append(value));
    return seal(text.toString());
  }

  /** The seal over {@code text}, 16 hexadecimal digits. */
  public String seal(String text) {
    return HexFormat.of().formatHex(hmac.of(text), 0, SEAL_BYTES);
  }
}

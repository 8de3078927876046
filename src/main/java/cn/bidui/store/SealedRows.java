package cn.bidui.store;

import cn.bidui.ledger.TextSeal;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The values of one file's rows, each sealed for its place. For one thread. */
final class SealedRows {

  private final TextSeal.Desk desk;
  private final String sha256;

  SealedRows(TextSeal seal, String sha256) {
    this.desk = seal.desk();
    this.sha256 = sha256;
  }

  /**
   * Sees to it that the database is sealed with the key of {@code seal}.
   *
   * @throws UncheckedIOException with {@link OtherKeyException} if it is sealed with another one
   */
  static void require(TextSeal seal, JdbcTemplate jdbc) {
    List<String> known = jdbc.queryForList("select fingerprint from index_seal", String.class);
    if (known.isEmpty()) {
      jdbc.update("insert into index_seal values (?)", seal.fingerprint());
    } else if (!known.contains(seal.fingerprint())) {
      throw new UncheckedIOException(new OtherKeyException());
    }
  }

  String seal(List<String> texts, String column, int... place) {
    return desk.seal(place(column, place), Joined.join(texts));
  }

  /**
   * What was sealed.
   *
   * @throws IndexDamagedException if it is not what was sealed there
   */
  List<String> open(String sealed, String column, int... place) {
    String joined = text(sealed, column, place);
    return Joined.split(joined);
  }

  /** The same of a list that may be empty: one empty text is taken for none. */
  List<String> words(String sealed, String column, int... place) {
    String joined = text(sealed, column, place);
    return joined.isEmpty() ? List.of() : Joined.split(joined);
  }

  String text(String sealed, String column, int... place) {
    try {
      return desk.open(place(column, place), sealed);
    } catch (TextSeal.Broken broken) {
      throw new IndexDamagedException("a sealed value is not what was sealed there");
    }
  }

  private String place(String column, int... numbers) {
    StringBuilder place = new StringBuilder(column).append(' ').append(sha256);
    for (int number : numbers) {
      place.append(' ').append(number);
    }
    return place.toString();
  }
}

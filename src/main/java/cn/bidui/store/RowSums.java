package cn.bidui.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was put into the index of each file, so that whatever is read of it can be held against it.
 * H2 checks the frame of its pages, not the rows in them: a flipped bit comes back as another name.
 */
final class RowSums {

  /** The letter of a file's problems; those of rows are the letters of their buckets. */
  static final char PROBLEMS = 'p';

  /** The letter of what is known of the file itself. */
  static final char HEAD = 'h';

  private final JdbcTemplate jdbc;

  RowSums(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The sums of one file, or the changes to them. */
  static final class Sums {

    private final SortedMap<Character, RowSum> byLetter = new TreeMap<>();

    RowSum of(char letter) {
      return byLetter.computeIfAbsent(letter, any -> new RowSum());
    }

    /** How many rows there are, in all buckets. */
    long rows() {
      return byLetter.entrySet().stream()
          .filter(entry -> Character.isUpperCase(entry.getKey()))
          .mapToLong(entry -> entry.getValue().rows())
          .sum();
    }

    /** Whether both add up to the same under that letter. */
    boolean same(Sums other, char letter) {
      return of(letter).same(other.of(letter));
    }
  }

  /** Adds {@code more} to the sums of a file, in the transaction that changes its rows. */
  void add(int fileNo, Sums more) {
    for (Map.Entry<Character, RowSum> entry : more.byLetter.entrySet()) {
      RowSum sum = entry.getValue();
      String letter = entry.getKey().toString();
      int changed =
          jdbc.update(
              """
              update row_sum set rows_kept = rows_kept + ?, total = total + ?
              where  file_no = ? and bucket = ?
              """,
              sum.rows(),
              sum.total(),
              fileNo,
              letter);
      if (changed == 0) {
        jdbc.update(
            "insert into row_sum values (?, ?, ?, ?)", fileNo, letter, sum.rows(), sum.total());
      }
    }
  }

  /** What a file's rows must add up to. */
  Sums of(int fileNo) {
    Sums sums = new Sums();
    jdbc.query(
        "select bucket, rows_kept, total from row_sum where file_no = ?",
        (java.sql.ResultSet row) -> {
          sums.byLetter.put(row.getString(1).charAt(0), new RowSum(row.getLong(2), row.getLong(3)));
        },
        fileNo);
    return sums;
  }

  /**
   * Holds what was read of a file against what was put there.
   *
   * @throws IndexDamagedException if they differ under any of {@code letters}
   */
  void hold(int fileNo, Sums read, String letters) {
    Sums kept = of(fileNo);
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (!kept.same(read, letter)) {
        throw new IndexDamagedException("file " + fileNo + " does not add up under " + letter);
      }
    }
  }

  void clear(int fileNo) {
    jdbc.update("delete from row_sum where file_no = ?", fileNo);
  }
}

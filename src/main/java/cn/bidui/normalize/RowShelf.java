package cn.bidui.normalize;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Where the rows of read files are kept until they are compared (port; the database implements it).
 * An index of the archive: whatever it holds can be read again.
 */
public interface RowShelf {

  /** The files that were read to their end, or refused. */
  Set<String> complete();

  /** What the reading of {@code sha256} said, if it came to its end. */
  Optional<ShelvedFile> find(String sha256);

  /** Forgets whatever was kept of an earlier, unfinished reading of {@code sha256}. */
  void clear(String sha256);

  /** Keeps some rows, within the caller's transaction. */
  void keep(String sha256, List<KeptRow> rows);

  /** The reading came to its end; of a refused file no row stays. */
  void finish(ShelvedFile file);

  /** How many rows are kept of {@code sha256}. */
  long rows(String sha256);

  /** Hands over the rows of one bucket in order of sheet and row. */
  void recall(String sha256, Bucket bucket, RowVisitor visitor);

  /** Hands over all rows with their buckets in order of sheet and row. */
  void recallAll(String sha256, BucketVisitor visitor);

  /** The problems of the rejected rows, in order of sheet, row and column. */
  List<KeptProblem> problems(String sha256);

  /** How many rows each bucket holds. */
  SortedMap<Bucket, Integer> count(String sha256);

  /** Moves rows to {@link Bucket#DUPLICATE}. */
  void markDuplicates(String sha256, List<RowPlace> rows);

  /** Keeps {@code row} and its problems in place of what is kept at that place. */
  void replace(String sha256, KeptRow row);

  /** A row's sheet index and number. */
  record RowPlace(int sheet, int row) {}

  /** Takes rows one by one; the values must not be kept. */
  @FunctionalInterface
  interface RowVisitor {
    /** One row. */
    void row(int sheet, int row, List<String> values);
  }

  /** Takes rows of every bucket one by one; the values must not be kept. */
  @FunctionalInterface
  interface BucketVisitor {
    /** One row. */
    void row(Bucket bucket, int sheet, int row, List<String> values);
  }

  /** One problem of a kept row: the codes of {@link cn.bidui.source.Problem.RowProblem}. */
  record KeptProblem(
      int sheet,
      int row,
      String code,
      String field,
      String column,
      String found,
      List<String> arguments) {}
}

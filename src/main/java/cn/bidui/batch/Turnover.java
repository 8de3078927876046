package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.source.Batch;
import cn.bidui.source.ListKind;
import java.util.HashSet;
import java.util.Set;

/**
 * How many of the people of a list are in the list that would take its place (人员更替). Two exports of
 * one system look alike and speak of different people: one of them must not replace the other.
 */
final class Turnover {

  /** Lists that name everybody they speak of each time, so that few come and go. */
  private static final Set<ListKind> CENSUS =
      Set.of(
          ListKind.ROLL,
          ListKind.HOUSEHOLDS,
          ListKind.CIVIL,
          ListKind.DISABILITY,
          ListKind.POPULATION);

  private final RowShelf shelf;

  Turnover(RowShelf shelf) {
    this.shelf = shelf;
  }

  /** Whether lists of {@code list} keep most of their people. */
  static boolean expectedSmall(ListKind list) {
    return CENSUS.contains(list);
  }

  /** How many of the people of {@code before} are not in {@code candidate}. */
  int gone(Batch candidate, Batch before) {
    Set<String> left = people(before);
    left.removeAll(people(candidate));
    return left.size();
  }

  private Set<String> people(Batch batch) {
    ShelvedFile file =
        shelf
            .find(batch.file().sha256())
            .orElseThrow(() -> new IllegalStateException("a batch is not on the shelf"));
    Subject subject = new Subject(batch.list(), file);
    Set<String> people = new HashSet<>();
    shelf.recallAll(
        batch.file().sha256(),
        (bucket, sheet, row, values) -> {
          if (bucket == Bucket.ACCEPTED || bucket == Bucket.REJECTED) {
            people.add(subject.key(bucket, sheet, values));
          }
        });
    return people;
  }
}

package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of whom a row of a list speaks, and of what: enough to find the same row again in a later list,
 * wherever it stands there. The id, else the student number, else the name; grants also by program
 * and term. Rejected rows are kept as they stand, so that only their id and name are known.
 */
final class Subject {

  private final Layout layout;
  private final ShelvedFile file;

  Subject(ListKind list, ShelvedFile file) {
    this.layout = Layout.of(list);
    this.file = file;
  }

  /** The key of a row; the same for two rows that speak of one subject and matter. */
  String key(Bucket bucket, int sheet, List<String> values) {
    String id = id(bucket, sheet, values);
    String whom = id.isEmpty() ? "?" + name(bucket, sheet, values) : id;
    return bucket == Bucket.REJECTED
        ? whom
        : Stream.of(whom, layout.value(values, Field.PROGRAM), layout.value(values, Field.TERM))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\u001F"));
  }

  /** The person's or, in a list without persons, the school's name as it is written. */
  String name(Bucket bucket, int sheet, List<String> values) {
    return bucket == Bucket.REJECTED
        ? FileShelving.at(values, file.sheets().get(sheet).nameColumn())
        : RowNames.name(layout, values);
  }

  /** The id as it is written; blank if there is none. */
  String id(Bucket bucket, int sheet, List<String> values) {
    if (bucket == Bucket.REJECTED) {
      return FileShelving.at(values, file.sheets().get(sheet).idColumn());
    }
    String id = RowNames.id(layout, values);
    return id.isEmpty() ? layout.value(values, Field.STUDENT_NUMBER) : id;
  }
}

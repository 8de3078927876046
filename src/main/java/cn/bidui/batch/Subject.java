package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Of whom a row of a list speaks, and of what: enough to find the same row again in a later list,
 * wherever it stands there. The citizen id, else the student number, else name and school; grants
 * also by program and term.
 */
final class Subject {

  private static final List<Field> NAMES = List.of(Field.NAME, Field.HEAD_NAME, Field.SCHOOL_NAME);
  private static final List<Field> IDS =
      List.of(Field.CITIZEN_ID, Field.STUDENT_NUMBER, Field.HEAD_ID, Field.SCHOOL_CODE);
  private static final List<Field> MATTER = List.of(Field.PROGRAM, Field.TERM);

  private final Layout layout;
  private final ShelvedFile file;

  Subject(ListKind list, ShelvedFile file) {
    this.layout = Layout.of(list);
    this.file = file;
  }

  /** The key of a row; the same for two rows that speak of one subject and matter. */
  String key(Bucket bucket, int sheet, List<String> values) {
    if (bucket == Bucket.REJECTED) {
      String id = id(bucket, sheet, values);
      return id.isEmpty() ? "?" + name(bucket, sheet, values) : id;
    }
    List<String> parts = new ArrayList<>();
    String id = id(bucket, sheet, values);
    parts.add(id.isEmpty() ? "?" + name(bucket, sheet, values) : id);
    for (Field field : MATTER) {
      value(field, values).filter(text -> !text.isEmpty()).ifPresent(parts::add);
    }
    return String.join("\u001F", parts);
  }

  /** The person's or, in a list without persons, the school's name as it is written. */
  String name(Bucket bucket, int sheet, List<String> values) {
    return bucket == Bucket.REJECTED
        ? at(values, file.sheets().get(sheet).nameColumn())
        : first(NAMES, values);
  }

  /** The id as it is written; blank if there is none. */
  String id(Bucket bucket, int sheet, List<String> values) {
    return bucket == Bucket.REJECTED
        ? at(values, file.sheets().get(sheet).idColumn())
        : first(IDS, values);
  }

  private String first(List<Field> fields, List<String> values) {
    return fields.stream()
        .flatMap(field -> value(field, values).stream())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Optional<String> value(Field field, List<String> values) {
    int at = layout.position(field);
    return at < 0 ? Optional.empty() : Optional.of(values.get(at));
  }

  private static String at(List<String> values, int column) {
    return column >= 0 && column < values.size() ? values.get(column).strip() : "";
  }
}

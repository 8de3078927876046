package cn.bidui.link.frame;

import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Frames of rows that are written out in tests: {@code "wang|2012-05-18|990101…"}. */
public final class MadeFrame {

  private final List<LinkField> fields;
  private final List<String> lists = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>(List.of(0));
  private final List<String[]> rows = new ArrayList<>();

  public MadeFrame(List<LinkField> fields) {
    this.fields = fields;
  }

  /** One more list; the cells of a row stand between bars. */
  public MadeFrame list(String name, String... written) {
    return list(name, List.of(written));
  }

  public MadeFrame list(String name, List<String> written) {
    lists.add(name);
    written.forEach(row -> rows.add(row.split("\\|", -1)));
    starts.add(rows.size());
    return this;
  }

  /** The valid id of 17 digits. */
  public static String id(long first17) {
    return new CitizenId(first17).text();
  }

  public Frame frame() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(column(fields.get(i).kind(), i));
    }
    return new Frame(lists, starts.stream().mapToInt(Integer::intValue).toArray(), columns);
  }

  private Column column(FieldKind kind, int position) {
    Strings strings = new Strings();
    int[] codes = new int[rows.size()];
    long[] packed = new long[kind == FieldKind.CITIZEN_ID ? rows.size() : 0];
    for (int row = 0; row < codes.length; row++) {
      String text = rows.get(row)[position];
      CitizenId id = packed.length == 0 || text.isEmpty() ? null : CitizenId.read(text).idOrNull();
      if (id != null) {
        packed[row] = id.packed();
      } else {
        codes[row] = code(kind, text, strings);
      }
    }
    return new Column(kind, codes, packed, strings);
  }

  private static int code(FieldKind kind, String text, Strings strings) {
    if (text.isEmpty()) {
      return 0;
    }
    return switch (kind) {
      case DATE -> Column.day(LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE));
      case SEX -> text.equals("m") ? 1 : 2;
      default -> strings.code(text);
    };
  }
}

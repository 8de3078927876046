package cn.bidui.cli;

import cn.bidui.batch.ArchivedRows;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRecord;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import cn.bidui.source.SheetRow;
import cn.bidui.source.Term;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grants of one term, the roll and the schools as they counted in a published night, with the
 * columns that a public list needs and no rule asks about.
 */
final class NoticeTables {

  private static final Set<ListKind> LISTS = Set.of(ListKind.AID, ListKind.ROLL, ListKind.SCHOOLS);

  private static final Set<String> DEPARTMENT = Set.of("院系", "院系名称", "所在院系", "系部", "系别", "学院");
  private static final Set<String> MAJOR = Set.of("专业", "专业名称", "专业简称", "所学专业", "就读专业");

  /** What a row says of a pupil's place in the school, as it stands there. */
  record Place(String department, String major, String className) {
    private static final Place NONE = new Place("", "", "");
  }

  private final Map<RowRef, Place> places = new HashMap<>();
  private final List<School> register = new ArrayList<>();
  private final RecordTable aid;
  private final RecordTable roll;
  private final SchoolRegistry schools;

  private NoticeTables(ArchivedRows archived, Published night, Term term) throws IOException {
    Strings strings = new Strings();
    RecordTable.Builder grants = new RecordTable.Builder(ListKind.AID, strings);
    RecordTable.Builder pupils = new RecordTable.Builder(ListKind.ROLL, strings);
    int termAt = Layout.of(ListKind.AID).position(Field.TERM);
    archived.read(
        night,
        LISTS,
        (place, cells, values) -> {
          switch (cells.header().list()) {
            case AID -> {
              if (values.get(termAt).equals(term.label())) {
                grants.add(place, values);
                keep(place, cells);
              }
            }
            case ROLL -> {
              pupils.add(place, values);
              keep(place, cells);
            }
            default -> register.add(school(values));
          }
        });
    aid = grants.build();
    roll = pupils.build();
    schools = SchoolRegistry.of(roll, register);
  }

  static NoticeTables read(ArchivedRows archived, Published night, Term term) throws IOException {
    return new NoticeTables(archived, night, term);
  }

  private static School school(List<String> values) {
    return ((SchoolRecord) Layout.of(ListKind.SCHOOLS).record(values)).asSchool();
  }

  private void keep(RowRef at, SheetRow row) {
    Place place = new Place(text(row, DEPARTMENT), text(row, MAJOR), row.text(Field.CLASS_NAME));
    if (!place.equals(Place.NONE)) {
      places.put(at, place);
    }
  }

  /** The first column of that title that says something. */
  private static String text(SheetRow row, Set<String> titles) {
    List<String> texts = row.header().texts();
    for (int column = 0; column < Math.min(texts.size(), row.cells().size()); column++) {
      String text = row.cells().get(column).text().strip();
      if (!text.isEmpty() && titles.contains(folded(texts.get(column)))) {
        return text;
      }
    }
    return "";
  }

  /** {@code 学生信息/专 业*} → {@code 专业}. */
  private static String folded(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("[\\s*:]|\\(.*?\\)", "");
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  RecordTable aid() {
    return aid;
  }

  RecordTable roll() {
    return roll;
  }

  SchoolRegistry schools() {
    return schools;
  }

  Place place(RowRef row) {
    return places.getOrDefault(row, Place.NONE);
  }
}

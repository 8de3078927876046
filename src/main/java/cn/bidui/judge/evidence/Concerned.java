package cn.bidui.judge.evidence;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.County;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.PersonKey;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose rows the findings of a night rest on: the persons that they name; who shares an id, a
 * household or an account with one of them; who may be one of them; and of each list, somebody for
 * each value of its short columns, since rules ask whether a list speaks of a thing at all.
 */
final class Concerned {

  /** What members of a family, or several pupils of one card, have in common. */
  private static final List<Field> SHARED =
      List.of(
          Field.CITIZEN_ID,
          Field.GUARDIAN1_ID,
          Field.GUARDIAN2_ID,
          Field.HEAD_ID,
          Field.PAYEE_ID,
          Field.HOUSEHOLD_NUMBER,
          Field.ACCOUNT);

  /** What more rows than this have in common is nobody's family. */
  private static final int MOST_ROWS = 200;

  /** A column of more values than this is no column of kinds. */
  private static final int MOST_KINDS = 60;

  /** Schools with more pupils together are judged from the whole county. */
  private static final int MOST_OF_SCHOOLS = 4_000;

  private final County county;
  private final BitSet persons = new BitSet();

  private Concerned(County county) {
    this.county = county;
  }

  /** Numbers of persons of {@code county}. */
  static BitSet persons(County county, Collection<Finding> findings) {
    Concerned concerned = new Concerned(county);
    concerned.named(findings);
    concerned.ofSchools(findings);
    concerned.maybe();
    concerned.related();
    concerned.maybe();
    concerned.examples();
    return concerned.persons;
  }

  private boolean linked(ListKind list) {
    return list != ListKind.SCHOOLS;
  }

  private void add(ListKind list, int row) {
    persons.set(county.links().person(list, row));
  }

  private void named(Collection<Finding> findings) {
    Set<RowRef> places = new HashSet<>();
    for (Finding finding : findings) {
      places.addAll(finding.evidence());
      if (!finding.personKey().isEmpty()) {
        int person = county.keys().person(PersonKey.parse(finding.personKey()));
        if (person >= 0) {
          persons.set(person);
        }
      }
    }
    county
        .tables()
        .forEach(
            (list, table) -> {
              for (int row = 0; linked(list) && row < table.size(); row++) {
                if (places.contains(table.place(row))) {
                  add(list, row);
                }
              }
            });
  }

  /** A finding about a school that rests on no row rests on all of its pupils. */
  private void ofSchools(Collection<Finding> findings) {
    Set<String> schools = new HashSet<>();
    findings.stream()
        .filter(finding -> finding.evidence().isEmpty() && !finding.school().isEmpty())
        .forEach(finding -> schools.add(finding.school()));
    BitSet pupils = new BitSet();
    if (!schools.isEmpty()) {
      county.tables().forEach((list, table) -> pupils(list, table, schools, pupils));
    }
    if (pupils.cardinality() <= MOST_OF_SCHOOLS) {
      persons.or(pupils);
    }
  }

  private void pupils(ListKind list, RecordTable table, Set<String> schools, BitSet pupils) {
    for (int row = 0; linked(list) && row < table.size(); row++) {
      String name = table.text(Field.SCHOOL_NAME, row);
      boolean there =
          schools.contains(name)
              || county
                  .schools()
                  .find(table.text(Field.SCHOOL_CODE, row), name)
                  .filter(school -> schools.contains(school.name()))
                  .isPresent();
      if (there) {
        pupils.set(county.links().person(list, row));
      }
    }
  }

  private void maybe() {
    BitSet before = (BitSet) persons.clone();
    for (Undecided pair : county.links().undecided()) {
      pair(before, pair.left(), pair.leftRow(), pair.right(), pair.rightRow());
    }
    for (IdentityNote note : county.links().notes()) {
      pair(before, note.left(), note.leftRow(), note.right(), note.rightRow());
    }
  }

  private void pair(BitSet before, ListKind left, int leftRow, ListKind right, int rightRow) {
    int one = county.links().person(left, leftRow);
    int other = county.links().person(right, rightRow);
    if (before.get(one) || before.get(other)) {
      persons.set(one);
      persons.set(other);
    }
  }

  private void related() {
    Map<ListKind, RecordTable> tables = county.tables();
    BitSet theirs = new BitSet();
    int[] rows =
        new int[tables.values().stream().mapToInt(t -> t.strings().size()).max().orElse(0)];
    tables.forEach((list, table) -> tokens(list, table, theirs, rows));
    tables.forEach(
        (list, table) -> {
          for (int row = 0; linked(list) && row < table.size(); row++) {
            for (Field field : SHARED) {
              int code = table.code(field, row);
              if (code != 0 && theirs.get(code) && rows[code] <= MOST_ROWS) {
                add(list, row);
              }
            }
          }
        });
  }

  private void tokens(ListKind list, RecordTable table, BitSet theirs, int[] rows) {
    for (int row = 0; linked(list) && row < table.size(); row++) {
      boolean own = persons.get(county.links().person(list, row));
      for (Field field : SHARED) {
        int code = table.code(field, row);
        rows[code]++;
        if (own) {
          theirs.set(code);
        }
      }
    }
  }

  private void examples() {
    county
        .tables()
        .forEach(
            (list, table) -> {
              if (linked(list)) {
                Layout.of(list).fields().forEach(field -> examples(list, table, field));
              }
            });
  }

  private void examples(ListKind list, RecordTable table, Field field) {
    Set<Integer> seen = new HashSet<>();
    boolean blank = false;
    for (int row = 0; row < table.size() && seen.size() <= MOST_KINDS; row++) {
      int code = table.code(field, row);
      boolean first = code == 0 ? !blank : seen.add(code);
      blank |= code == 0;
      // Of a long column, one value and one blank are enough to show that it is there.
      if (first && (seen.size() <= 1 || kinds(field))) {
        add(list, row);
      }
    }
  }

  /** Columns that say of what kind something is, and not who somebody is. */
  private static boolean kinds(Field field) {
    return !SHARED.contains(field)
        && !field.holdsId()
        && field != Field.NAME
        && field != Field.FORMER_NAME
        && field != Field.HEAD_NAME
        && field != Field.BIRTH_DATE
        && field != Field.CLASS_NAME
        && field != Field.REMARK;
  }
}

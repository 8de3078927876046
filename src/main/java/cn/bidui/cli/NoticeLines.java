package cn.bidui.cli;

import cn.bidui.link.LinkResult;
import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Grade;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Program;
import cn.bidui.report.notice.PublicList;
import cn.bidui.report.notice.PublicList.Taken;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who stands on the public list of a program: the grants of the term, each pupil once for each
 * school, with grade, class and major as the roll of the same school has them. Of all that lists
 * say of a pupil only six texts leave here.
 */
final class NoticeLines {

  private final NoticeTables tables;
  private final LinkResult links;
  private final AidPolicies policies;
  private final Program program;
  private final PublicList list = new PublicList();
  private final Map<Taken, List<RowRef>> places = new EnumMap<>(Taken.class);
  private final Set<Pupil> seen = new HashSet<>();
  private final List<RowRef> deceased = new ArrayList<>();
  private final Map<Spelling, Optional<String>> schools = new HashMap<>();
  private String only = "";
  private int granted;
  private int twice;
  private int notOnRoll;

  /** A person at a school. */
  private record Pupil(int person, String school) {}

  /** How a row names a school; they are few, rows are many. */
  private record Spelling(String code, String name) {}

  private NoticeLines(
      NoticeTables tables, LinkResult links, AidPolicies policies, Program program) {
    this.tables = tables;
    this.links = links;
    this.policies = policies;
    this.program = program;
  }

  /**
   * The list of all schools.
   *
   * @param asked the school whose rows are counted where they could not be printed; blank for all
   */
  static NoticeLines of(
      NoticeTables tables, LinkResult links, AidPolicies policies, Program program, String asked) {
    NoticeLines lines = new NoticeLines(tables, links, policies, program);
    lines.only = asked.isBlank() ? "" : lines.school("", asked).orElse("");
    for (int row = 0; row < tables.aid().size(); row++) {
      lines.take(row);
    }
    return lines;
  }

  private void take(int row) {
    AidRecord grant = (AidRecord) tables.aid().record(row);
    int person = links.person(ListKind.AID, row);
    Optional<RollRecord> anywhere = rollRow(person, "").map(this::pupil);
    if (!isOf(grant, anywhere)) {
      return;
    }
    granted++;
    String school =
        school(grant.schoolCode(), grant.school())
            .or(() -> anywhere.flatMap(pupil -> school(pupil.schoolCode(), pupil.school())))
            .orElse("");
    if (anywhere.filter(pupil -> pupil.status() == RollStatus.DECEASED).isPresent()) {
      deceased.addAll(counts(school) ? List.of(tables.aid().place(row)) : List.of());
    } else if (seen.add(new Pupil(person, school))) {
      // The roll has the name as it is now, with characters that other systems lose.
      String name = anywhere.map(RollRecord::name).orElse(grant.name()).raw();
      add(row, name, grant, school);
    } else {
      twice += counts(school) ? 1 : 0;
    }
  }

  /** A row of no school may be one of any. */
  private boolean counts(String school) {
    return only.isEmpty() || school.isEmpty() || school.equals(only);
  }

  /** Spellings that several stages share are told apart by the roll's stage, else the row's. */
  private boolean isOf(AidRecord grant, Optional<RollRecord> pupil) {
    @Nullable Grade onRoll = pupil.map(RollRecord::grade).orElse(null);
    @Nullable Grade grade = onRoll != null ? onRoll : grant.grade();
    Optional<Program> meant =
        grade == null
            ? policies.program(grant.program())
            : policies.program(grant.program(), grade.stage());
    return meant.filter(other -> other.code().equals(program.code())).isPresent();
  }

  /** Of another school's roll nothing is taken: its class would be a wrong one here. */
  private void add(int row, String name, AidRecord grant, String school) {
    RowRef at = tables.aid().place(row);
    Optional<Integer> rollRow = rollRow(links.person(ListKind.AID, row), school);
    Optional<RollRecord> pupil = rollRow.map(this::pupil);
    NoticeTables.Place own = tables.place(at);
    NoticeTables.Place onRoll =
        rollRow.map(found -> tables.place(tables.roll().place(found))).orElse(own);
    @Nullable Grade grade = pupil.map(RollRecord::grade).orElse(grant.grade());
    notOnRoll += pupil.isEmpty() && counts(school) ? 1 : 0;
    Taken taken =
        list.add(
            name,
            school,
            first(onRoll.department(), own.department()),
            grade == null ? "" : grade.label(),
            first(onRoll.major(), own.major()),
            first(pupil.map(RollRecord::className).orElse(""), own.className()));
    if (taken != Taken.PRINTED && counts(school)) {
      places.computeIfAbsent(taken, none -> new ArrayList<>()).add(at);
    }
  }

  private static String first(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  private RollRecord pupil(int row) {
    return (RollRecord) tables.roll().record(row);
  }

  /**
   * The roll's row of a person: in school before others, at {@code school} unless that is blank.
   */
  private Optional<Integer> rollRow(int person, String school) {
    return IntStream.of(links.rows(ListKind.ROLL, person))
        .boxed()
        .filter(row -> school.isEmpty() || at(school, pupil(row)))
        .min(Comparator.comparing((Integer row) -> pupil(row).status()));
  }

  private boolean at(String school, RollRecord pupil) {
    return school(pupil.schoolCode(), pupil.school()).filter(school::equals).isPresent();
  }

  /** As the register or the roll calls it; two schools of one name are told apart. */
  private Optional<String> school(String code, String written) {
    return schools.computeIfAbsent(new Spelling(code, written), this::found);
  }

  private Optional<String> found(Spelling spelling) {
    String written = spelling.name();
    Optional<School> known = tables.schools().find(spelling.code(), written);
    return known.isPresent()
        ? known.map(this::name)
        : Optional.of(written.strip()).filter(name -> !name.isEmpty());
  }

  private String name(School school) {
    long namesakes =
        tables.schools().schools().stream()
            .filter(other -> other.name().equals(school.name()))
            .count();
    String mark = school.township().isEmpty() ? school.code() : school.township();
    return namesakes < 2 ? school.name() : school.name() + "（" + mark + "）";
  }

  /** The school that a user means by {@code written}, if it stands on the list. */
  Optional<String> schoolOnList(String written) {
    String name = school("", written).orElse(written.strip());
    return list.schools().stream().filter(name::equals).findFirst();
  }

  PublicList list() {
    return list;
  }

  /** How many rows of the term are of the program. */
  int granted() {
    return granted;
  }

  /** How many of them name a pupil of a school once more. */
  int twice() {
    return twice;
  }

  /** How many pupils no roll of their school has: grade and class are those of the grant. */
  int notOnRoll() {
    return notOnRoll;
  }

  /** Rows of pupils who have died, as the roll says: their names do not go on a wall. */
  List<RowRef> deceased() {
    return deceased;
  }

  /** The rows that could not be printed, or not as a whole, by what became of them. */
  List<RowRef> places(Taken taken) {
    return places.getOrDefault(taken, List.of());
  }
}

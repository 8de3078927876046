package cn.bidui.judge.zero;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.night.Site;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRecord;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.person.Stage;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.School;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 百分之百① 学校漏纳入: a school of the register of which the lists of the aid system have no pupil. Not
 * asked of schools that are closed, nor of stages of which those lists have nobody.
 */
final class SchoolMissing implements Rule {

  /** The lists of the aid system. */
  private static final List<ListKind> SYSTEM =
      List.of(ListKind.ENROLLED, ListKind.HARDSHIP, ListKind.AID);

  private static final Pattern CLOSED = Pattern.compile("停办|停用|撤|注销|关闭|合并|筹建|未开办");

  @Override
  public RuleCard card() {
    return RuleCard.of("school-missing", Severity.MEDIUM, ListKind.SCHOOLS)
        .withOneOf(ListKind.ENROLLED, ListKind.AID);
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    Set<String> seen = seen(night);
    Set<String> asked = new TreeSet<>();
    @Nullable RecordTable register = night.county().tables().get(ListKind.SCHOOLS);
    for (int index = 0; register != null && index < register.size(); index++) {
      Row<ListRecord> row = night.row(ListKind.SCHOOLS, index);
      SchoolRecord school = (SchoolRecord) row.record();
      if (compared(night, school) && asked.add(key(school))) {
        inquiry.compared();
        compare(night, inquiry, row, school, seen);
      }
    }
  }

  private static boolean compared(Night night, SchoolRecord school) {
    return !CLOSED.matcher(school.status()).find()
        && (school.stages().isEmpty() || school.stages().stream().anyMatch(one -> has(night, one)));
  }

  private static boolean has(Night night, Stage stage) {
    return SYSTEM.stream().anyMatch(list -> night.has(list) && Stages.has(night, list, stage));
  }

  private static void compare(
      Night night, Inquiry inquiry, Row<ListRecord> row, SchoolRecord record, Set<String> seen) {
    School school = school(night, record);
    if (names(record).anyMatch(seen::contains) || keys(school).anyMatch(seen::contains)) {
      inquiry.right(Site.of(school));
      return;
    }
    boolean certain = night.has(ListKind.ENROLLED);
    inquiry.ask(
        Question.about(night, inquiry, school)
            .outcome(certain ? Outcome.MISSING_THERE : Outcome.TO_CHECK)
            .evidence(List.of(row))
            .says(certain ? "sentence" : "to-check", school.name()),
        Site.of(school));
  }

  /** Under the registry's name, in which the scoreboard speaks; the township by the register. */
  private static School school(Night night, SchoolRecord record) {
    School known =
        night
            .school(record.code(), record.school())
            .filter(school -> record.code().isEmpty() || school.code().equals(record.code()))
            .orElseGet(() -> new School(record.code(), record.school(), Set.of(), ""));
    return known.township().isEmpty()
        ? new School(known.code(), known.name(), known.aliases(), record.township())
        : known;
  }

  private static String key(SchoolRecord school) {
    return school.code().isEmpty() ? SchoolRegistry.fold(school.school()) : school.code();
  }

  private static Stream<String> names(SchoolRecord school) {
    Stream<String> names = Stream.concat(Stream.of(school.school()), school.aliases().stream());
    return Stream.concat(Stream.of(school.code()), names.map(SchoolRegistry::fold));
  }

  private static Stream<String> keys(School school) {
    return school.code().isEmpty()
        ? Stream.of(SchoolRegistry.fold(school.name()))
        : Stream.of(school.code());
  }

  /** Codes and folded names of the schools of which the aid system has somebody. */
  private static Set<String> seen(Night night) {
    Set<String> seen = new HashSet<>();
    for (ListKind list : SYSTEM) {
      @Nullable RecordTable table = night.county().tables().get(list);
      if (table != null) {
        seen(night, table, seen);
      }
    }
    seen.remove("");
    return seen;
  }

  private record Spelling(int code, int name) {}

  private static void seen(Night night, RecordTable table, Set<String> seen) {
    IntStream.range(0, table.size())
        .mapToObj(
            row ->
                new Spelling(
                    table.code(Field.SCHOOL_CODE, row), table.code(Field.SCHOOL_NAME, row)))
        .distinct()
        .forEach(
            spelling -> {
              String code = table.strings().text(spelling.code());
              String name = table.strings().text(spelling.name());
              // Of two schools of one name, the code says which is meant.
              seen.add(code.isEmpty() ? SchoolRegistry.fold(name) : code);
              night.school(code, name).ifPresent(school -> keys(school).forEach(seen::add));
            });
  }
}

package cn.bidui.judge.zero;

import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.PaymentRecord;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Stage;
import cn.bidui.plan.Program;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the payment list speaks of (发放名单): for which terms and programs it has payments, and which
 * of its rows were paid to a guardian (监护人) rather than to the child.
 */
final class PaymentBook {

  /**
   * What families get as a waiver or a meal is settled with the school: a list of payments to
   * families need not have it.
   */
  private static final Pattern NOT_IN_CASH = Pattern.compile("免|减|营养|膳食|餐|贷款");

  private final Night night;
  private final Set<String> programs = new HashSet<>();

  /** Whether some rows name no program, so that they may be of any. */
  private final boolean unnamed;

  private final Map<CitizenId, List<Integer>> rowsByHolder = new HashMap<>();
  private final Map<CitizenId, Set<Integer>> wards = new HashMap<>();

  private PaymentBook(Night night) {
    this.night = night;
    Night.distinct(night.county(), ListKind.PAYMENTS, Field.PROGRAM)
        .flatMap(text -> Stream.of(Stage.values()).map(stage -> program(text, stage)))
        .forEach(programs::add);
    unnamed = unnamed();
    holders();
    wards();
  }

  static PaymentBook of(Night night) {
    return night.once(PaymentBook.class, PaymentBook::new);
  }

  private boolean unnamed() {
    @Nullable RecordTable table = night.county().tables().get(ListKind.PAYMENTS);
    return table != null
        && IntStream.range(0, table.size()).anyMatch(row -> table.code(Field.PROGRAM, row) == 0);
  }

  private String program(String text, Stage stage) {
    return night.policies().program(text, stage).map(Program::code).orElse("");
  }

  /**
   * Whether the list of {@code county} has payments of one of the judged terms, so that its silence
   * says something.
   */
  static boolean speaks(County county) {
    return !terms(county).isEmpty();
  }

  /**
   * The judged terms of which the list has payments. A payment without a term may be for any that
   * had begun by its day.
   */
  static NavigableSet<Term> terms(County county) {
    NavigableSet<Term> judged = Night.judgedTerms(county);
    NavigableSet<Term> terms = new TreeSet<>();
    @Nullable RecordTable table = county.tables().get(ListKind.PAYMENTS);
    for (int row = 0; table != null && terms.size() < judged.size() && row < table.size(); row++) {
      add(table, row, judged, terms);
    }
    return terms;
  }

  private static void add(
      RecordTable table, int row, NavigableSet<Term> judged, NavigableSet<Term> terms) {
    String term = table.text(Field.TERM, row);
    if (term.isEmpty()) {
      judged.stream().filter(one -> reaches(table, row, one)).forEach(terms::add);
    } else if (judged.contains(Term.parse(term))) {
      terms.add(Term.parse(term));
    }
  }

  private static boolean reaches(RecordTable table, int row, Term term) {
    String day = table.text(Field.PAID_ON, row);
    String month = table.text(Field.PAYMENT_MONTH, row);
    if (!day.isEmpty()) {
      return !LocalDate.parse(day).isBefore(term.firstDay());
    }
    return month.isEmpty() || !YearMonth.parse(month).atEndOfMonth().isBefore(term.firstDay());
  }

  /** Whether payments of that program would stand on the list. */
  boolean speaksOf(@Nullable Program program) {
    return program == null
        || programs.contains(program.code())
        || !NOT_IN_CASH.matcher(program.name()).find();
  }

  /**
   * Whether the list names that program at all. One that names no program known to the policies
   * leaves open what it paid, and is taken to be about all.
   */
  boolean names(@Nullable Program program) {
    boolean noneKnown = programs.stream().allMatch(String::isEmpty);
    return program == null || noneKnown || unnamed || programs.contains(program.code());
  }

  /** Whose account it was, of rows that name no pupil. */
  private void holders() {
    @Nullable RecordTable table = night.county().tables().get(ListKind.PAYMENTS);
    for (int row = 0; table != null && row < table.size(); row++) {
      if (!pupil(night.county().links().person(ListKind.PAYMENTS, row))) {
        holder(table, row);
      }
    }
  }

  private boolean pupil(int person) {
    return night.county().links().rows(ListKind.ROLL, person).length > 0
        || night.county().links().rows(ListKind.AID, person).length > 0;
  }

  private void holder(RecordTable table, int row) {
    @Nullable CitizenId payee = CitizenId.read(table.text(Field.PAYEE_ID, row)).idOrNull();
    @Nullable CitizenId named = CitizenId.read(table.text(Field.CITIZEN_ID, row)).idOrNull();
    @Nullable CitizenId holder = payee == null ? named : payee;
    if (holder != null) {
      rowsByHolder.computeIfAbsent(holder, id -> new ArrayList<>()).add(row);
    }
  }

  /** Only of holders: a county has far more guardians than nameless payments. */
  private void wards() {
    @Nullable RecordTable roll = night.county().tables().get(ListKind.ROLL);
    for (int row = 0; roll != null && !rowsByHolder.isEmpty() && row < roll.size(); row++) {
      int pupil = night.county().links().person(ListKind.ROLL, row);
      ward(roll.text(Field.GUARDIAN1_ID, row), pupil);
      ward(roll.text(Field.GUARDIAN2_ID, row), pupil);
    }
  }

  private void ward(String guardian, int pupil) {
    @Nullable CitizenId id = CitizenId.read(guardian).idOrNull();
    if (id != null && rowsByHolder.containsKey(id)) {
      wards.computeIfAbsent(id, none -> new TreeSet<>()).add(pupil);
    }
  }

  /** Whether that row was paid to a guardian of a pupil on the roll. */
  boolean toGuardian(Row<PaymentRecord> row) {
    return Stream.of(row.record().payeeId(), row.record().id())
        .filter(reading -> reading != null)
        .map(reading -> reading.idOrNull())
        .anyMatch(id -> id != null && wards.containsKey(id));
  }

  /** Rows paid to a guardian who has no other pupil: they were paid for this one. */
  List<Row<PaymentRecord>> forOnly(Person person) {
    return guardians(person)
        .filter(id -> wards(id) == 1)
        .flatMap(id -> rowsByHolder.getOrDefault(id, List.of()).stream())
        .distinct()
        .map(row -> new Row<>(ListKind.PAYMENTS, row, record(row)))
        .toList();
  }

  /** Whether a guardian of several pupils was paid: for which of them, nobody can tell. */
  boolean forSeveral(Person person) {
    return guardians(person).anyMatch(id -> wards(id) > 1);
  }

  private static Stream<CitizenId> guardians(Person person) {
    return person.roll().stream()
        .flatMap(row -> row.record().guardians().stream())
        .map(Guardian::id)
        .map(CitizenIdReading::idOrNull)
        .filter(Objects::nonNull)
        .distinct();
  }

  /** The pupils of a holder who was paid; 0 of anybody else. */
  private int wards(CitizenId guardian) {
    return wards.getOrDefault(guardian, Set.of()).size();
  }

  private PaymentRecord record(int row) {
    return (PaymentRecord) night.row(ListKind.PAYMENTS, row).record();
  }
}

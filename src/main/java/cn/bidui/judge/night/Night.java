package cn.bidui.judge.night;

import cn.bidui.link.Departed;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.PersonKey;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Category;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A county's night with what several rules derive from it, worked out once. */
public final class Night {

  private static final int[] NO_ROWS = {};

  private final County county;
  private final AidPolicies policies;
  private final long identifiedGrace;
  private final Categories categories;
  private final Map<Integer, NavigableSet<Integer>> mayBe = new HashMap<>();
  private final NavigableSet<Term> judgedTerms;
  private final Set<Stage> stagesOnRoll;
  private final Map<Integer, Departed> departed = new HashMap<>();
  private final Map<ListKind, BitSet> repaired = new EnumMap<>(ListKind.class);
  private final List<ListKind> further;
  private final Map<Class<?>, Object> derived = new HashMap<>();
  private int funded = -1;
  private Funding funding = new Funding(List.of());
  private int entitled = -1;
  private List<Due> dues = List.of();
  private int paid = -1;
  private Payments payments = new Payments(List.of());

  /**
   * @param identifiedGrace days after the first day of a term by which a household must have been
   *     identified to count for it
   */
  public Night(County county, AidPolicies policies, long identifiedGrace) {
    this.county = county;
    this.policies = policies;
    this.identifiedGrace = identifiedGrace;
    this.categories = new Categories(county, identifiedGrace);
    further =
        county.tables().keySet().stream()
            .filter(list -> !list.needed() && list.compared())
            .sorted()
            .toList();
    for (Undecided pair : county.links().undecided()) {
      int left = county.links().person(pair.left(), pair.leftRow());
      int right = county.links().person(pair.right(), pair.rightRow());
      mayBe.computeIfAbsent(left, person -> new TreeSet<>()).add(right);
      mayBe.computeIfAbsent(right, person -> new TreeSet<>()).add(left);
    }
    for (Departed pupil : county.departed()) {
      int person = county.keys().person(pupil.key());
      departed.merge(
          person, pupil, (one, next) -> one.dataDate().isAfter(next.dataDate()) ? one : next);
    }
    Noted.of(this, IdentityNote.Kind.ID_REPAIRED)
        .forEach(
            note ->
                repaired.computeIfAbsent(note.left(), list -> new BitSet()).set(note.leftRow()));
    judgedTerms = judgedTerms(county);
    stagesOnRoll = stages();
  }

  public County county() {
    return county;
  }

  public AidPolicies policies() {
    return policies;
  }

  public LocalDate asOf() {
    return county.asOf();
  }

  public SchoolYear year() {
    return SchoolYear.of(asOf());
  }

  public boolean has(ListKind list) {
    return county.tables().containsKey(list);
  }

  public int persons() {
    return county.links().persons();
  }

  public Person person(int number) {
    return new Person(
        number,
        records(ListKind.ROLL, number, RollRecord.class),
        records(ListKind.HOUSEHOLDS, number, HouseholdRecord.class),
        records(ListKind.AID, number, AidRecord.class),
        further.stream()
            .flatMap(list -> records(list, number, ListRecord.class).stream())
            .toList());
  }

  public Row<ListRecord> row(ListKind list, int index) {
    return new Row<>(list, index, table(list).orElseThrow().record(index));
  }

  /** The canonical text of a field of a row, as a column has it; blank for none. */
  public String text(Row<?> row, Field field) {
    return table(row.list()).orElseThrow().text(field, row.index());
  }

  public PersonKey key(Person person) {
    return county.keys().key(person.number());
  }

  public Optional<School> school(String code, String name) {
    return county.schools().find(code, name);
  }

  public RowRef place(ListKind list, int row) {
    return table(list).orElseThrow().place(row);
  }

  /**
   * The birth date on any of the person's rows, else from a valid id: roll first, then households.
   */
  public Optional<LocalDate> birth(Person person) {
    return person.rows().stream()
        .map(row -> table(row.list()).orElseThrow().birth(row.index()))
        .filter(day -> day != RecordTable.NO_BIRTH)
        .map(LocalDate::ofEpochDay)
        .findFirst();
  }

  /** The person's categories, judged at the first day of {@code term}, in doubt or not. */
  public EnumSet<Category> categories(Person person, Term term) {
    return grounds(person, term).categories();
  }

  /** What the lists say of the person's categories at the first day of {@code term}. */
  public Grounds grounds(Person person, Term term) {
    return categories.of(person, term);
  }

  /** The same by tonight's lists alone. */
  Grounds tonight(Person person, Term term) {
    return categories.tonight(person, term);
  }

  /** The day at which categories are judged, and how much later still counts. */
  TermStart start(Term term) {
    return new TermStart(term, identifiedGrace);
  }

  /** The terms of the present school year of which the aid list has rows, none of the future. */
  public NavigableSet<Term> judgedTerms() {
    return judgedTerms;
  }

  /** What the person got in the judged terms; kept while rules ask about the same person. */
  public Funding funding(Person person) {
    if (person.number() != funded) {
      funding = Funding.of(this, person);
      funded = person.number();
    }
    return funding;
  }

  /** What the person is due in the judged terms; kept while rules ask about the same person. */
  public List<Due> dues(Person person) {
    if (person.number() != entitled) {
      dues = Dues.of(this, person);
      entitled = person.number();
    }
    return dues;
  }

  /**
   * What was paid to the person for the judged terms; kept while rules ask about the same person.
   */
  public Payments payments(Person person) {
    if (person.number() != paid) {
      payments = Payments.of(this, person);
      paid = person.number();
    }
    return payments;
  }

  /** What rules of one matter derive from the whole night: made at the first call, then kept. */
  public <T> T once(Class<T> type, Function<Night, T> make) {
    @Nullable Object known = derived.get(type);
    if (known == null) {
      known = make.apply(this);
      derived.put(type, known);
    }
    return type.cast(known);
  }

  /** The data date of the last roll that had the person, who is on none tonight. */
  public Optional<LocalDate> lastOnRoll(Person person) {
    return departed(person).map(Departed::dataDate);
  }

  /** The person on the last roll that had him, if he is on none tonight. */
  public Optional<Departed> departed(Person person) {
    return Optional.ofNullable(departed.get(person.number()));
  }

  /** Whether linking could repair the id of that row. */
  public boolean repaired(Row<?> row) {
    return repaired.getOrDefault(row.list(), new BitSet()).get(row.index());
  }

  /** Persons of whom a human has yet to say whether they are {@code person}. */
  public List<Person> mayBe(Person person) {
    return mayBe.getOrDefault(person.number(), Collections.emptyNavigableSet()).stream()
        .filter(other -> other != person.number())
        .map(this::person)
        .toList();
  }

  /** Whether the person may be somebody on the roll. */
  public boolean maybeOnRoll(Person person) {
    return mayBe(person).stream().anyMatch(other -> !other.roll().isEmpty());
  }

  /**
   * Whether a row of {@code list} that was sent back, and not corrected yet, may be the person's.
   */
  public boolean maybeSentBack(ListKind list, Person person) {
    return maybeSentBack(list, key(person));
  }

  /** The same of somebody who may stand on no list tonight. */
  public boolean maybeSentBack(ListKind list, PersonKey person) {
    return county.sentBack().maybe(list, person);
  }

  /**
   * Whether the rolls have pupils of {@code stage}, so that being absent from them says something.
   * Rolls without grades say nothing about stages and count as having all.
   */
  public boolean rollHas(Stage stage) {
    return stagesOnRoll.isEmpty() || stagesOnRoll.contains(stage);
  }

  /** Whether a row of the rolls names a grade of {@code stage}. */
  public boolean rollNames(Stage stage) {
    return stagesOnRoll.contains(stage);
  }

  /** Whether the roll may still lag behind the entry and the moves of autumn. */
  public boolean autumnLag(long days) {
    return !asOf().isAfter(year().firstDay().plusDays(days));
  }

  /** Whether it is July or August, when leavers are struck off and others not yet promoted. */
  public boolean summer() {
    int month = asOf().getMonthValue();
    return month == 7 || month == 8;
  }

  private Optional<RecordTable> table(ListKind list) {
    return Optional.ofNullable(county.tables().get(list));
  }

  private int[] rows(ListKind list, int person) {
    @Nullable RecordTable table = county.tables().get(list);
    return table == null ? NO_ROWS : ByContent.order(table, county.links().rows(list, person));
  }

  private <T extends ListRecord> List<Row<T>> records(ListKind list, int person, Class<T> type) {
    List<Row<T>> records = new ArrayList<>();
    for (int row : rows(list, person)) {
      records.add(new Row<>(list, row, type.cast(row(list, row).record())));
    }
    return records;
  }

  /** The same before there is a night: rules ask whether there is any term to judge. */
  public static NavigableSet<Term> judgedTerms(County county) {
    SchoolYear year = SchoolYear.of(county.asOf());
    Term present = Term.of(county.asOf());
    NavigableSet<Term> terms = new TreeSet<>();
    distinct(county, ListKind.AID, Field.TERM)
        .map(Term::parse)
        .filter(term -> term.schoolYear().equals(year))
        .filter(term -> term.compareTo(present) <= 0)
        .forEach(terms::add);
    return Collections.unmodifiableNavigableSet(terms);
  }

  private Set<Stage> stages() {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    distinct(county, ListKind.ROLL, Field.GRADE)
        .map(code -> Grade.parse(code).stage())
        .forEach(stages::add);
    return stages;
  }

  /** The different texts of a column, blank left out; none if the list is not there. */
  public static Stream<String> distinct(County county, ListKind list, Field field) {
    @Nullable RecordTable table = county.tables().get(list);
    if (table == null) {
      return Stream.empty();
    }
    return IntStream.range(0, table.size())
        .map(row -> table.code(field, row))
        .filter(code -> code != 0)
        .distinct()
        .mapToObj(code -> table.strings().text(code));
  }
}

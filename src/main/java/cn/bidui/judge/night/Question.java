package cn.bidui.judge.night;

import cn.bidui.judge.finding.Digest;
import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.link.PersonKey;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.plan.Category;
import cn.bidui.plan.Program;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding while it is being put together; each rule says what it found, this says the rest. */
public final class Question {

  private final Night night;
  private final Rule rule;
  private final String subjectKind;
  private final List<String> subject;
  private final Portrait portrait;
  private final List<String> discriminators = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private final Set<Place> evidence = new TreeSet<>();
  private Outcome outcome = Outcome.TO_CHECK;
  private Set<Category> categories = Set.of();
  private String program = "";
  private String term = "";
  private String caseYear = "";
  private String due = "";
  private String found = "";
  private Explanation explanation = new Explanation("", List.of());

  /** Rows of tonight in the order roll, households, aid; rows of earlier nights before them. */
  private record Place(int list, int row, RowRef ref) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = Integer.compare(list, other.list);
      order = order != 0 ? order : Integer.compare(row, other.row);
      return order != 0 ? order : ref.compareTo(other.ref);
    }
  }

  private Question(
      Night night, Rule rule, String subjectKind, List<String> subject, Portrait portrait) {
    this.night = night;
    this.rule = rule;
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.portrait = portrait;
  }

  /** About one person. */
  public static Question about(Night night, Inquiry inquiry, Person person) {
    Question question =
        new Question(
            night,
            inquiry.rule(),
            "person",
            List.of(night.key(person).text()),
            Portrait.of(night, person));
    question.categories = night.categories(person, Term.of(night.asOf()));
    return question;
  }

  /** About two persons of whom it is asked whether they are one. */
  public static Question about(Night night, Inquiry inquiry, Person left, Person right) {
    List<String> keys =
        Stream.of(night.key(left), night.key(right)).sorted().map(PersonKey::text).toList();
    Question question = new Question(night, inquiry.rule(), "pair", keys, Portrait.of(night, left));
    question.categories = night.categories(left, Term.of(night.asOf()));
    question.categories.addAll(night.categories(right, Term.of(night.asOf())));
    return question;
  }

  /** About a pupil of an earlier roll. */
  public static Question about(Night night, Inquiry inquiry, PersonKey key, Portrait portrait) {
    return new Question(night, inquiry.rule(), "person", List.of(key.text()), portrait);
  }

  /** About a school: by its code, else by its folded name. */
  public static Question about(Night night, Inquiry inquiry, School school) {
    String key = school.code().isEmpty() ? SchoolRegistry.fold(school.name()) : school.code();
    Portrait portrait = new Portrait("", "", school.township(), school.name(), null);
    return new Question(night, inquiry.rule(), "school", List.of(key), portrait);
  }

  /**
   * About an account that several pupils share; it goes by its keyed hash, which tells nothing of
   * its number.
   *
   * @param pupils in order of their keys, of very many the first; reports print their names and the
   *     place of the first
   */
  public static Question about(Night night, Inquiry inquiry, String account, List<Person> pupils) {
    List<Portrait> portraits = pupils.stream().map(one -> Portrait.of(night, one)).toList();
    String names = portraits.stream().map(Portrait::name).collect(Collectors.joining("、"));
    Portrait first = portraits.get(0);
    return new Question(
        night,
        inquiry.rule(),
        "account",
        List.of(night.county().keys().handle("account", account)),
        new Portrait(names, "", first.township(), first.school(), null));
  }

  public Question outcome(Outcome result) {
    outcome = result;
    return this;
  }

  /** About one term: the categories are those of its first day. */
  public Question term(Person person, Term of) {
    term = of.label();
    caseYear = rule.matter() == Matter.AID ? of.schoolYear().label() : "";
    categories = night.categories(person, of);
    discriminators.add(of.label());
    return this;
  }

  /** About one program in one term. */
  public Question aid(Person person, Program of, Term in) {
    return aid(person, of.code(), of.name(), in);
  }

  /** About one grant, whether or not a policy knows its program. */
  public Question aid(Grant grant) {
    return aid(grant.person(), grant.code(), grant.written(), grant.term());
  }

  /**
   * About what goes by {@code code} in one term; the code sets findings apart, so that a program
   * may be renamed.
   */
  public Question aid(Person person, String code, String name, Term in) {
    program = name;
    discriminators.add(code);
    term(person, in);
    facts.add(Category.labels(categories));
    return this;
  }

  /** About one program in one term, of a subject that is no person. */
  public Question aid(Program of, Term in) {
    program = of.name();
    term = in.label();
    caseYear = in.schoolYear().label();
    discriminators.add(of.code());
    discriminators.add(in.label());
    return this;
  }

  /** About one school year. */
  public Question year(SchoolYear of) {
    caseYear = rule.matter() == Matter.AID ? of.label() : "";
    discriminators.add(of.label());
    return this;
  }

  public Question categories(Set<Category> of) {
    categories = of;
    return this;
  }

  public Question due(Optional<Yuan> amount) {
    due = amount.map(Yuan::toString).orElse("");
    return this;
  }

  public Question found(Optional<Yuan> amount) {
    return found(amount.map(Yuan::toString).orElse(""));
  }

  public Question found(String words) {
    found = words;
    return this;
  }

  /** Sets findings of one rule about one subject apart. */
  public Question apart(String discriminator) {
    discriminators.add(discriminator);
    return this;
  }

  /** What else an answer rests on: values as lists have them, no place and no file. */
  public Question fact(String value) {
    facts.add(value);
    return this;
  }

  /** The sentence {@code rule.<code>.<sentence>} of the catalog. */
  public Question says(String sentence, String... words) {
    explanation = new Explanation(rule.card().key(sentence), List.of(words));
    return this;
  }

  public Question evidence(Collection<? extends Row<? extends ListRecord>> rows) {
    rows.forEach(
        row -> {
          RowRef ref = night.place(row.list(), row.index());
          evidence.add(new Place(order(row), row.index(), ref));
        });
    return this;
  }

  public Question evidence(RowRef earlier) {
    evidence.add(new Place(-1, 0, earlier));
    return this;
  }

  /** Whether it tells of an error, rather than of something that is yet to be seen or decided. */
  boolean certain() {
    return outcome != Outcome.TO_CHECK && outcome != Outcome.PAYMENT_PENDING;
  }

  public Finding finding() {
    return new Finding(
        "F" + Digest.hex(12, identity()),
        "C" + Digest.hex(12, matter()),
        rule.card().code(),
        rule.card().severity(),
        outcome,
        Digest.hex(24, rests()),
        subjectKind,
        subjectKind.equals("person") ? subject.get(0) : "",
        portrait.name(),
        portrait.citizenId(),
        portrait.township(),
        portrait.school(),
        portrait.stage(),
        portrait.gradeLabel(),
        Category.labels(categories),
        program,
        term,
        due,
        found,
        evidence.stream().map(Place::ref).toList(),
        explanation);
  }

  private List<String> identity() {
    List<String> parts = new ArrayList<>(List.of(rule.card().code(), subjectKind));
    parts.addAll(subject);
    parts.addAll(discriminators);
    return parts;
  }

  private List<String> matter() {
    List<String> parts = new ArrayList<>(List.of(rule.matter().name()));
    parts.addAll(subject);
    parts.add(caseYear);
    return parts;
  }

  private List<String> rests() {
    List<String> parts = new ArrayList<>(List.of(outcome.name(), due, found));
    parts.addAll(facts);
    return parts;
  }

  private static int order(Row<?> row) {
    return switch (row.list()) {
      case ROLL -> 0;
      case HOUSEHOLDS -> 1;
      default -> 2;
    };
  }
}

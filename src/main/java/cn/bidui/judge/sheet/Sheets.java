package cn.bidui.judge.sheet;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.night.Due;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Payment;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.plan.Category;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a night (一单式), written person by person while the rules ask: only of persons of
 * whom there is something to say, so that a city's pupils fit in memory.
 */
public final class Sheets {

  private static final Comparator<SheetLine> ORDER =
      Comparator.comparing(SheetLine::school)
          .thenComparing(SheetLine::personKey)
          .thenComparing(SheetLine::term)
          .thenComparing(SheetLine::program);

  private static final String NOT_PAID = "granted-not-paid";

  private final Night night;
  private final List<SheetLine> lines = new ArrayList<>();

  /** Thousands of lines say the same. */
  private final Map<Why, String> sentences = new HashMap<>();

  public Sheets(Night night) {
    this.night = night;
  }

  /** Writes the lines of one person. */
  public void add(Person person) {
    Map<Key, Entry> entries = entries(person);
    entries.values().removeIf(entry -> !entry.told());
    if (!entries.isEmpty()) {
      Portrait portrait = Portrait.of(night, person);
      entries.forEach((key, entry) -> lines.add(line(person, portrait, key, entry)));
    }
  }

  /** The lines in order of school, person key, term and program, with the findings about each. */
  public List<SheetLine> lines(List<Finding> findings) {
    Map<String, List<Finding>> ofPerson = new HashMap<>();
    findings.stream()
        .filter(finding -> !finding.personKey().isEmpty() && !finding.term().isEmpty())
        .forEach(
            finding ->
                ofPerson
                    .computeIfAbsent(finding.personKey(), key -> new ArrayList<>())
                    .add(finding));
    lines.sort(ORDER);
    lines.replaceAll(line -> with(line, ofPerson.getOrDefault(line.personKey(), List.of())));
    return List.copyOf(lines);
  }

  /** Of one program in one term; the term is blank where a payment names none. */
  private record Key(String term, String program) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::term).thenComparing(Key::program);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private Map<Key, Entry> entries(Person person) {
    Map<Key, Entry> entries = new TreeMap<>();
    for (Due due : night.dues(person)) {
      Key key = new Key(due.term().label(), due.program().code());
      entries.put(key, entries.getOrDefault(key, Entry.NONE).with(due));
    }
    for (Grant grant : night.funding(person).grants()) {
      Key key = new Key(grant.term().label(), grant.code());
      entries.put(key, entries.getOrDefault(key, Entry.NONE).with(grant));
    }
    for (Payment payment : night.payments(person).all()) {
      @Nullable Term term = payment.term();
      Key key = new Key(term == null ? "" : term.label(), payment.code());
      entries.put(key, entries.getOrDefault(key, Entry.NONE).with(payment));
    }
    return entries;
  }

  private SheetLine line(Person person, Portrait portrait, Key key, Entry entry) {
    return new SheetLine(
        night.key(person).text(),
        portrait.name(),
        portrait.citizenId(),
        portrait.township(),
        portrait.school(),
        portrait.stage(),
        portrait.gradeLabel(),
        key.term(),
        category(person, key),
        key.program(),
        entry.title(),
        text(entry.dueAmount()),
        text(entry.granted()),
        text(entry.paid()),
        entry.standing().label(),
        sentences.computeIfAbsent(entry.why(), Why::text),
        List.of());
  }

  private String category(Person person, Key key) {
    return key.term().isEmpty()
        ? ""
        : Category.labels(night.categories(person, Term.parse(key.term())));
  }

  private static String text(Optional<Yuan> amount) {
    return amount.map(Yuan::toString).orElse("");
  }

  /** What was found of a line says how it stands before anything else does. */
  private static SheetLine with(SheetLine line, List<Finding> ofPerson) {
    List<Finding> about = ofPerson.stream().filter(finding -> about(line, finding)).toList();
    return about.isEmpty()
        ? line
        : line.with(
            about.get(0).outcome().label(),
            notPaid(about).orElse(line.paid()),
            about.stream().map(Finding::id).toList());
  }

  /** What the payment list has instead, where it contradicts the aid list's own column. */
  private static Optional<String> notPaid(List<Finding> about) {
    return about.stream()
        .filter(finding -> finding.rule().equals(NOT_PAID))
        .filter(finding -> finding.outcome() != Outcome.TO_CHECK)
        .map(Finding::found)
        .findFirst();
  }

  /** A finding about two programs that may not be held together is about either. */
  private static boolean about(SheetLine line, Finding finding) {
    return finding.term().equals(line.term())
        && (finding.program().equals(line.title())
            || Arrays.asList(finding.program().split("、", -1)).contains(line.title()));
  }
}

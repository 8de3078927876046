package cn.bidui.judge.night;

import cn.bidui.link.PersonKey;
import cn.bidui.plan.Category;
import cn.bidui.source.ListKind;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one list said of everybody's categories at the first day of one term, as it stood at its
 * data date (时点名单). It is kept when the list is replaced: a term is judged by what the list of its
 * own time said.
 *
 * @param persons by the key that the person had then; who is not there was of no category
 */
public record Snapshot(
    ListKind list, Term term, LocalDate dataDate, SortedMap<PersonKey, List<Saying>> persons) {

  /** One category of one person. */
  public record Saying(Category category, Doubt doubt) implements Comparable<Saying> {

    @Override
    public int compareTo(Saying other) {
      int order = category.compareTo(other.category);
      return order != 0 ? order : doubt.compareTo(other.doubt);
    }

    private String text() {
      return doubt == Doubt.NONE ? category.code() : category.code() + BUT + code(doubt);
    }
  }

  /** Of which list and term it is. */
  record About(ListKind list, Term term) implements Comparable<About> {

    private static final Comparator<About> ORDER =
        Comparator.comparing(About::list).thenComparing(About::term);

    @Override
    public int compareTo(About other) {
      return ORDER.compare(this, other);
    }
  }

  private static final String HEAD = "snapshot 1";
  private static final String BUT = "?";
  private static final String BETWEEN = " ";

  public Snapshot {
    persons = Collections.unmodifiableSortedMap(new TreeMap<>(persons));
  }

  About about() {
    return new About(list, term);
  }

  /**
   * The snapshot as text, the same for the same content: a line for the form, a line for list, term
   * and data date, then a line for each person. No name and no id stands in it.
   */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    text.append(list.code()).append(BETWEEN).append(term.label());
    text.append(BETWEEN).append(dataDate).append('\n');
    persons.forEach(
        (key, sayings) -> {
          text.append(key.text());
          sayings.stream().sorted().forEach(one -> text.append(BETWEEN).append(one.text()));
          text.append('\n');
        });
    return text.toString();
  }

  /**
   * Reads what {@link #text()} wrote. Categories that the program no longer knows are left out.
   *
   * @throws IllegalArgumentException if it is anything else; the message does not repeat it
   */
  public static Snapshot read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2 || !lines.get(0).equals(HEAD)) {
      throw new IllegalArgumentException("not a snapshot of a list");
    }
    try {
      String[] about = lines.get(1).split(BETWEEN, -1);
      return new Snapshot(
          ListKind.ofCode(about[0]).orElseThrow(() -> new IllegalArgumentException("no such list")),
          Term.parse(about[1]),
          LocalDate.parse(about[2]),
          persons(lines.subList(2, lines.size())));
    } catch (DateTimeParseException | IndexOutOfBoundsException damaged) {
      throw new IllegalArgumentException("not a snapshot of a list", damaged);
    }
  }

  private static SortedMap<PersonKey, List<Saying>> persons(List<String> lines) {
    SortedMap<PersonKey, List<Saying>> persons = new TreeMap<>();
    // Thousands share the same few combinations.
    Map<String, List<Saying>> known = new HashMap<>();
    for (String line : lines) {
      int end = line.indexOf(BETWEEN);
      List<Saying> sayings = known.computeIfAbsent(line.substring(end + 1), Snapshot::sayings);
      persons.put(PersonKey.parse(line.substring(0, end)), sayings);
    }
    return persons;
  }

  private static List<Saying> sayings(String text) {
    List<Saying> sayings = new ArrayList<>();
    for (String one : text.split(BETWEEN, -1)) {
      int at = one.indexOf(BUT);
      Doubt doubt = at < 0 ? Doubt.NONE : doubt(one.substring(at + 1));
      Category.ofCode(at < 0 ? one : one.substring(0, at))
          .ifPresent(category -> sayings.add(new Saying(category, doubt)));
    }
    return List.copyOf(sayings);
  }

  private static String code(Doubt doubt) {
    return doubt.name().toLowerCase(Locale.ROOT);
  }

  private static Doubt doubt(String code) {
    return Doubt.valueOf(code.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether it stands nearer to the first day of its term than {@code other}: the last data date
   * that is not after the first day and its grace, else the earliest after it.
   */
  boolean nearer(@Nullable Snapshot other, long graceDays) {
    if (other == null) {
      return true;
    }
    boolean inTime = inTime(graceDays);
    if (inTime != other.inTime(graceDays)) {
      return inTime;
    }
    return inTime ? dataDate.isAfter(other.dataDate) : dataDate.isBefore(other.dataDate);
  }

  /** Whether its data date is not after the first day of its term and the grace. */
  boolean inTime(long graceDays) {
    return !dataDate.isAfter(term.firstDay().plusDays(graceDays));
  }

  /** No person. */
  @Override
  public String toString() {
    return "Snapshot[" + list.code() + ", " + term.label() + ", " + dataDate + "]";
  }
}

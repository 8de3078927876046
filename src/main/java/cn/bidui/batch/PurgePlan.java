package cn.bidui.batch;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.ledger.JournalLine;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.Replacements;
import cn.bidui.plan.RetentionPlan;
import cn.bidui.source.SourceFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the retention rules remove on a day (到期清单): a pure function of the journal, the findings of
 * the last publication, the settings and the day.
 *
 * @param files received files, in canonical order
 * @param items what else, in order
 */
public record PurgePlan(LocalDate asOf, List<Removal> files, List<Item> items) {

  public PurgePlan {
    files = List.copyOf(files);
    items = List.copyOf(items);
  }

  /** What becomes of a file that is over age. */
  public enum How {
    /** The file goes; the rows that comparing needs stay. */
    ROWS_STAY,
    /** As before; the rejected rows, which nobody can correct any more, go too. */
    REJECTED_ROWS_GO,
    /** All of it goes. */
    ALL_GOES
  }

  /**
   * A received file.
   *
   * @param received the last day on which it was received
   */
  public record Removal(SourceFile file, LocalDate received, How how) {}

  /**
   * Something else than a received file.
   *
   * @param kind {@code report}, {@code what-if}, {@code period}, {@code findings}, {@code ledger}
   *     or {@code words}
   * @param name a date, the name of a period, or a digest
   */
  public record Item(String kind, String name, LocalDate day) {

    /** As the journal names it. */
    public String text() {
      return kind + ":" + name;
    }
  }

  /** Whether there is nothing to remove. */
  public boolean none() {
    return files.isEmpty() && items.isEmpty();
  }

  /** What is to go on {@code asOf}. */
  static PurgePlan of(
      JournalState state,
      List<LedgerFinding> published,
      Words words,
      Set<String> folders,
      RetentionPlan days,
      LocalDate asOf) {
    List<Item> items = new ArrayList<>();
    items.addAll(nights(state, folders, days, asOf));
    items.addAll(words.ledgers(days.rawFiles(), asOf));
    items.addAll(words.over(published, days.findings(), asOf));
    items.removeIf(item -> state.keeping().certified(item.text()));
    return new PurgePlan(asOf, files(state, published, days, asOf), items);
  }

  private static List<Removal> files(
      JournalState state, List<LedgerFinding> published, RetentionPlan days, LocalDate asOf) {
    Needed needed = Needed.of(state, published, asOf);
    SortedSet<SourceFile> known = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    for (FileAnswered answered : state.answeredFiles()) {
      if (seen.add(answered.file().sha256())) {
        known.add(answered.file());
      }
    }
    Map<String, LocalDate> received = received(state);
    Map<String, Integer> rejected = new HashMap<>();
    state
        .answeredFiles()
        .forEach(each -> rejected.merge(each.file().sha256(), each.counts().rejected(), Math::max));
    List<Removal> removals = new ArrayList<>();
    for (SourceFile file : known) {
      LocalDate day = received.getOrDefault(file.sha256(), asOf);
      boolean rejects = rejected.getOrDefault(file.sha256(), 0) > 0;
      how(file.sha256(), day, needed, rejects, state.replacements(), days, asOf)
          .ifPresent(how -> removals.add(new Removal(file, day, how)));
    }
    return removals;
  }

  private static Optional<How> how(
      String sha256,
      LocalDate day,
      Needed needed,
      boolean rejects,
      Replacements replacements,
      RetentionPlan days,
      LocalDate asOf) {
    Optional<Replaced> before = replacements.of(sha256);
    boolean raw = RetentionPlan.over(day, days.rawFiles(), asOf);
    if (replacements.removed(sha256)) {
      return Optional.empty();
    }
    if (!needed.has(sha256)) {
      return raw ? Optional.of(How.ALL_GOES) : Optional.empty();
    }
    boolean stay = needed.whole().contains(sha256) || !rejects;
    boolean gone = replacements.left(sha256).rejected() > 0;
    if (!stay && !gone && RetentionPlan.over(day, days.rejectedRows(), asOf)) {
      return Optional.of(How.REJECTED_ROWS_GO);
    }
    return raw && before.isEmpty() ? Optional.of(How.ROWS_STAY) : Optional.empty();
  }

  /** By content, the last day on which it was received. */
  private static Map<String, LocalDate> received(JournalState state) {
    Map<String, LocalDate> days = new HashMap<>();
    for (FileAnswered answered : state.answeredFiles()) {
      state
          .receipt(answered.receipt())
          .map(Receipt::received)
          .ifPresent(
              each ->
                  days.merge(each.file().sha256(), each.asOf(), (a, b) -> a.isAfter(b) ? a : b));
    }
    return days;
  }

  /** Published folders and what else publications keep; never those of the last one. */
  private static List<Item> nights(
      JournalState state, Set<String> folders, RetentionPlan days, LocalDate asOf) {
    List<Item> items = new ArrayList<>();
    Set<String> young = new HashSet<>();
    List<Published> old = new ArrayList<>();
    for (Published night : state.publications()) {
      boolean last = state.latest().filter(night::equals).isPresent();
      if (!last && RetentionPlan.over(night.asOf(), days.reports(), asOf)) {
        items.add(new Item("report", night.asOf().toString(), night.asOf()));
      }
      boolean over = !last && RetentionPlan.over(night.asOf(), days.findings(), asOf);
      if (over) {
        old.add(night);
      } else {
        young.addAll(blobs(night));
      }
    }
    SortedSet<String> gone = new TreeSet<>();
    for (Published night : old) {
      for (String blob : new TreeSet<>(blobs(night))) {
        if (!young.contains(blob) && gone.add(blob)) {
          items.add(new Item("findings", blob, night.asOf()));
        }
      }
    }
    folders.stream()
        .sorted()
        .map(PurgePlan::folder)
        .flatMap(Optional::stream)
        .filter(item -> RetentionPlan.over(item.day(), days.reports(), asOf))
        .forEach(items::add);
    return items;
  }

  private static Set<String> blobs(Published night) {
    Set<String> blobs = new HashSet<>(night.kept().values());
    blobs.add(night.findings());
    return blobs;
  }

  /** {@code what-if/2026-01-05}, {@code periods/2026Q1}: by its day, or the end of its year. */
  private static Optional<Item> folder(String path) {
    String name = path.substring(path.indexOf('/') + 1);
    if (path.startsWith("what-if/") && name.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return Optional.of(new Item("what-if", name, LocalDate.parse(name)));
    }
    if (path.startsWith("periods/") && name.matches("\\d{4}\\D.*")) {
      LocalDate end = LocalDate.of(Integer.parseInt(name.substring(0, 4)), 12, 31);
      return Optional.of(new Item("period", name, end));
    }
    return Optional.empty();
  }

  /**
   * The words that people wrote freely, as the journal names them (说明): each lives as long as the
   * last line that names it, and as the case or finding that it is about is open.
   */
  static final class Words {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TreeMap<String, LocalDate> last = new TreeMap<>();
    private final Map<String, Set<String>> about = new HashMap<>();
    private final TreeMap<String, LocalDate> ledgers = new TreeMap<>();
    private String duties = "";

    /** Takes the next line of the journal; some entries tell no day but that of their line. */
    void add(JournalLine line) {
      Entry entry = line.entry();
      LocalDate day = LocalDate.ofInstant(line.at(), ZONE);
      if (entry instanceof Entry.LedgerImported ledger) {
        ledgers.put(ledger.sha256(), day);
      } else if (entry instanceof Entry.Withdrawn withdrawn) {
        add(withdrawn.note(), day, "");
      } else if (entry instanceof Entry.PersonAsked asked) {
        add(asked.words(), asked.asOf(), "");
      } else if (entry instanceof Entry.DutiesTaken table) {
        // The table that holds stays as long as it holds.
        add(duties, table.asOf(), "");
        duties = table.digest();
      } else {
        add(entry);
      }
    }

    private void add(Entry entry) {
      if (entry instanceof Entry.Answered answer) {
        add(answer.note(), answer.asOf(), answer.findingId());
      } else if (entry instanceof Entry.CaseActed act) {
        add(act.words(), act.asOf(), act.caseId());
      } else if (entry instanceof Entry.Undone undone) {
        add(undone.note(), undone.asOf(), "");
      } else if (entry instanceof Entry.Revealed revealed) {
        add(revealed.purpose(), revealed.asOf(), "");
      }
    }

    private void add(String digest, LocalDate day, String subject) {
      if (!digest.isEmpty()) {
        last.merge(digest, day, (a, b) -> a.isAfter(b) ? a : b);
        about.computeIfAbsent(digest, none -> new HashSet<>()).add(subject);
      }
    }

    /** Ledgers of the bureau's own that were imported: what they said stands in answers. */
    private List<Item> ledgers(int days, LocalDate asOf) {
      return ledgers.entrySet().stream()
          .filter(each -> RetentionPlan.over(each.getValue(), days, asOf))
          .map(each -> new Item("ledger", each.getKey(), each.getValue()))
          .toList();
    }

    private List<Item> over(List<LedgerFinding> published, int days, LocalDate asOf) {
      Set<String> open = new HashSet<>();
      published.forEach(
          finding -> {
            open.add(finding.finding().id());
            open.add(finding.finding().caseId());
          });
      List<Item> items = new ArrayList<>();
      last.forEach(
          (digest, day) -> {
            boolean asked = about.getOrDefault(digest, Set.of()).stream().anyMatch(open::contains);
            if (!asked && !digest.equals(duties) && RetentionPlan.over(day, days, asOf)) {
              items.add(new Item("words", digest, day));
            }
          });
      return items;
    }
  }
}

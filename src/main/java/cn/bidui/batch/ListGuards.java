package cn.bidui.batch;

import cn.bidui.ledger.EffectiveLists;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.FileEntry;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile.Remark;
import cn.bidui.plan.Settings;
import cn.bidui.report.Comparison.Change;
import cn.bidui.source.Batch;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a list from replacing another (拦截): it covers fewer schools, or it has shrunk. Held
 * lists wait for a named person.
 */
final class ListGuards {

  /** More than this share of the rows gone is a question. Contract: guards. */
  private static final int SHRINK_PERCENT = 10;

  /** Small lists go up and down: fewer rows gone than this are no question. Contract: guards. */
  private static final int SHRINK_FLOOR = 20;

  /** Remarks of a list whose own totals are not so. */
  static final String TOTAL_DIFFERS = "report.note.total-differs";

  /** The same where the title says it. */
  static final String TITLE_DIFFERS = "report.note.title-differs";

  /** Lists that name everybody they speak of each time, so that few come and go. */
  private static final Set<ListKind> CENSUS =
      Set.of(
          ListKind.ROLL,
          ListKind.HOUSEHOLDS,
          ListKind.CIVIL,
          ListKind.DISABILITY,
          ListKind.POPULATION);

  private final RowShelf shelf;
  private final Resent resent;
  private final Settings settings;
  private final LocalDate received;
  private final boolean heldBefore;

  /**
   * Of one list.
   *
   * @param heldBefore whether the very same content was held before: whatever its name and the data
   *     date of then, it waits again
   */
  ListGuards(
      RowShelf shelf, Resent resent, Settings settings, LocalDate received, boolean heldBefore) {
    this.heldBefore = heldBefore;
    this.shelf = shelf;
    this.resent = resent;
    this.settings = settings;
    this.received = received;
  }

  /** Why {@code candidate} has to wait; empty if nothing speaks against it. */
  List<FileEntry.Note> hold(
      Batch candidate, List<Remark> remarks, Units units, List<Effective> effective) {
    List<FileEntry.Note> reasons = new ArrayList<>(stale(candidate, effective));
    reasons.addAll(totals(candidate, remarks, effective));
    @Nullable Batch replaced = EffectiveLists.replacedBy(candidate, effective);
    if (replaced != null) {
      reasons.addAll(fewer(candidate, replaced, units, effective));
      return reasons;
    }
    List<FileEntry.Note> twice = doubled(candidate, effective);
    reasons.addAll(twice.isEmpty() ? firstOfUnit(candidate, effective) : twice);
    return reasons;
  }

  private List<FileEntry.Note> fewer(
      Batch candidate, Batch replaced, Units units, List<Effective> effective) {
    Units before = new Units(replaced.list());
    int[] rows = {0};
    Coverage.rows(
        replaced,
        batches(effective),
        shelf,
        (sheet, row, values) -> {
          before.add(values);
          rows[0]++;
        });
    Set<String> gone = new TreeSet<>(before.schools());
    gone.removeAll(units.schools());
    if (!gone.isEmpty()) {
      return List.of(note("report.held.schools", candidate, replaced, String.join("、", gone)));
    }
    List<FileEntry.Note> shrunk = shrunk(candidate, replaced, rows[0]);
    return shrunk.isEmpty() ? others(candidate, replaced, rows[0]) : shrunk;
  }

  /** Most people of the list before are not in it: an export of other people with these columns. */
  private List<FileEntry.Note> others(Batch candidate, Batch replaced, int before) {
    if (!CENSUS.contains(candidate.list()) || !sameYear(candidate, replaced)) {
      return List.of();
    }
    int gone = resent.compared(candidate, replaced).count(Change.VANISHED);
    return gone >= SHRINK_FLOOR && gone * 2L > before
        ? List.of(
            note(
                "report.held.others",
                candidate,
                replaced,
                String.valueOf(before),
                String.valueOf(gone)))
        : List.of();
  }

  private static boolean sameYear(Batch candidate, Batch replaced) {
    return SchoolYear.of(candidate.dataDate()).equals(SchoolYear.of(replaced.dataDate()));
  }

  /** It is not what it says of itself: rows have been lost, or were put in. */
  private static List<FileEntry.Note> totals(
      Batch candidate, List<Remark> remarks, List<Effective> effective) {
    Optional<Batch> before = sameKind(candidate, effective);
    return before.isEmpty()
        ? List.of()
        : remarks.stream()
            .filter(remark -> List.of(TOTAL_DIFFERS, TITLE_DIFFERS).contains(remark.key()))
            .map(
                remark ->
                    note(
                        "report.held.totals",
                        candidate,
                        before.get(),
                        remark.words().get(1),
                        remark.words().get(2)))
            .limit(1)
            .toList();
  }

  private static Optional<Batch> sameKind(Batch candidate, List<Effective> effective) {
    return effective.stream()
        .map(Effective::batch)
        .filter(batch -> batch.list() == candidate.list())
        .findFirst();
  }

  /** Older than its list may be; the first list of a kind is taken however old it is. */
  private List<FileEntry.Note> stale(Batch candidate, List<Effective> effective) {
    OptionalInt most = settings.list(candidate.list()).maxAgeDays();
    long age = ChronoUnit.DAYS.between(candidate.dataDate(), received);
    Optional<Batch> before = sameKind(candidate, effective);
    if (most.isEmpty() || age <= most.getAsInt() || before.isEmpty()) {
      return List.of();
    }
    return List.of(
        note(
            "report.held.stale",
            candidate,
            before.get(),
            candidate.dataDate().toString(),
            String.valueOf(age),
            String.valueOf(most.getAsInt())));
  }

  private static List<Batch> batches(List<Effective> effective) {
    return effective.stream().map(Effective::batch).toList();
  }

  /**
   * Grants of one term in two lists that both hold would all look paid twice. An older list of the
   * same slot never holds beside the newer one: it has been superseded before it came.
   */
  private List<FileEntry.Note> doubled(Batch candidate, List<Effective> effective) {
    if (candidate.list() != ListKind.AID) {
      return List.of();
    }
    for (Effective holding : effective) {
      Batch other = holding.batch();
      if (other.list() == candidate.list()
          && other.system().equals(candidate.system())
          && other.scope().equals(candidate.scope())
          && (heldBefore || !EffectiveLists.sameSlot(candidate, other))) {
        Set<String> both = terms(candidate);
        both.retainAll(terms(other));
        if (!both.isEmpty()) {
          return List.of(note("report.held.terms", candidate, other, String.join("、", both)));
        }
      }
    }
    return List.of();
  }

  private Set<String> terms(Batch batch) {
    int at = Layout.of(batch.list()).position(Field.TERM);
    Set<String> terms = new TreeSet<>();
    shelf.recall(
        batch.file().sha256(), Bucket.ACCEPTED, (sheet, row, values) -> terms.add(values.get(at)));
    return terms;
  }

  /** A unit's first own list is held against the unit's rows in the county's list. */
  private List<FileEntry.Note> firstOfUnit(Batch candidate, List<Effective> effective) {
    for (Effective holding : effective) {
      Batch county = holding.batch();
      if (!candidate.scope().countyWide()
          && county.amends() == null
          && county.scope().countyWide()
          && county.list() == candidate.list()
          && county.system().equals(candidate.system())) {
        int[] rows = {0};
        Coverage.rows(
            county,
            batches(effective),
            shelf,
            (sheet, row, values) -> {
              if (Units.belongs(county.list(), values, Set.of(candidate.scope().unit()))) {
                rows[0]++;
              }
            });
        return shrunk(candidate, county, rows[0]);
      }
    }
    return List.of();
  }

  private List<FileEntry.Note> shrunk(Batch candidate, Batch replaced, int before) {
    int now = shelf.count(candidate.file().sha256()).getOrDefault(Bucket.ACCEPTED, 0);
    int gone = before - now;
    if (sameYear(candidate, replaced)
        && gone >= SHRINK_FLOOR
        && gone * 100L > (long) before * SHRINK_PERCENT) {
      return List.of(
          note(
              "report.held.shrunk",
              candidate,
              replaced,
              String.valueOf(before),
              String.valueOf(now)));
    }
    return List.of();
  }

  private static FileEntry.Note note(String key, Batch candidate, Batch replaced, String... words) {
    List<String> all = new java.util.ArrayList<>();
    all.add(candidate.file().name());
    all.add(replaced.file().name());
    all.addAll(List.of(words));
    return new FileEntry.Note(key, all);
  }
}

package cn.bidui.ledger.audit;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Transitions;
import cn.bidui.ledger.FileEntry.Note;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.JournalLine;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.RollForward;
import cn.bidui.ledger.SealedFileException;
import cn.bidui.ledger.Transition;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the journal counts on is there and agrees with it: archived content, published
 * files, the findings that answers speak of, and the open findings of each night.
 */
public final class RecordAudit {

  private final Archive archive;
  private final JournalState state;
  private final boolean deep;
  private final List<Note> faults = new ArrayList<>();
  private final Set<String> looked = new HashSet<>();

  /** Every finding and case that any night has told of. */
  private final Set<String> findings = new HashSet<>();

  private final Map<String, List<Transition>> moved = new HashMap<>();

  /** The publications that count so far. */
  private final TreeMap<LocalDate, Published> nights = new TreeMap<>();

  private RecordAudit(JournalState state, Archive archive, boolean deep) {
    this.state = state;
    this.archive = archive;
    this.deep = deep;
  }

  /**
   * What does not agree, with the line or the file.
   *
   * @param faults keys of the {@code ledger} catalog with their words
   * @param nights how many publications count
   * @param gone of those, the nights whose folder is no longer there, purged ones left out
   * @param files published files that are as the journal says
   */
  public record Found(List<Note> faults, int nights, List<LocalDate> gone, int files) {
    public Found {
      faults = List.copyOf(faults);
      gone = List.copyOf(gone);
    }
  }

  /**
   * Goes through a journal that is sound as far as it goes.
   *
   * @param deep whether archived content is read and its digest taken, not only looked for
   */
  public static Found of(WorkFolder folder, boolean deep) throws IOException {
    JournalState state = JournalReader.of(folder.home()).state();
    Archive archive = Archive.of(folder.home()).standing(state.replacements()::standIn);
    RecordAudit audit = new RecordAudit(state, archive, deep);
    JournalReader.of(folder.home()).read(1, audit::line);
    PublishedFiles published = new PublishedFiles(folder.reports(), state.keeping());
    for (Published night : audit.nights.values()) {
      published.check(night);
    }
    SignedPeriods signed = new SignedPeriods(folder.reports(), state.keeping());
    for (Entry.PeriodSigned period : state.signed()) {
      signed.check(period);
    }
    audit.faults.addAll(published.faults());
    audit.faults.addAll(signed.faults());
    return new Found(audit.faults, audit.nights.size(), published.gone(), published.sound());
  }

  private void line(JournalLine line) throws IOException {
    Entry entry = line.entry();
    for (String sha256 : References.of(entry)) {
      archived(sha256, line.seq());
    }
    if (entry instanceof Entry.RunStarted run) {
      moved.remove(run.runId());
    } else if (entry instanceof Transitions block) {
      moved(block);
    } else if (entry instanceof Published night) {
      published(line, night);
    } else if (entry instanceof Entry.Answered answer && !findings.contains(answer.findingId())) {
      fault("unknown-finding", line.seq(), answer.findingId());
    } else if (entry instanceof Entry.Undone undone
        && undone.lines().stream().anyMatch(number -> number < 1 || number >= line.seq())) {
      fault("unknown-line", line.seq());
    }
  }

  private void archived(String sha256, long line) throws IOException {
    if (!looked.add(sha256) || removed(sha256)) {
      return;
    }
    if (!archive.holds(sha256)) {
      fault("missing", line, sha256);
    } else if (deep) {
      read(sha256, line);
    }
  }

  /** What the journal itself says was removed is not missing. */
  private boolean removed(String sha256) {
    return state.replacements().removed(sha256)
        || state.replacements().obsolete().contains(sha256)
        || state.keeping().gone(sha256);
  }

  private void read(String sha256, long line) throws IOException {
    try {
      if (!archive.intact(sha256)) {
        fault("damaged", line, sha256);
      }
    } catch (SealedFileException keyless) {
      fault("keyless", line, sha256);
    }
  }

  private void moved(Transitions block) {
    moved.computeIfAbsent(block.runId(), run -> new ArrayList<>()).addAll(block.transitions());
    block.transitions().forEach(transition -> findings.add(transition.findingId()));
  }

  /** From the findings of the night before to those of this one, by what the journal says. */
  private void published(JournalLine line, Published night) throws IOException {
    @Nullable LocalDate previous = night.previous();
    @Nullable Published before = previous == null ? null : nights.get(previous);
    if (previous == null || before != null) {
      Optional<List<LedgerFinding>> earlier =
          before == null ? Optional.of(List.of()) : findings(before, line.seq());
      Optional<List<LedgerFinding>> now = findings(night, line.seq());
      List<Transition> transitions = moved.getOrDefault(night.runId(), List.of());
      if (earlier.isPresent() && now.isPresent()) {
        RollForward.of(earlier.get(), transitions, now.get())
            .byRule()
            .forEach((rule, sums) -> balanced(night.asOf(), rule, sums));
      }
    }
    moved.remove(night.runId());
    nights.put(night.asOf(), night);
  }

  private void balanced(LocalDate asOf, String rule, RollForward.Line sums) {
    if (!sums.balanced()) {
      fault(
          "roll-forward",
          asOf,
          rule,
          sums.before(),
          sums.added(),
          sums.reopened(),
          sums.resolved(),
          sums.explained(),
          sums.open());
    }
  }

  /** Empty where they are gone, or a child's were taken out: then nothing adds up any more. */
  private Optional<List<LedgerFinding>> findings(Published night, long line) throws IOException {
    String sha256 = night.findings();
    if (!archive.holds(sha256) || archive.standsIn(sha256)) {
      return Optional.empty();
    }
    try (InputStream blob = archive.open(sha256)) {
      return Optional.of(FindingsBlob.read(blob));
    } catch (SealedFileException unreadable) {
      // With --deep it is told as archived content is.
      if (!deep && unreadable(sha256)) {
        fault(unreadable.keyMissing() ? "keyless" : "damaged", line, sha256);
      }
      return Optional.empty();
    }
  }

  private boolean unreadable(String sha256) {
    return looked.add("unreadable " + sha256);
  }

  private void fault(String key, Object... words) {
    faults.add(new Note("ledger.audit." + key, Arrays.stream(words).map(String::valueOf).toList()));
  }
}

package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Accepted;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.FileReceived;
import cn.bidui.ledger.Entry.FileWaiting;
import cn.bidui.ledger.Entry.HeaderForgotten;
import cn.bidui.ledger.Entry.HeaderRemembered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Transitions;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.link.KnownKeys;
import cn.bidui.link.PinnedLink;
import cn.bidui.plan.HeaderMemory;
import cn.bidui.source.FileState;
import cn.bidui.source.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the journal says, read from its first line to its last (折叠). */
public final class JournalState {

  private final KeyFold keys = new KeyFold();
  private final ReceivedFiles received = new ReceivedFiles();
  private final List<Answers.Answer> answers = new ArrayList<>();

  /** Answers behind which no workbook of answers has been journaled as read. */
  private final Set<Long> unread = new HashSet<>();

  private final TreeMap<Long, PinnedLink> pins = new TreeMap<>();
  private final Set<Long> undone = new HashSet<>();
  private final CaseLog cases = new CaseLog();
  private final List<Entry.PeriodSigned> signed = new ArrayList<>();
  private final NoticeLog notices = new NoticeLog();
  private final NightSeals seals = new NightSeals();
  private final Map<Long, String> repliesRead = new HashMap<>();
  private Optional<Entry.DutiesTaken> duties = Optional.empty();
  private Optional<Entry.ModelAccepted> model = Optional.empty();
  private final List<Accepted> accepted = new ArrayList<>();
  private final Map<Long, Entry.Held> held = new HashMap<>();
  private final HeaderDecisions headers = new HeaderDecisions();
  private final Map<String, Entry.LedgerImported> ledgers = new HashMap<>();
  private final Map<Long, Entry.Withdrawn> withdrawn = new HashMap<>();
  private final PublishedNights nights = new PublishedNights();
  private Optional<String> keyFingerprint = Optional.empty();
  private Head head = Head.NONE;
  private Optional<Instant> lastAt = Optional.empty();
  private final SafetyLog safety = new SafetyLog();
  private final SourceLog sources = new SourceLog();
  private final JobLog jobs = new JobLog();
  private long runs;
  private final Replacements replacements = new Replacements();
  private final Keeping keeping = new Keeping();

  /** A received file and the number of its receipt. */
  public record Receipt(long number, FileReceived received) {}

  /** Takes the next line. */
  void apply(JournalLine line) {
    head = line.head();
    lastAt = Optional.of(line.at());
    jobs.add(line);
    Entry entry = line.entry();
    keeping.add(entry);
    sources.add(line);
    notices.add(line);
    if (entry instanceof FileReceived file) {
      replacements.received(file.file().sha256());
      received.add(new Receipt(line.seq(), file));
    } else if (entry instanceof FileAnswered answer) {
      received.answer(answer);
    } else if (entry instanceof FileWaiting file) {
      received.leave(file);
    } else if (entry instanceof Entry.RunStarted run) {
      nights.restart(run.runId());
      cases.restart(run.runId());
      received.restart();
      runs++;
    } else if (entry instanceof Entry.KeysChanged changed) {
      changed.changes().forEach(keys::apply);
    } else if (entry instanceof Transitions moved) {
      nights.add(line.seq(), moved);
      cases.add(moved);
    } else if (entry instanceof Published night) {
      nights.add(line, night);
      cases.add(line.seq(), night);
      seals.add(line.seq(), night);
    } else {
      decide(line.seq(), entry);
    }
  }

  private void decide(long seq, Entry entry) {
    if (entry instanceof Entry.Answered answer) {
      answers.add(new Answers.Answer(seq, answer));
      unread.add(seq);
      cases.add(seq, answer);
    } else if (entry instanceof Entry.CaseActed || entry instanceof Entry.Undone) {
      undo(seq, entry);
    } else if (entry instanceof Entry.Pinned pinned) {
      pins.put(seq, pinned.link());
    } else if (entry instanceof Entry.ModelAccepted taken) {
      model = Optional.of(taken);
    } else if (entry instanceof Accepted release) {
      accepted.add(release);
    } else if (entry instanceof Entry.Held hold) {
      held.put(hold.receipt(), hold);
      received.put(hold.receipt(), FileState.HELD);
    } else if (entry instanceof Entry.Withdrawn back) {
      withdrawn.put(back.receipt(), back);
      received.put(back.receipt(), FileState.SUPERSEDED);
    } else if (entry instanceof HeaderRemembered || entry instanceof HeaderForgotten) {
      headers.add(seq, entry);
    } else if (entry instanceof Entry.LedgerImported ledger) {
      ledgers.put(ledger.sha256(), ledger);
    } else if (entry instanceof Entry.KeyMaterial key) {
      keyFingerprint = Optional.of(key.fingerprint());
    } else {
      follow(entry);
    }
  }

  private void follow(Entry entry) {
    if (entry instanceof Entry.DutiesTaken table) {
      duties = Optional.of(table);
    } else if (entry instanceof Entry.PeriodSigned period) {
      signed.add(period);
    } else if (entry instanceof Entry.AnswersRead read) {
      unread.clear();
      repliesRead.put(read.receipt(), read.result());
    } else if (entry instanceof Entry.Replaced replaced) {
      replacements.add(replaced);
      keeping.add(replaced);
    } else if (entry instanceof Entry.Purged purged) {
      keeping.add(purged);
    } else {
      safety.add(entry);
    }
  }

  private void undo(long seq, Entry entry) {
    cases.add(seq, entry);
    if (entry instanceof Entry.Undone back) {
      undone.addAll(back.lines());
      back.lines().forEach(pins::remove);
      answers.removeIf(answer -> undone.contains(answer.seq()));
    }
  }

  /** How far the journal was read. */
  public Head head() {
    return head;
  }

  /** When its last line was written, by the clock of then; empty if there is none. */
  public Optional<Instant> lastAt() {
    return lastAt;
  }

  /** When a night was published last, by the clock of then; empty if none was. */
  public Optional<Instant> lastPublishedAt() {
    return nights.lastAt();
  }

  /** The person keys so far; keeps up with the journal. */
  public KnownKeys keys() {
    return keys;
  }

  /** The first receipt of a file with this content: a second one is a duplicate of it. */
  public Optional<Receipt> firstReceipt(String sha256) {
    return received.first(sha256);
  }

  /**
   * The receipt under which a content was read last: the first one, unless the file was refused as
   * a whole under it and came again.
   */
  public Optional<Receipt> readUnder(String sha256) {
    return received.readUnder(sha256);
  }

  /** What people had decided about headers when the file of that content came to be read. */
  public HeaderMemory headersKnownTo(String sha256) {
    return readUnder(sha256)
        .map(receipt -> headers.before(receipt.number()))
        .orElse(HeaderMemory.NONE);
  }

  /** What people have decided about headers so far. */
  public HeaderMemory headers() {
    return headers.before(Long.MAX_VALUE);
  }

  /**
   * The number by which the owner knows the receipt of that line: files are counted from 1, so that
   * a run that was killed and done again changes no answer.
   */
  public int shown(long number) {
    return received.shown(number);
  }

  /** The receipt whose owner knows it by that number. */
  public Optional<Receipt> shownAs(long count) {
    return received.shownAs(count);
  }

  /** The receipt of that number. */
  public Optional<Receipt> receipt(long number) {
    return received.of(number);
  }

  /** How many times a run has begun. */
  public long runs() {
    return runs;
  }

  /** Files that were received and not yet answered, in the order of their receipt. */
  public List<Receipt> unanswered() {
    return received.unanswered();
  }

  /**
   * The unanswered receipt of exactly this file. If there is one, a crash fell between its receipt
   * and its removal from the inbox: what still lies there is the same file, not another one.
   */
  public Optional<Receipt> unanswered(SourceFile file) {
    return received.unanswered(file);
  }

  /** All answered files, in the order of their answers. */
  public List<FileAnswered> answeredFiles() {
    return received.answered();
  }

  /** Files that were seen incomplete and have not been received since, as last seen. */
  public Collection<FileWaiting> waiting() {
    return received.waiting();
  }

  /** Files that were left in the inbox since the last run began, and not received since. */
  public Collection<FileWaiting> leftByLastRun() {
    return received.leftByLastRun();
  }

  /** The import of a bureau's own ledger of that content, if there was one. */
  public Optional<Entry.LedgerImported> ledgerImported(String sha256) {
    return Optional.ofNullable(ledgers.get(sha256));
  }

  /** Backups, drills and the format of the work folder. */
  public SafetyLog safety() {
    return safety;
  }

  /** Lists that come by themselves. */
  public SourceLog sources() {
    return sources;
  }

  /** What jobs ran, for which days, and how that ended. */
  public JobLog jobs() {
    return jobs;
  }

  /** What people answered to findings. */
  public Answers answers() {
    return new Answers(answers);
  }

  /**
   * Whether no workbook of answers was journaled as read after {@code answer}. All that a workbook
   * says is one append that ends with this; but a crash may leave the beginning of an append.
   */
  public boolean isUnread(Answers.Answer answer) {
    return unread.contains(answer.seq());
  }

  /** Rulings on identity, in order; of two about one pair the later counts. */
  public List<PinnedLink> pins() {
    return List.copyOf(pins.values());
  }

  /** What became of findings night by night, and what people did about them. */
  public CaseLog cases() {
    return cases;
  }

  /** Lines that were taken back since. */
  public Set<Long> undone() {
    return Set.copyOf(undone);
  }

  /** The rulings on identity that stand, by the numbers of their lines. */
  public SortedMap<Long, PinnedLink> pinsByLine() {
    return Collections.unmodifiableSortedMap(pins);
  }

  /** The table of duties that was taken last; empty if none was. */
  public Optional<Entry.DutiesTaken> duties() {
    return duties;
  }

  /** Periodic reports and corrections that were signed, in order. */
  public List<Entry.PeriodSigned> signed() {
    return List.copyOf(signed);
  }

  /** How far messages that leave the house have come, in order. */
  public List<Entry.Notice> notices() {
    return notices.all();
  }

  /** When the message {@code runId} last could not be handed to {@code channel}. */
  public Optional<Instant> failed(String runId, String channel) {
    return notices.failed(runId, channel);
  }

  /** The seals of nights' workbooks; also of nights that were published again since. */
  public NightSeals seals() {
    return seals;
  }

  /**
   * Digest of what became of the answers of the workbook with that receipt; empty if it is none.
   */
  public Optional<String> repliesRead(long receipt) {
    return Optional.ofNullable(repliesRead.get(receipt));
  }

  /** The model that was accepted last; empty while the shipped one counts. */
  public Optional<Entry.ModelAccepted> model() {
    return model;
  }

  /** What named persons released from a guard, in order. */
  public List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  /** Why a night held the file of that receipt after it had been taken, if one did. */
  public Optional<Entry.Held> held(long receipt) {
    return Optional.ofNullable(held.get(receipt));
  }

  /** Who took back the file of that receipt, if somebody did. */
  public Optional<Entry.Withdrawn> withdrawn(long receipt) {
    return Optional.ofNullable(withdrawn.get(receipt));
  }

  /** Whether that content was taken back for that unit, and nobody has put it in again since. */
  public boolean takenBack(String sha256, String unit) {
    return received.lastTaken(sha256, unit).filter(withdrawn::containsKey).isPresent();
  }

  /** What stands in for received content that is gone. */
  public Replacements replacements() {
    return replacements;
  }

  /** What the retention rules have removed. */
  public Keeping keeping() {
    return keeping;
  }

  /** The print of the key file that the hashes here were made with. */
  public Optional<String> keyFingerprint() {
    return keyFingerprint;
  }

  /** The publication with the latest as-of date. */
  public Optional<Published> latest() {
    return nights.latest();
  }

  /** The publication that counts for that as-of date. */
  public Optional<Published> publicationOf(LocalDate asOf) {
    return nights.of(asOf);
  }

  /** "Yesterday": the publication that counts for the last as-of date before this one. */
  public Optional<Published> publicationBefore(LocalDate asOf) {
    return nights.before(asOf);
  }

  /**
   * The number of the line that says that {@code asOf} was published; receipts with higher numbers
   * are of files that it had not seen. 0 if it was not.
   */
  public long publishedAt(LocalDate asOf) {
    return nights.line(asOf);
  }

  /** The publications that count, by as-of date. */
  public List<Published> publications() {
    return nights.all();
  }

  /** Findings that were resolved on a published night before {@code asOf}, and when last. */
  public Map<String, Resolution> resolvedBefore(LocalDate asOf) {
    return nights.resolvedBefore(asOf);
  }
}

package cn.bidui.ledger;

import cn.bidui.link.KeyChange;
import cn.bidui.link.PinnedLink;
import cn.bidui.plan.RememberedHeader;
import cn.bidui.source.Amends;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the journal holds (流水): written and synced before it takes effect, never changed.
 * No pupil stands here: only digests, keys, codes, file names and units. Words that a person wrote
 * freely go into the archive, and the journal holds their digest.
 */
public sealed interface Entry {

  /** How many key changes or transitions one line holds at most. */
  int BLOCK = 1_000;

  /** By which key the hashes here are made: its print, so that another key is noticed. */
  record KeyMaterial(String fingerprint) implements Entry {}

  /** A run began; its first line. */
  record RunStarted(String runId, String job, LocalDate asOf) implements Entry {}

  /**
   * A job came to its end, whoever began it: cron, a watch, or a person (任务结束). Jobs that were
   * killed have no such line.
   *
   * @param asOf its business date
   * @param exit the code with which it ended
   * @param millis how long it took
   */
  record JobEnded(String job, LocalDate asOf, int exit, long millis) implements Entry {}

  /**
   * A file left in the inbox because it did not look complete; the next run takes it if it has not
   * changed by then.
   *
   * @param modifiedMillis the file's own time stamp, compared with itself only
   */
  record FileWaiting(String name, String unit, long bytes, long modifiedMillis, String reason)
      implements Entry {}

  /**
   * What came of asking a source for its list (取数).
   *
   * @param source its name in the settings
   * @param declared tells what was declared then from what is declared later
   * @param unit whose rows it speaks for; blank for the county
   * @param kind {@code jdbc}, {@code http} or {@code sftp}
   * @param reason why nothing came, as a code; blank if something did
   * @param words for the reason; no secret, nothing that a server has said
   * @param sha256 of what it has; blank if that is not known
   * @param file the name under which that was taken; blank if it was not
   * @param etag by which a web server knows it; blank for none
   * @param lastModified the same
   */
  record SourceFetched(
      String runId,
      String source,
      String declared,
      ListKind list,
      String unit,
      String kind,
      State state,
      String reason,
      List<String> words,
      String sha256,
      String file,
      String etag,
      String lastModified,
      LocalDate asOf)
      implements Entry {
    public SourceFetched {
      words = List.copyOf(words);
    }

    /** What came of it. */
    public enum State {
      /** Something new; its receipt stands in the line before. */
      ARRIVED("arrived"),
      UNCHANGED("unchanged"),
      FAILED("failed"),
      /** It was not its day. */
      SKIPPED("skipped");

      private final String code;

      State(String code) {
        this.code = code;
      }

      /** The code in the journal and in {@code run.json}. */
      public String code() {
        return code;
      }

      static State ofCode(String code) {
        return java.util.Arrays.stream(values())
            .filter(state -> state.code.equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("an unknown state of a source"));
      }
    }
  }

  /** A file is in the archive; from now on it is ours. Its receipt number is the line's number. */
  record FileReceived(SourceFile file, long bytes, LocalDate asOf) implements Entry {}

  /**
   * What became of a received file, told to its owner.
   *
   * @param receipt the line of its {@link FileReceived}
   * @param problems what was wrong with the file or its rows, without repetition, in order
   * @param amends the list whose rejected rows the file corrects; null if it is a list of its own
   */
  record FileAnswered(
      long receipt,
      SourceFile file,
      FileState state,
      @Nullable ListKind list,
      String system,
      Scope scope,
      @Nullable Term term,
      @Nullable LocalDate dataDate,
      RowCounts counts,
      List<ProblemCode> problems,
      @Nullable Amends amends)
      implements Entry {
    public FileAnswered {
      problems = List.copyOf(problems);
    }

    /** The same file in another state. */
    FileAnswered in(FileState other) {
      return new FileAnswered(
          receipt, file, other, list, system, scope, term, dataDate, counts, problems, amends);
    }

    /** What became of a list of its own. */
    public FileAnswered(
        long receipt,
        SourceFile file,
        FileState state,
        @Nullable ListKind list,
        String system,
        Scope scope,
        @Nullable Term term,
        @Nullable LocalDate dataDate,
        RowCounts counts,
        List<ProblemCode> problems) {
      this(receipt, file, state, list, system, scope, term, dataDate, counts, problems, null);
    }

    /** The line for what {@code entry} says of the file received as number {@code receipt}. */
    public static FileAnswered of(long receipt, FileEntry entry) {
      List<ProblemCode> problems = new ArrayList<>(entry.rowProblems().keySet());
      entry.fileProblems().forEach(problem -> problems.add(problem.code()));
      return new FileAnswered(
          receipt,
          entry.file(),
          entry.state(),
          entry.list(),
          entry.system(),
          entry.scope(),
          entry.term(),
          entry.dataDate(),
          entry.counts(),
          problems.stream().distinct().sorted().toList(),
          entry.amends());
    }
  }

  /** Person keys that were minted, extended or merged; at most {@link #BLOCK}. */
  record KeysChanged(List<KeyChange> changes) implements Entry {
    public KeysChanged {
      changes = List.copyOf(changes);
    }

    /** As many entries as it takes. */
    public static List<Entry> blocks(List<? extends KeyChange> changes) {
      List<Entry> blocks = new ArrayList<>();
      for (int from = 0; from < changes.size(); from += BLOCK) {
        blocks.add(
            new KeysChanged(
                List.copyOf(changes.subList(from, Math.min(from + BLOCK, changes.size())))));
      }
      return blocks;
    }
  }

  /** Findings that changed their state; at most {@link #BLOCK}. They count once published. */
  record Transitions(String runId, LocalDate asOf, List<Transition> transitions) implements Entry {
    public Transitions {
      transitions = List.copyOf(transitions);
    }

    /** As many entries as it takes. */
    public static List<Entry> blocks(String runId, LocalDate asOf, List<Transition> transitions) {
      List<Entry> blocks = new ArrayList<>();
      for (int from = 0; from < transitions.size(); from += BLOCK) {
        int to = Math.min(from + BLOCK, transitions.size());
        blocks.add(new Transitions(runId, asOf, transitions.subList(from, to)));
      }
      return blocks;
    }
  }

  /**
   * A person's answer to a finding.
   *
   * @param outcome the code of an {@link OutcomeCode}
   * @param by who answered
   * @param until the last day on which it stands; null: as long as the facts
   * @param note the archived note's digest; blank if there is none
   * @param facts the finding's facts that it rests on
   * @param proof what it is shown by
   */
  record Answered(
      String findingId,
      String outcome,
      String by,
      @Nullable LocalDate until,
      String note,
      String facts,
      LocalDate asOf,
      Proof proof)
      implements Entry {

    public Answered(
        String findingId,
        String outcome,
        String by,
        @Nullable LocalDate until,
        String note,
        String facts,
        LocalDate asOf) {
      this(findingId, outcome, by, until, note, facts, asOf, Proof.NONE);
    }

    /** Who looked at the evidence: who answered, where nobody else is named. */
    public String verifier() {
      return proof.verifiedBy().isEmpty() ? by : proof.verifiedBy();
    }

    /** When: on the day of the answer, where no other is named. */
    public LocalDate verifiedOn() {
      @Nullable LocalDate day = proof.verifiedOn();
      return day == null ? asOf : day;
    }
  }

  /** A person's ruling on identity; its handles are keyed hashes. */
  record Pinned(PinnedLink link) implements Entry {}

  /**
   * The night held a file that had been taken: what was told its owner no longer holds.
   *
   * @param receipt the line of its {@link FileReceived}
   * @param reason a message key
   * @param words for the message; file names and figures
   */
  record Held(long receipt, String reason, List<String> words) implements Entry {
    public Held {
      words = List.copyOf(words);
    }
  }

  /**
   * A named person took back a file that had been taken (撤回): the list before it counts again.
   * Nothing is deleted.
   *
   * @param receipt the line of its {@link FileReceived}
   * @param note the archived note's digest; blank if there is none
   */
  record Withdrawn(long receipt, String by, String note) implements Entry {}

  /** A named person released what a guard held. */
  record Accepted(String what, String by) implements Entry {}

  /**
   * A named person accepted a model that linking weighs by (模型); it counts from the next run on.
   *
   * @param digest of its archived text
   */
  record ModelAccepted(String digest, String by, LocalDate asOf) implements Entry {}

  /** A person decided what a header means; counts for files received from now on. */
  record HeaderRemembered(RememberedHeader header) implements Entry {}

  /** A person took such a decision back; counts for files received from now on. */
  record HeaderForgotten(String fingerprint, String by) implements Entry {}

  /**
   * What a person did about a case (办理).
   *
   * @param caseId the case
   * @param by who says so
   * @param asOf the day on which it was said
   * @param day the day that it speaks of: of a visit, of a report, the new last day; null for none
   * @param words digest of the archived words, one a line: names first; blank if there are none
   */
  record CaseActed(
      String caseId, CaseAct act, String by, LocalDate asOf, @Nullable LocalDate day, String words)
      implements Entry {}

  /**
   * A named person took back what was said in earlier lines (撤销): answers, rulings on identity that
   * came with them, and acts on cases. Nothing is deleted.
   *
   * @param lines the numbers of those lines
   * @param note the archived note's digest; blank if there is none
   */
  record Undone(List<Long> lines, String by, LocalDate asOf, String note) implements Entry {
    public Undone {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Who answers for which township, school and class (双线七长); replaces the table before it.
   *
   * @param digest of its archived text, as {@link Duties} writes it
   */
  record DutiesTaken(String digest, String by, LocalDate asOf) implements Entry {}

  /**
   * A periodic report was signed (签发): its figures are locked, and what comes later is a
   * correction.
   *
   * @param period {@code 2026-10}, {@code 2026Q3}, {@code 2026H1}
   * @param figures digest of the archived figures
   * @param correction how many corrections of this period had been signed before; 0 for the report
   * @param files digests of the files that were signed, by their paths in the period's folder;
   *     earlier versions kept none
   */
  record PeriodSigned(
      String period,
      String figures,
      String by,
      LocalDate asOf,
      int correction,
      SortedMap<String, String> files)
      implements Entry {
    public PeriodSigned {
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Of which nothing but the figures is known. */
    public PeriodSigned(String period, String figures, String by, LocalDate asOf, int correction) {
      this(period, figures, by, asOf, correction, Collections.emptySortedMap());
    }
  }

  /**
   * What became of every answer of a workbook that came back filled in (答复结果); its answers stand in
   * lines of their own.
   *
   * @param receipt the line of its {@link FileReceived}
   * @param result digest of the archived {@link ReplyLines}
   */
  record AnswersRead(long receipt, String result) implements Entry {}

  /**
   * How far a message that leaves the house has come (发件).
   *
   * @param runId the run whose digest it is
   * @param channel which way it goes
   * @param phase {@code sending}, {@code sent} or {@code failed}
   * @param words for the reason, as a message key; blank if there is none
   */
  record Notice(String runId, String channel, Phase phase, String words) implements Entry {
    /** How far it is. */
    public enum Phase {
      SENDING,
      SENT,
      FAILED
    }
  }

  /**
   * A named person took known states from a ledger of the bureau's own (导入台账); its answers stand in
   * the lines before. The same content is not taken again.
   *
   * @param sha256 of the archived file
   * @param taken rows that became answers
   * @param left rows that did not
   */
  record LedgerImported(String sha256, String by, int taken, int left) implements Entry {}

  /**
   * A named person had whole ids printed (明文输出).
   *
   * @param what which kind of paper
   * @param count how many children stand on it
   * @param purpose digest of the archived text that says what for
   */
  record Revealed(String what, int count, String by, String purpose, LocalDate asOf)
      implements Entry {}

  /**
   * A night was published. The last one of an as-of date counts.
   *
   * @param previous the as-of date of the publication that it was compared with
   * @param effective the batches that it rests on
   * @param findings digest of the archived {@link FindingsBlob}
   * @param jobs digest of the archived rules and settings that it used
   * @param software version of the program
   * @param manifest each published file's path and digest
   * @param counts further figures by name
   * @param kept what else the night left in the archive for later nights, by name: digests. Nights
   *     of earlier versions have none.
   */
  record Published(
      String runId,
      LocalDate asOf,
      @Nullable LocalDate previous,
      List<Batch> effective,
      String findings,
      String jobs,
      String software,
      SortedMap<String, String> manifest,
      SortedMap<String, Long> counts,
      SortedMap<String, String> kept)
      implements Entry {
    public Published {
      effective = List.copyOf(effective);
      manifest = new TreeMap<>(manifest);
      counts = new TreeMap<>(counts);
      kept = new TreeMap<>(kept);
    }
  }

  /**
   * What was received is gone; something else stands in for it from now on (行检查点).
   *
   * @param sha256 of what is gone
   * @param rows digest of what stands in for it; blank if nothing does
   * @param asOf the day on which it was decided
   * @param by who decided; the retention rules themselves under {@link #RETENTION}
   * @param left how many rows, by bucket, stand no more in what stands in for it
   */
  record Replaced(String sha256, String rows, Why why, LocalDate asOf, String by, RowCounts left)
      implements Entry {

    /** Whom a file names that no person but the retention rules removed. */
    public static final String RETENTION = "retention";

    /** Why it is gone. */
    public enum Why {
      /** Kept as long as the settings say. */
      OVER_AGE,
      /** A person asked for deletion (个人信息删除). */
      ERASED
    }
  }

  /**
   * A day's removals by the retention rules (销毁), before anything is deleted.
   *
   * @param by who ordered it; {@link Replaced#RETENTION} at the end of a night
   * @param items what is removed besides received files: {@code report:} and a date, {@code blob:}
   *     and a digest
   * @param counts by class and figure
   * @param certificate digest of the archived certificate
   */
  record Purged(
      LocalDate asOf,
      String by,
      List<String> items,
      SortedMap<String, Long> counts,
      String certificate)
      implements Entry {
    public Purged {
      items = List.copyOf(items);
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }

  /**
   * What became of a request that a child or a guardian made about the child's own data (个人信息请求).
   *
   * @param act {@code copied}, {@code deleted}, {@code refused} or {@code correction}
   * @param subject the keyed hash of the child's id
   * @param words digest of the archived purpose or reason
   * @param counts what was found or removed, by kind
   */
  record PersonAsked(
      String act,
      String subject,
      String by,
      LocalDate asOf,
      String words,
      SortedMap<String, Long> counts)
      implements Entry {
    public PersonAsked {
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }

  /**
   * Published files that named a child were taken down, before they are (下架).
   *
   * @param by who decided
   * @param files their paths below the work folder, with {@code /}
   */
  record TakenDown(LocalDate asOf, String by, List<String> files) implements Entry {
    public TakenDown {
      files = List.copyOf(files);
    }
  }

  /**
   * A backup was made, read back and found whole (备份).
   *
   * @param file its name, without the folder
   * @param digest SHA-256 of the file
   * @param head how far the journal in it goes
   * @param bytes its length
   * @param why {@code asked}, {@code nightly}, {@code upgrade} or {@code restore}
   */
  record BackedUp(
      String file, String digest, JournalLine.Head head, long bytes, String why, LocalDate asOf)
      implements Entry {}

  /**
   * The newest backup was restored into a scratch folder and checked (演练).
   *
   * @param file the backup's name, without the folder
   * @param head how far the journal in it goes
   * @param blobs archived files that were read and found as they were
   * @param millis how long it took
   * @param escrow whether the key came out of an escrow file, not from the work folder
   * @param trouble what went wrong, as a message key; blank if nothing
   */
  record Drilled(
      String file,
      JournalLine.Head head,
      int blobs,
      long millis,
      boolean escrow,
      String trouble,
      LocalDate asOf)
      implements Entry {}

  /**
   * The keys were written to a file to be kept apart (密钥托管).
   *
   * @param fingerprint of the secret in it
   */
  record KeysEscrowed(String fingerprint, LocalDate asOf) implements Entry {}

  /**
   * From here on the work folder has this format (格式); folders without such a line have format 1.
   *
   * @param format counted up whenever older programs would misread what newer ones write
   * @param software version of the program that says so
   */
  record Formatted(int format, String software) implements Entry {}

  /**
   * The record before this line came out of a backup (恢复). What had been written after {@code from}
   * where it was restored to no longer counts; it was set aside, not deleted.
   *
   * @param from how far the journal in the backup goes
   * @param over how far the journal went that was replaced; {@link JournalLine.Head#NONE} if
   *     nothing was there
   * @param safety the folder for what was there; blank if nothing was
   */
  record Restored(
      JournalLine.Head from, JournalLine.Head over, String safety, String by, LocalDate asOf)
      implements Entry {

    /** Whether {@code head} is of a line that was written after the backup and set aside. */
    public boolean setAside(JournalLine.Head head) {
      return head.seq() > from.seq() && head.seq() <= over.seq();
    }
  }

  /**
   * A named person moved the index to another database (换库), which was found to hold the same and
   * to export the same; written before the settings say so.
   *
   * @param from the database before: {@code embedded}, or host, port and name
   * @param to the database from now on
   * @param files how many files the index holds
   * @param rows how many rows
   */
  record DatabaseMoved(String from, String to, String by, LocalDate asOf, int files, long rows)
      implements Entry {}
}

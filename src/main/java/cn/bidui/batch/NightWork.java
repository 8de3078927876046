package cn.bidui.batch;

import cn.bidui.collect.Sighting;
import cn.bidui.judge.Judgement;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.KeptSnapshots;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.Night;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.link.Departed;
import cn.bidui.link.LinkMemory;
import cn.bidui.link.LinkResult;
import cn.bidui.link.PersonKeys;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of one night hand to each other. Nothing here is kept: after a kill every stage
 * but the reading of files does its work again and, being a pure function, comes to the same.
 */
final class NightWork {

  final String runId;

  /** Whether it changes nothing: an as-of date before the last published one. */
  final boolean whatIf;

  List<FileEntry> waiting = List.of();

  /** Files that were taken and cannot be removed from the inbox. */
  Set<Sighting> stuck = Set.of();

  /** Whether the inbox could not be looked into. */
  boolean inboxAway;

  List<FileEntry> files = List.of();
  List<FileEntry.Note> held = new ArrayList<>();
  List<Effective> effective = List.of();

  /** The lists whose rows speak of persons. */
  Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);

  /** The register of schools (学校机构名册); null if there is none. */
  @Nullable RecordTable register;

  /** Accepted rows of effective files that partial lists replace, by list. */
  final Map<ListKind, Integer> replaced = new EnumMap<>(ListKind.class);

  @Nullable SchoolRegistry schools;
  @Nullable LinkResult links;

  /** What the next night may take over; null if nothing was linked. */
  @Nullable LinkMemory memory;

  @Nullable PersonKeys keys;
  int earlierPupils = County.NO_EARLIER_ROLL;
  List<Departed> departed = List.of();

  /** How many pupils finished primary school last year. */
  int leavers = County.NO_EARLIER_ROLL;

  /** What tonight's and earlier lists say of each term, for the nights to come. */
  List<Snapshot> snapshots = List.of();

  @Nullable Judgement judgement;

  /** What it was judged from. */
  @Nullable Judged judged;

  /** The last rows of pupils of earlier rolls who stand on none tonight, by their places. */
  final Map<RowRef, List<String>> departedRows = new HashMap<>();

  @Nullable Night ledger;

  /** All cases after tonight. */
  @Nullable CaseBook cases;

  /** The classes that cases are about, by case. */
  SortedMap<String, String> classes = new TreeMap<>();

  /** Tonight's control totals. */
  @Nullable NightTotals totals;

  /** What is counted tonight besides, for periodic reports. */
  Figures counts = Figures.EMPTY;

  /** What happened besides, for {@code run.json}: nothing that a report depends on. */
  final List<FileEntry.Note> remarks = new ArrayList<>();

  /** Where it was published; null if it was not. */
  @Nullable Path published;

  /** What did not add up; empty if everything did. */
  List<FileEntry.Note> unbalanced = List.of();

  /** Digests of what the night leaves in the archive for later nights, by name. */
  final SortedMap<String, String> kept = new TreeMap<>();

  /** Digests that did not leave the house. */
  List<Entry.Notice> notSent = List.of();

  final SortedMap<String, Long> stepMillis = new TreeMap<>();

  /** How it ended; null while it has not, and where it ended by an exception. */
  @Nullable NightOutcome ended;

  int exit;

  /**
   * What the rules were asked about.
   *
   * @param standings what earlier lists said for terms of the past
   */
  record Judged(County county, KeptSnapshots standings) {}

  NightWork(String runId, boolean whatIf) {
    this.runId = runId;
    this.whatIf = whatIf;
  }

  /** How much a guard has held back until somebody confirms it. */
  int waitingForAPerson() {
    return (int) held.stream().filter(FileEntry.Note::waitsForAPerson).count();
  }

  /** What an earlier stage has left; a stage that runs without it is a bug. */
  static <T> T done(@Nullable T result) {
    if (result == null) {
      throw new IllegalStateException("a stage ran before the one it needs");
    }
    return result;
  }
}

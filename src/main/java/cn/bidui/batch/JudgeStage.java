package cn.bidui.batch;

import cn.bidui.judge.Judge;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.KeptSnapshots;
import cn.bidui.judge.night.SentBack;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.judge.night.Standings;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stage {@code judge}: what is to be asked tonight. */
final class JudgeStage {

  /** Publications keep what lists said at the start of terms under names that begin so. */
  private static final String SNAPSHOT = "snapshot.";

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;

  JudgeStage(NightOrder order, OpenRecord record, RowShelf shelf) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
  }

  void run(NightWork work) throws IOException {
    Judge judge = new Judge(order.policies(), order.job().rules());
    List<Snapshot> taken =
        judge.snapshots(county(work, Standings.NONE, SentBack.NONE), inTime(judge, work));
    KeptSnapshots standings = judge.standings(kept(), taken);
    work.snapshots = standings.all().stream().filter(this::stillAsked).toList();
    SentBack sentBack = new SentBackRows(record.state(), shelf).of(work);
    County county = county(work, standings, sentBack);
    work.judgement = judge.judge(county);
    work.judged = new NightWork.Judged(county, standings);
  }

  private County county(NightWork work, Standings standings, SentBack sentBack) {
    return new County(
        order.asOf(),
        lists(work),
        NightWork.done(work.links),
        NightWork.done(work.keys),
        NightWork.done(work.schools),
        work.earlierPupils,
        work.departed,
        work.leavers,
        standings,
        sentBack);
  }

  /** Only lists that can speak for a term: on most nights of a year there is none to go through. */
  private Map<ListKind, LocalDate> inTime(Judge judge, NightWork work) {
    Map<ListKind, LocalDate> dates = dataDates(work);
    dates.values().removeIf(date -> !judge.inTime(date, order.asOf()));
    return dates;
  }

  /** A list in several parts is as old as its newest one. */
  private static Map<ListKind, LocalDate> dataDates(NightWork work) {
    Map<ListKind, LocalDate> dates = new EnumMap<>(ListKind.class);
    for (Effective effective : work.effective) {
      dates.merge(
          effective.batch().list(),
          effective.batch().dataDate(),
          (one, other) -> one.isAfter(other) ? one : other);
    }
    return dates;
  }

  /** Terms of this school year and the one before; older ones are judged no more. */
  private boolean stillAsked(Snapshot snapshot) {
    return snapshot.term().schoolYear().start() >= SchoolYear.of(order.asOf()).start() - 1;
  }

  private List<Snapshot> kept() throws IOException {
    Optional<Published> before = record.state().publicationBefore(order.asOf());
    List<Snapshot> kept = new ArrayList<>();
    if (before.isPresent()) {
      for (Map.Entry<String, String> entry : before.get().kept().entrySet()) {
        if (entry.getKey().startsWith(SNAPSHOT)) {
          kept.add(read(entry.getValue()));
        }
      }
    }
    return kept;
  }

  private Snapshot read(String digest) throws IOException {
    try (InputStream text = record.archive().open(digest)) {
      return Snapshot.read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Archives what the nights to come have to know; the publication names it. */
  static void keep(NightWork work, Archive archive) throws IOException {
    for (Snapshot snapshot : work.snapshots) {
      String name = SNAPSHOT + snapshot.list().code() + "." + snapshot.term().label();
      byte[] text = snapshot.text().getBytes(StandardCharsets.UTF_8);
      work.kept.put(name, archive.put(text));
    }
  }

  /** Those that were linked, and the register of schools. */
  private static Map<ListKind, RecordTable> lists(NightWork work) {
    Map<ListKind, RecordTable> lists = new EnumMap<>(work.tables);
    if (work.register != null) {
      lists.put(ListKind.SCHOOLS, work.register);
    }
    return lists;
  }
}

package cn.bidui.batch;

import cn.bidui.judge.Judge;
import cn.bidui.judge.evidence.Evidence;
import cn.bidui.judge.evidence.KeptForm;
import cn.bidui.judge.evidence.KeptNight;
import cn.bidui.judge.evidence.KeptPupil;
import cn.bidui.judge.evidence.KeptReading;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.KeptSnapshots;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.LedgerFinding;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a night leaves in the archive so that each of its findings can be judged again (卷宗). It is
 * judged once before it is kept: findings that do not come out the same from it are named in it.
 */
final class NightEvidence {

  /** Under this name a publication keeps it. */
  static final String KEPT = "evidence";

  private final NightOrder order;
  private final OpenRecord record;

  NightEvidence(NightOrder order, OpenRecord record) {
    this.order = order;
    this.record = record;
  }

  /** Puts it into the archive; the publication names it. */
  void keep(NightWork work) throws IOException {
    List<Finding> findings =
        NightWork.done(work.ledger).findings().stream().map(LedgerFinding::finding).toList();
    County county = NightWork.done(work.judged).county();
    KeptNight night =
        Evidence.of(county, findings, departed(work), speaking(NightWork.done(work.judged)));
    night = night.needing(differing(night, NightWork.done(work.judgement).findings()));
    work.kept.put(KEPT, record.archive().put(KeptForm.write(night)));
  }

  /** What {@code night} kept; empty for nights of versions that kept none. */
  static Optional<KeptNight> of(Published night, Archive archive) throws IOException {
    String digest = night.kept().getOrDefault(KEPT, "");
    if (digest.isEmpty() || !archive.holds(digest)) {
      return Optional.empty();
    }
    try (InputStream blob = archive.open(digest)) {
      return Optional.of(KeptReading.read(blob));
    }
  }

  private SortedSet<String> differing(KeptNight night, List<Finding> findings) {
    Map<String, Finding> again = new HashMap<>();
    new Judge(order.policies(), order.job().rules())
        .judge(night.county(record.key().handles()))
        .findings()
        .forEach(finding -> again.put(finding.id(), finding));
    SortedSet<String> differing = new TreeSet<>();
    for (Finding finding : findings) {
      if (!Objects.equals(again.get(finding.id()), finding)) {
        differing.add(finding.id());
      }
    }
    return differing;
  }

  private static List<KeptPupil> departed(NightWork work) {
    return work.departed.stream()
        .filter(pupil -> work.departedRows.containsKey(pupil.place()))
        .map(
            pupil ->
                new KeptPupil(
                    pupil.key(),
                    pupil.place(),
                    work.departedRows.getOrDefault(pupil.place(), List.of()),
                    pupil.dataDate(),
                    pupil.missed()))
        .toList();
  }

  private static List<Snapshot> speaking(NightWork.Judged judged) {
    KeptSnapshots standings = judged.standings();
    return standings.all().stream()
        .filter(one -> standings.earlier(one.list(), one.term()).isPresent())
        .toList();
  }
}

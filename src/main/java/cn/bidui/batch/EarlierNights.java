package cn.bidui.batch;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.cohort.Population;
import cn.bidui.judge.score.ScoreText;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.report.NightReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What published nights before an as-of date have left in the archive for the report of that date
 * (以前的夜次).
 */
final class EarlierNights {

  private final JournalState state;
  private final Archive archive;
  private final LocalDate asOf;

  EarlierNights(JournalState state, Archive archive, LocalDate asOf) {
    this.state = state;
    this.archive = archive;
    this.asOf = asOf;
  }

  /** With how many children each cohort had on the night before. */
  Population population(Judgement judgement) {
    return NightFailure.discreetly(
        () -> {
          Optional<String> before =
              state.publicationBefore(asOf).map(night -> night.kept().get(PublishStage.COHORTS));
          return before.isEmpty()
              ? judgement.population()
              : CohortText.beside(text(before.get()), judgement.population());
        });
  }

  /** The scoreboards of the last publications before this as-of date, as many as are shown. */
  SortedMap<LocalDate, Scoreboard> scores() {
    return NightFailure.discreetly(
        () -> {
          SortedMap<LocalDate, Scoreboard> earlier = new TreeMap<>();
          List<Published> before =
              state.publications().stream()
                  .filter(night -> night.asOf().isBefore(asOf))
                  .filter(night -> night.kept().containsKey(PublishStage.SCOREBOARD))
                  .toList();
          int first = Math.max(0, before.size() - NightReport.Judged.EARLIER_SHOWN);
          for (Published night : before.subList(first, before.size())) {
            String kept = night.kept().getOrDefault(PublishStage.SCOREBOARD, "");
            earlier.put(night.asOf(), ScoreText.read(text(kept)));
          }
          return earlier;
        });
  }

  /** The findings that were open on the night before. */
  SortedSet<String> openIds() {
    return NightFailure.discreetly(
        () -> {
          SortedSet<String> open = new TreeSet<>();
          Optional<Published> before = state.publicationBefore(asOf);
          if (before.isPresent()) {
            for (LedgerFinding finding : LedgerStage.findings(archive, before.get())) {
              if (finding.state().open()) {
                open.add(finding.finding().id());
              }
            }
          }
          return open;
        });
  }

  private String text(String digest) throws IOException {
    try (InputStream kept = archive.open(digest)) {
      return new String(kept.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

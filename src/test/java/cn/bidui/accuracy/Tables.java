package cn.bidui.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A tally as tables, in the form that documents use too. */
final class Tables {

  private static final int MOST_KINDS = 25;

  private final StringBuilder out = new StringBuilder();

  private Tables() {}

  /** All of them. */
  static String of(Tally tally) {
    Tables tables = new Tables();
    tables.main(tally);
    tables.byError(tally);
    tables.calibration(tally);
    tables.kinds("Wrong persons by cause", tally.wrongKinds);
    tables.kinds("Missed pairs by cause", tally.missedKinds);
    return tables.out.toString();
  }

  /** What came of public data sets. */
  static String of(List<Febrl.Score> scores) {
    Tables tables = new Tables();
    tables.head("public data set", "right pairs", "wrong", "missed");
    scores.forEach(
        score ->
            tables.row(
                score.name(), count(score.right()), count(score.wrong()), count(score.missed())));
    return tables.out.toString();
  }

  private void main(Tally tally) {
    head("what", "count", "share");
    row("rows linked", count(tally.rows), "");
    row("rows sent back before linking", count(tally.sentBack), "");
    row(
        "rows decided automatically",
        count(tally.decidedRows),
        percent(tally.decidedRows, tally.rows));
    row("automatic links", count(tally.links), "");
    row("**wrong automatic links: persons**", count(tally.wrong()), upper(tally.wrong(), tally));
    row("wrong pairs of rows", count(tally.wrongPairs), "");
    row("persons that nobody could tell apart", count(tally.sameToAnybody), "");
    row("true pairs across lists", count(tally.truePairs), "");
    row("linked", count(tally.linkedPairs), percent(tally.linkedPairs, tally.truePairs));
    row(
        "**linked or asked about**",
        count(tally.linkedPairs + tally.queuedPairs),
        percent(tally.linkedPairs + tally.queuedPairs, tally.truePairs));
    row(
        "neither, and nothing but name, sex and grade in common",
        count(tally.nothingInCommon),
        percent(tally.nothingInCommon, tally.truePairs));
    row("**questions to people**", count(tally.questions), percent(tally.questions, tally.rows));
    row(
        "questions whose answer is yes",
        count(tally.rightQuestions),
        percent(tally.rightQuestions, tally.questions));
    row("rows left undecided", count(tally.askedRows), percent(tally.askedRows, tally.rows));
    long caught = tally.slippedLinked + tally.slippedQueued;
    row("ids with one slip, owner in another list", count(tally.slippedIds), "");
    row("repaired", count(tally.slippedLinked), percent(tally.slippedLinked, tally.slippedIds));
    row("**repaired or asked about**", count(caught), percent(caught, tally.slippedIds));
    row("blocks too large to compare", count(tally.oversizedBlocks), "");
    row("time of linking, s", String.format(Locale.ROOT, "%.1f", tally.nanos / 1e9), "");
    out.append('\n');
  }

  private static String upper(long errors, Tally tally) {
    return String.format(
        Locale.ROOT, "≤ %.2e at 95 %%", Bound.upper(errors, Math.max(1, tally.links)));
  }

  private void byError(Tally tally) {
    head("error in one of the two rows", "pairs", "linked", "linked or asked about");
    tally.byError.forEach(
        (error, counts) ->
            row(
                error,
                count(counts[0]),
                percent(counts[1], counts[0]),
                percent(counts[1] + counts[2], counts[0])));
    out.append('\n');
  }

  private void calibration(Tally tally) {
    head("weight, bits", "questions", "of them the same person", "linked rows", "of them right");
    tally.linkedByWeight.forEach(
        (bin, none) -> tally.openByWeight.computeIfAbsent(bin, absent -> new long[2]));
    tally.openByWeight.forEach(
        (bin, open) -> {
          long[] linked = tally.linkedByWeight.getOrDefault(bin, new long[2]);
          row(
              bin + " … " + (bin + 5),
              count(open[0]),
              open[0] == 0 ? "" : percent(open[1], open[0]),
              count(linked[0]),
              linked[0] == 0 ? "" : percent(linked[1], linked[0]));
        });
    out.append('\n');
  }

  private void kinds(String title, Map<String, Long> kinds) {
    if (kinds.isEmpty()) {
      return;
    }
    head(title, "count");
    kinds.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_KINDS)
        .forEach(kind -> row(kind.getKey(), count(kind.getValue())));
    if (kinds.size() > MOST_KINDS) {
      row(count(kinds.size() - MOST_KINDS) + " more kinds", "");
    }
    out.append('\n');
  }

  private void head(String... titles) {
    row(titles);
    out.append("|").append(" --- |".repeat(titles.length)).append('\n');
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With enough digits that 99.9999 % is not 100 %. */
  static String percent(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    return part == whole
        ? "100 %"
        : String.format(Locale.ROOT, "%.4f %%", 100 * Math.floor(1e6 * part / whole) / 1e6);
  }
}

package cn.bidui.batch;

import cn.bidui.judge.Rules;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.judge.score.ScoreText;
import cn.bidui.judge.score.Scoreboard;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.PeriodSigned;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Figures;
import cn.bidui.ledger.NightTotals;
import cn.bidui.ledger.PeriodFolders;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.plan.CasePlan;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import cn.bidui.report.PeriodPress;
import cn.bidui.report.period.ListDate;
import cn.bidui.report.period.Period;
import cn.bidui.report.period.PeriodDocument;
import cn.bidui.report.period.PeriodFigures;
import cn.bidui.report.period.PeriodNight;
import cn.bidui.report.period.PeriodReading;
import cn.bidui.report.period.PeriodReports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Publishes the reports of closed periods, and has them signed. */
public final class Periods {

  /** The ending of the folder that leaves the bureau. */
  public static final String OUTSIDE = "-外送";

  private static final String DATA = "data";

  private final OpenRecord record;
  private final KeptText kept;
  private final PeriodFolders folders;

  private Periods(OpenRecord record, PeriodFolders folders) {
    this.record = record;
    this.kept = new KeptText(record.archive());
    this.folders = folders;
  }

  /** Opens the periods of a work folder and finishes what a crash has left. */
  public static Periods open(OpenRecord record, Path reports) throws IOException {
    PeriodFolders folders = PeriodFolders.under(reports);
    folders.recover(record.lease());
    return new Periods(record, folders);
  }

  /**
   * What was published.
   *
   * @param changed false where the folder already said all of this
   * @param correction the correction that waits to be signed; 0 for none
   * @param differences how many figures it changes
   */
  public record Written(
      PeriodFigures figures, Path folder, boolean changed, int correction, int differences) {}

  /** Whether and what was signed. */
  public enum Signing {
    SIGNED,
    /** Nothing has changed since the last signature. */
    ALREADY,
    /** The figures are not those that were published: they were published anew, to be looked at. */
    LOOK_AGAIN
  }

  /**
   * How signing ended.
   *
   * @param correction which correction it is about; 0 for the report itself
   */
  public record Signed(Signing how, int correction, Written written) {}

  // --- figures -------------------------------------------------------------------------------

  /** Whether any night of the period was published. */
  public boolean anyNight(Period period) {
    return record.state().publications().stream().anyMatch(night -> period.holds(night.asOf()));
  }

  /** The figures of a period from what its nights kept. */
  public PeriodFigures figures(Period period) throws IOException {
    List<Published> all = record.state().publications();
    List<Published> nights = all.stream().filter(night -> period.holds(night.asOf())).toList();
    List<PeriodNight> read = new ArrayList<>();
    for (Published night : nights) {
      read.add(night(night));
    }
    Optional<Published> before = record.state().publicationBefore(period.first());
    Optional<Published> last =
        nights.isEmpty() ? Optional.empty() : Optional.of(nights.get(nights.size() - 1));
    Rulebook rules = rules(last);
    return new PeriodReading(
            period,
            rules.unit(),
            read,
            before.isEmpty() ? Optional.empty() : Optional.of(night(before.get())),
            last.map(night -> ListDate.of(night.effective())).orElse(List.of()),
            record.state().cases(),
            new CaseBook.Terms(rules.cases(), severities(), kept::of))
        .figures();
  }

  private PeriodNight night(Published night) {
    Optional<NightTotals> totals = text(night, PublishStage.TOTALS).map(NightTotals::read);
    Figures counts = text(night, PublishStage.COUNTS).map(Figures::read).orElse(Figures.EMPTY);
    Scoreboard scores =
        text(night, PublishStage.SCOREBOARD).map(ScoreText::read).orElse(Scoreboard.EMPTY);
    return new PeriodNight(night.asOf(), totals, counts, scores);
  }

  private Optional<String> text(Published night, String name) {
    return Optional.ofNullable(night.kept().get(name)).map(kept::of);
  }

  /** What settings and job of a night said about reports. */
  private record Rulebook(String unit, CasePlan cases) {}

  private Rulebook rules(Optional<Published> last) throws IOException {
    if (last.isEmpty()) {
      return new Rulebook("", CasePlan.USUAL);
    }
    try (InputStream blob = record.archive().open(last.get().jobs())) {
      JobTree tree = JobTree.parse(blob.readAllBytes());
      Mistakes mistakes = new Mistakes();
      String file = JobTree.job(tree.job());
      String job = tree.texts().getOrDefault(file, "");
      String settings = tree.texts().getOrDefault(JobTree.SETTINGS, "");
      return new Rulebook(
          Settings.read(JobTree.SETTINGS, settings, mistakes).unit(),
          JobPlan.read(tree.job(), file, job, severityOf().keySet(), mistakes).cases());
    }
  }

  private static Map<String, String> severityOf() {
    Map<String, String> severities = new HashMap<>();
    for (RuleCard card : Rules.all()) {
      severities.put(card.code(), card.severity().code());
    }
    return severities;
  }

  private static java.util.function.Function<String, String> severities() {
    Map<String, String> severities = severityOf();
    return rule -> severities.getOrDefault(rule, Severity.LOW.code());
  }

  // --- publishing ----------------------------------------------------------------------------

  /**
   * Publishes the report of a period. One that was signed stays as it is; figures that differ from
   * it are published as a correction beside it.
   *
   * @param outside for outside the bureau, in a folder of its own
   */
  public Written publish(Period period, boolean outside) throws IOException {
    PeriodFigures now = figures(period);
    String digest = record.archive().put(now.write().getBytes(StandardCharsets.UTF_8));
    List<PeriodFigures> versions = new ArrayList<>();
    List<PeriodSigned> signed = signed(period);
    for (PeriodSigned each : signed) {
      versions.add(PeriodFigures.read(kept.of(each.figures())));
    }
    boolean differs = signed.isEmpty() || !signed.get(signed.size() - 1).figures().equals(digest);
    if (differs) {
      versions.add(now);
    }
    String name = period.code() + (outside ? OUTSIDE : "");
    Path staged = folders.stage(name, record.lease());
    for (int version = 0; version < versions.size(); version++) {
      // What leaves the bureau is written from the signed figures: the same bytes again.
      boolean locked = version < signed.size() && !outside;
      if (!locked || !copied(folders.folder(name), staged, versions.get(version), version)) {
        write(versions, version, outside, staged);
      }
    }
    boolean changed = folders.swap(name, record.lease());
    int correction = differs ? signed.size() : 0;
    int differences = correction == 0 ? 0 : now.since(versions.get(correction - 1)).size();
    return new Written(now, folders.folder(name), changed, correction, differences);
  }

  private List<PeriodSigned> signed(Period period) {
    return record.state().signed().stream()
        .filter(each -> each.period().equals(period.code()))
        .toList();
  }

  private static void write(List<PeriodFigures> versions, int version, boolean outside, Path staged)
      throws IOException {
    PeriodFigures figures = versions.get(version);
    PeriodDocument document =
        version == 0
            ? PeriodReports.of(figures, outside)
            : PeriodReports.correction(versions.get(version - 1), figures, version, outside);
    PeriodPress.write(figures.period().last(), document, staged);
    if (!outside) {
      Path data = staged.resolve(DATA);
      Files.createDirectories(data);
      Files.writeString(data.resolve(data(version)), figures.write());
    }
  }

  /** What was signed is taken over as it lies there; if something is gone, it is written again. */
  private static boolean copied(Path from, Path to, PeriodFigures signed, int version)
      throws IOException {
    Path data = Path.of(DATA, data(version));
    if (!Files.isRegularFile(from.resolve(data))
        || !Files.readString(from.resolve(data)).equals(signed.write())) {
      return false;
    }
    List<String> names = PeriodPress.files(PeriodReports.file(signed.period(), version));
    for (String name : names) {
      if (!Files.isRegularFile(from.resolve(name))) {
        return false;
      }
    }
    for (String name : names) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
    Files.createDirectories(to.resolve(DATA));
    Files.copy(from.resolve(data), to.resolve(data));
    return true;
  }

  private static String data(int version) {
    return version == 0 ? "figures.txt" : "figures-" + version + ".txt";
  }

  // --- signing -------------------------------------------------------------------------------

  /**
   * Signs what was published: the report, or the correction of one that was signed. Nobody signs
   * figures that were not there to be read.
   */
  public Signed sign(Period period, String by, LocalDate asOf) throws IOException {
    List<PeriodSigned> signed = signed(period);
    int version = signed.size();
    Path read = folders.folder(period.code()).resolve(DATA).resolve(data(version));
    boolean there = Files.isRegularFile(read);
    String seen = there ? Files.readString(read) : "";
    Written written = publish(period, false);
    if (version > 0 && written.correction() == 0) {
      return new Signed(Signing.ALREADY, version, written);
    }
    boolean first = version == 0 && !there;
    if (!first && !seen.equals(written.figures().write())) {
      return new Signed(Signing.LOOK_AGAIN, version, written);
    }
    String digest = written.figures().digest();
    record
        .journal()
        .append(
            new PeriodSigned(
                period.code(),
                digest,
                by,
                asOf,
                version,
                files(written.folder(), period, version)));
    return new Signed(Signing.SIGNED, version, written);
  }

  /** Digests of the files that are signed: a change by hand is found by them. */
  private static SortedMap<String, String> files(Path folder, Period period, int version)
      throws IOException {
    List<String> names = new ArrayList<>(PeriodPress.files(PeriodReports.file(period, version)));
    names.add(DATA + "/" + data(version));
    SortedMap<String, String> digests = new TreeMap<>();
    for (String name : names) {
      digests.put(name, Archive.digest(folder.resolve(name)));
    }
    return digests;
  }
}

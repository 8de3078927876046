package cn.bidui.batch;

import cn.bidui.intake.Intake;
import cn.bidui.intake.RowTape;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Purged;
import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.Replacements;
import cn.bidui.normalize.RowShelf;
import cn.bidui.plan.RetentionPlan;
import cn.bidui.plan.WorkFolder;
import cn.bidui.report.Feedback;
import cn.bidui.source.RowCounts;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Removes what is over age (到期销毁), once the night is published: no report is endangered by it. What
 * goes is journaled before it goes, so that a purge that was cut short is finished by the next one
 * and its certificate tells of all of it.
 */
public final class Purge {

  /** The folder of certificates, under {@code reports}. */
  static final String CERTIFICATES = "销毁证明";

  /** How the names of log files begin that grow no more. */
  private static final List<String> LOGS = List.of("bidui.log.", StepTrail.FILES, "cron-");

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;
  private final Checkpoints checkpoints;

  Purge(NightOrder order, OpenRecord record, RowShelf shelf, Intake intake) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.checkpoints = new Checkpoints(record.archive(), record.state(), shelf, intake);
  }

  /** What would go; changes nothing and needs no database. */
  public static PurgePlan plan(
      WorkFolder folder, JournalState state, RetentionPlan days, LocalDate asOf)
      throws IOException {
    Archive archive = Archive.of(folder.home()).standing(state.replacements()::standIn);
    List<LedgerFinding> published =
        state.latest().isEmpty() ? List.of() : LedgerStage.findings(archive, state.latest().get());
    PurgePlan.Words words = new PurgePlan.Words();
    JournalReader.of(folder.home()).read(1, words::add);
    return PurgePlan.of(state, published, words, folders(folder), days, asOf);
  }

  private static Set<String> folders(WorkFolder folder) throws IOException {
    Set<String> found = new TreeSet<>();
    names(folder.whatIf()).forEach(name -> found.add("what-if/" + name));
    names(folder.reports().resolve("periods")).forEach(name -> found.add("periods/" + name));
    return found;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> each = Files.list(folder)) {
      return each.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  /**
   * Removes what is over age.
   *
   * @param by who ordered it; {@link Replaced#RETENTION} for the rules themselves
   * @return the certificate's line; empty if nothing was over age
   */
  Optional<Purged> run(String by) throws IOException {
    RetentionPlan days = order.settings().retention();
    PurgePlan plan = plan(order.folder(), record.state(), days, order.asOf());
    for (PurgePlan.Removal removal : plan.files()) {
      replace(removal, by);
    }
    Optional<Purged> certified = certify(plan, by, days);
    tidy();
    return certified;
  }

  private void replace(PurgePlan.Removal removal, String by) throws IOException {
    SourceFile file = removal.file();
    if (removal.how() == PurgePlan.How.ALL_GOES) {
      journal(file, new Checkpoints.Made("", RowCounts.NONE), by);
      return;
    }
    boolean rejected = removal.how() == PurgePlan.How.ROWS_STAY;
    Optional<Checkpoints.Made> made =
        checkpoints.make(file, rejected, row -> false, RowTape.Keep.ALL);
    if (made.isPresent()) {
      journal(file, made.get(), by);
    }
  }

  private void journal(SourceFile file, Checkpoints.Made made, String by) throws IOException {
    record
        .journal()
        .append(
            new Replaced(
                file.sha256(),
                made.digest(),
                Replaced.Why.OVER_AGE,
                order.asOf(),
                by,
                made.left()));
  }

  /** Also of files that an earlier purge removed when it was cut short. */
  private Optional<Purged> certify(PurgePlan plan, String by, RetentionPlan days)
      throws IOException {
    Destruction destroyed = new Destruction(record.key());
    record.state().keeping().uncertified().forEach(gone -> destroyed.add(gone, record.state()));
    plan.items().forEach(destroyed::add);
    if (destroyed.none()) {
      return Optional.empty();
    }
    long line = record.state().head().seq() + 1;
    String text = destroyed.text(order.asOf(), by, order.settings().unit(), line, days);
    Purged purged =
        new Purged(
            order.asOf(),
            by,
            plan.items().stream().map(PurgePlan.Item::text).toList(),
            destroyed.counts(),
            record.archive().put(text.getBytes(StandardCharsets.UTF_8)));
    record.journal().append(purged);
    return Optional.of(purged);
  }

  /** Brings everything into the state that the journal tells; doing it twice does no harm. */
  void tidy() throws IOException {
    Replacements replacements = record.state().replacements();
    Map<String, Integer> rows = new HashMap<>();
    for (Entry.FileAnswered answered : record.state().answeredFiles()) {
      rows.merge(answered.file().sha256(), answered.counts().rows(), Math::max);
    }
    for (String sha256 : new TreeSet<>(replacements.all())) {
      record.archive().destroy(sha256);
      int left = replacements.left(sha256).rows();
      boolean fewer = left > 0 && shelf.rows(sha256) > rows.getOrDefault(sha256, 0) - left;
      if (fewer || replacements.removed(sha256)) {
        shelf.clear(sha256);
      }
    }
    for (String tape : new TreeSet<>(replacements.obsolete())) {
      record.archive().destroy(tape);
    }
    for (String item : new TreeSet<>(record.state().keeping().items())) {
      remove(item);
    }
    answers();
    logs();
    certificates();
  }

  private void remove(String item) throws IOException {
    String name = item.substring(item.indexOf(':') + 1);
    WorkFolder folder = order.folder();
    switch (item.substring(0, item.indexOf(':'))) {
      case "report" -> delete(folder.reports().resolve(name));
      case "what-if" -> delete(folder.whatIf().resolve(name));
      case "period" -> delete(folder.reports().resolve("periods").resolve(name));
      default -> record.archive().destroy(name);
    }
  }

  /** Answers to files of which nothing is left, unless a newer file has their name. */
  private void answers() throws IOException {
    Map<String, SourceFile> newest = new HashMap<>();
    for (Entry.FileAnswered answered : record.state().answeredFiles()) {
      newest.put(answered.file().unit() + "/" + answered.file().name(), answered.file());
    }
    for (SourceFile file : newest.values().stream().sorted(Comparator.naturalOrder()).toList()) {
      if (record.state().replacements().removed(file.sha256())) {
        Feedback.remove(file, order.folder().feedback());
      }
    }
  }

  /**
   * Closed log files only (the words of cron are in a file for each month): the open one has no end
   * yet; that of this month was just written.
   */
  private void logs() throws IOException {
    Path logs = order.folder().logs();
    for (String name : names(logs)) {
      Path file = logs.resolve(name);
      if (LOGS.stream().anyMatch(name::startsWith) && Files.isRegularFile(file)) {
        FileTime written = Files.getLastModifiedTime(file);
        LocalDate day = LocalDate.ofInstant(written.toInstant(), ZoneId.of("Asia/Shanghai"));
        if (RetentionPlan.over(day, order.settings().retention().logs(), order.asOf())) {
          Files.delete(file);
        }
      }
    }
  }

  private void certificates() throws IOException {
    Map<LocalDate, Integer> ofDay = new HashMap<>();
    Path folder = order.folder().reports().resolve(CERTIFICATES);
    for (Purged purged : record.state().keeping().purged()) {
      int number = ofDay.merge(purged.asOf(), 1, Integer::sum);
      String name = purged.asOf() + (number == 1 ? "" : "-" + number) + ".txt";
      if (!Files.exists(folder.resolve(name)) && record.archive().holds(purged.certificate())) {
        Files.createDirectories(folder);
        Path draft = folder.resolve("." + name + ".tmp");
        Files.writeString(draft, new KeptText(record.archive()).of(purged.certificate()));
        Files.move(draft, folder.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> inside;
      try (Stream<Path> walk = Files.walk(folder)) {
        inside = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : inside) {
        Files.delete(each);
      }
    }
  }
}

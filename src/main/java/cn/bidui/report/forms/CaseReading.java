package cn.bidui.report.forms;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.DutyRole;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.cases.CaseEvent;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseGap;
import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.report.forms.Dossier.Answering;
import cn.bidui.report.forms.Dossier.Discovery;
import cn.bidui.report.forms.Dossier.Schooling;
import cn.bidui.report.forms.Dossier.Standing;
import cn.bidui.report.forms.Dossier.Work;
import cn.bidui.report.forms.Dossiers.Sources;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case, read from its findings, the rows that they rest on, and what people did. */
final class CaseReading {

  private static final Messages WORDS = Messages.ZH;

  private final String caseId;
  private final List<LedgerFinding> entries;
  private final Sources sources;
  private final ChildReading child;
  private final Optional<CaseFile> file;

  /**
   * @param entries of the case, at least one, the most telling first
   */
  CaseReading(String caseId, List<LedgerFinding> entries, Sources sources) {
    this.caseId = caseId;
    this.entries = List.copyOf(entries);
    this.sources = sources;
    this.child =
        new ChildReading(entries.stream().map(LedgerFinding::finding).toList(), sources.rows());
    this.file = sources.cases().of(caseId);
  }

  Dossier dossier() {
    Dossier.Home home = child.home();
    Schooling schooling = schooling();
    return new Dossier(
        caseId,
        new TreeSet<>(findings().map(Finding::rule).toList()),
        child.child(sources.ids()),
        home,
        schooling,
        discovery(),
        answering(home, schooling),
        work(),
        standing(),
        child.away());
  }

  private Stream<Finding> findings() {
    return entries.stream().map(LedgerFinding::finding);
  }

  private String first(Function<Finding, String> text) {
    return findings().map(text).filter(found -> !found.isEmpty()).findFirst().orElse("");
  }

  private Schooling schooling() {
    return new Schooling(first(Finding::school), first(Finding::grade), child.className());
  }

  private Discovery discovery() {
    @Nullable LocalDate since =
        entries.stream().map(LedgerFinding::firstSeen).min(LocalDate::compareTo).orElse(null);
    List<String> by =
        findings().map(found -> WORDS.text("rule." + found.rule() + ".title")).distinct().toList();
    return new Discovery(since, by, child.reason());
  }

  // --- who answers --------------------------------------------------------------------------

  private Answering answering(Dossier.Home home, Schooling schooling) {
    Map<DutyRole, Answering.Seat> seats = new EnumMap<>(DutyRole.class);
    for (DutyRole role : DutyRole.values()) {
      seat(role, home, schooling)
          .ifPresent(duty -> seats.put(role, new Answering.Seat(duty.name(), duty.phone())));
    }
    List<String> helpers =
        file.map(CaseFile::people).map(CaseFile.People::helpers).orElse(List.of());
    return new Answering(new TreeMap<>(seats), responsible(home, schooling), helpers);
  }

  private Optional<Duties.Duty> seat(DutyRole role, Dossier.Home home, Schooling schooling) {
    Duties duties = sources.duties();
    return switch (role) {
      case COUNTY_HEAD, BUREAU_HEAD ->
          duties.all().stream().filter(duty -> duty.role() == role).findFirst();
      case TOWNSHIP_HEAD -> duties.of(role, home.township(), "");
      case VILLAGE_HEAD -> duties.of(role, home.township() + "/" + home.village(), "");
      case PRINCIPAL -> duties.of(role, schooling.school(), "");
      case TEACHER -> duties.of(role, schooling.school(), schooling.className());
    };
  }

  private String responsible(Dossier.Home home, Schooling schooling) {
    String named = file.map(CaseFile::people).map(CaseFile.People::assigned).orElse("");
    return named.isEmpty()
        ? sources
            .duties()
            .answering(schooling.school(), schooling.className(), home.township())
            .map(Duties.Duty::name)
            .orElse("")
        : named;
  }

  // --- what was done ------------------------------------------------------------------------

  private Work work() {
    boolean open = entries.stream().anyMatch(entry -> entry.state().open());
    if (file.isEmpty()) {
      CaseStage stage = open ? CaseStage.REGISTERED : CaseStage.FILED;
      return new Work(stage, open, null, List.of(), false, null, "", null);
    }
    CaseFile told = file.get();
    return new Work(
        told.stage(),
        open,
        told.due(),
        told.history().stream()
            .filter(event -> event.kind() == CaseEvent.Kind.VISITED)
            .map(event -> new Work.Visit(event.on(), event.by(), event.words()))
            .toList(),
        told.gaps().contains(CaseGap.NO_REPORT),
        told.dates().writtenReport(),
        told.people().noticeNumber(),
        told.dates().notice());
  }

  private Standing standing() {
    Optional<Answers.Answer> answer =
        entries.stream().map(this::answer).flatMap(Optional::stream).findFirst();
    return new Standing(
        answer.map(Answers.Answer::outcome).orElse(""),
        answer.map(CaseReading::proof).orElse(""),
        answer.map(said -> said.said().until()).orElse(null),
        returned(answer),
        file.map(CaseFile::people).map(CaseFile.People::verifiedBy).orElse(""),
        file.map(told -> told.dates().verified()).orElse(null),
        file.map(told -> told.dates().filed()).orElse(null));
  }

  /**
   * The answer that explains a finding, or one that leaves it open; not one whose facts changed.
   */
  private Optional<Answers.Answer> answer(LedgerFinding entry) {
    return sources
        .answers()
        .to(entry.finding().id())
        .filter(said -> entry.state() == FindingState.EXPLAINED || !closes(said));
  }

  private static boolean closes(Answers.Answer answer) {
    return code(answer).filter(OutcomeCode::closes).isPresent();
  }

  private static Optional<OutcomeCode> code(Answers.Answer answer) {
    return OutcomeCode.find(answer.said().outcome());
  }

  private static String proof(Answers.Answer answer) {
    return Optional.ofNullable(answer.said().proof().evidence())
        .map(evidence -> evidence.label(WORDS))
        .orElse("");
  }

  /** On the day that a person says, or since when the data has been right by itself. */
  private @Nullable LocalDate returned(Optional<Answers.Answer> answer) {
    if (answer.flatMap(CaseReading::code).filter(OutcomeCode.F3::equals).isPresent()) {
      return answer.map(said -> said.said().verifiedOn()).orElse(null);
    }
    return file.filter(told -> told.people().answeredBy().isEmpty())
        .map(told -> told.dates().answered())
        .orElse(null);
  }
}

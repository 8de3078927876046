package cn.bidui.report.forms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.DutyRole;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.Proof;
import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseEvent;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseGap;
import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.report.forms.Dossier.Answering.Seat;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DossiersTest {

  private static final LocalDate TONIGHT = LocalDate.of(2026, 5, 12);
  private static final String WHOLE = new CitizenId(99010120130309002L).text();

  private Duties duties = Duties.NONE;
  private Answers answers = Answers.NONE;
  private final TreeMap<String, CaseFile> cases = new TreeMap<>();
  private final List<ListRecord> rows = new ArrayList<>();

  private Dossier dossier(Ids ids, LedgerFinding... findings) {
    List<Dossier> all = Dossiers.of(List.of(findings), sources(ids));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Dossiers.Sources sources(Ids ids) {
    List<ListRecord> known = rows;
    Rows found =
        new Rows() {
          @Override
          public <T extends ListRecord> Optional<T> record(Finding finding, Class<T> type) {
            return known.stream().filter(type::isInstance).map(type::cast).findFirst();
          }
        };
    return new Dossiers.Sources(new CaseBook(TONIGHT, cases), duties, answers, found, ids);
  }

  private static LedgerFinding finding(String id, String rule, FindingState state, String school) {
    Finding finding =
        new Finding(
            id,
            "C-1",
            rule,
            Severity.HIGH,
            Outcome.NEVER_ENROLLED,
            "facts",
            "person",
            "P00000001",
            "龙安",
            "990101********0025",
            "青石镇",
            school,
            "初中",
            school.isEmpty() ? "" : "七年级",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            new Explanation("rule.test-only", List.of()));
    return new LedgerFinding(finding, state, "", LocalDate.of(2026, 4, 20), TONIGHT);
  }

  private static LedgerFinding open() {
    return finding("F-1", "vanished-from-roll", FindingState.PERSISTING, "青石初中");
  }

  private void row(ListKind kind, Map<Field, String> given) {
    List<String> values =
        Layout.of(kind).fields().stream().map(field -> given.getOrDefault(field, "")).toList();
    RecordTable table =
        new RecordTable.Builder(kind, new Strings())
            .add(new RowRef(new SourceFile("a".repeat(64), "名单.xlsx", ""), "", 2), values)
            .build();
    rows.add(table.record(0));
  }

  private void told(CaseStage stage, CaseFile.Dates dates, CaseFile.People people) {
    cases.put(
        "C-1",
        new CaseFile(
            "C-1",
            stage,
            new TreeSet<>(Set.of("F-1")),
            new TreeSet<>(Set.of("F-1")),
            new TreeSet<>(Set.of("vanished-from-roll")),
            new CaseFile.Place("青石初中", "青石镇", "初中"),
            dates,
            TONIGHT.plusDays(3),
            false,
            0,
            0,
            people,
            Set.of(CaseGap.NO_REPORT),
            List.of(
                new CaseEvent(0, TONIGHT, CaseEvent.Kind.REGISTERED, "", ""),
                new CaseEvent(7, TONIGHT, CaseEvent.Kind.VISITED, "李老师", "家里没有人"))));
  }

  private static CaseFile.Dates dates(@Nullable LocalDate answered) {
    return new CaseFile.Dates(
        TONIGHT, TONIGHT, TONIGHT, answered, null, null, TONIGHT.minusDays(1), TONIGHT);
  }

  private static CaseFile.People people(String assigned, String answeredBy) {
    return new CaseFile.People(assigned, List.of("教小七", "", "龙大"), answeredBy, "周干事", "青石〔2026〕3号");
  }

  private void answered(String outcome) {
    answers =
        new Answers(
            List.of(
                new Answers.Answer(
                    9,
                    new Entry.Answered(
                        "F-1",
                        outcome,
                        "李老师",
                        null,
                        "",
                        "facts",
                        TONIGHT,
                        new Proof(EvidenceKind.VISIT, "周干事", TONIGHT.minusDays(2))))));
  }

  @Test
  void onlyFindingsAboutSchoolingHaveForms() {
    LedgerFinding other = finding("F-9", "name-differs", FindingState.NEW, "青石初中");

    assertThat(Dossiers.of(List.of(other), sources(Ids.MASKED))).isEmpty();
  }

  @Test
  void findingsOfOneCaseMakeOneDossier() {
    Dossier child =
        dossier(
            Ids.MASKED,
            open(),
            finding("F-2", "never-enrolled", FindingState.NEW, ""),
            finding("F-3", "absent", FindingState.EXPLAINED, "白水初中"));

    assertThat(child.caseId()).isEqualTo("C-1");
    assertThat(child.discovery().by()).containsExactly("疑似失学", "学籍消失", "在籍不在校");
    assertThat(child.schooling().school()).isEqualTo("青石初中");
    assertThat(child.discovery().since()).isEqualTo(LocalDate.of(2026, 4, 20));
  }

  @Test
  void theListsTellOfTheChild() {
    row(
        ListKind.ROLL,
        Map.of(
            Field.NAME, "龙安",
            Field.CITIZEN_ID, WHOLE,
            Field.STUDENT_NUMBER, "G" + WHOLE,
            Field.SEX, "FEMALE",
            Field.SCHOOL_NAME, "青石初中",
            Field.CLASS_NAME, "七（2）班",
            Field.ROLL_STATUS, "ENROLLED",
            Field.GUARDIAN1_NAME, "龙二"));
    row(
        ListKind.HOUSEHOLDS,
        Map.of(
            Field.NAME, "龙安",
            Field.CITIZEN_ID, WHOLE,
            Field.VILLAGE, "石头村",
            Field.HOUSEHOLD_TYPE, "脱贫户",
            Field.MONITOR_CATEGORY, "UNSTABLE",
            Field.HEALTH, "残疾",
            Field.NOT_IN_SCHOOL_REASON, "厌学",
            Field.HEAD_NAME, "龙大"));

    Dossier child = dossier(Ids.MASKED, open());

    assertThat(child.child())
        .isEqualTo(
            new Dossier.Child(
                "龙安",
                "女",
                LocalDate.of(2013, 3, 9),
                "990101********0025",
                CitizenId.mask("G" + WHOLE),
                "残疾"));
    assertThat(child.home()).isEqualTo(new Dossier.Home("青石镇", "石头村", "脱贫户、脱贫不稳定户", "龙大"));
    assertThat(child.schooling()).isEqualTo(new Dossier.Schooling("青石初中", "七年级", "七（2）班"));
    assertThat(child.discovery().reason()).isEqualTo("厌学");
  }

  @Test
  void wholeIdsAreShownWhereTheyAreAskedFor() {
    row(
        ListKind.ROLL,
        Map.of(
            Field.NAME, "龙安",
            Field.CITIZEN_ID, WHOLE,
            Field.STUDENT_NUMBER, "G" + WHOLE,
            Field.SCHOOL_NAME, "青石初中",
            Field.ROLL_STATUS, "ENROLLED"));

    Dossier.Child child = dossier(Ids.WHOLE, open()).child();

    assertThat(child.studentNumber()).isEqualTo("G" + WHOLE);
    assertThat(child.id()).isEqualTo(WHOLE);
  }

  @Test
  void withoutRowsAnIdStaysMaskedAndTheRestBlank() {
    Dossier child = dossier(Ids.WHOLE, open());

    assertThat(child.child())
        .isEqualTo(new Dossier.Child("龙安", "", null, "990101********0025", "", ""));
    assertThat(child.home()).isEqualTo(new Dossier.Home("青石镇", "", "", ""));
    assertThat(child.work().stage()).isEqualTo(CaseStage.REGISTERED);
  }

  @Test
  void theCaseTellsWhatWasDone() {
    told(CaseStage.HANDLING, dates(null), people("李老师", "李老师"));

    Dossier child = dossier(Ids.MASKED, open());

    assertThat(child.work())
        .isEqualTo(
            new Dossier.Work(
                CaseStage.HANDLING,
                true,
                TONIGHT.plusDays(3),
                List.of(new Dossier.Work.Visit(TONIGHT, "李老师", "家里没有人")),
                true,
                TONIGHT.minusDays(1),
                "青石〔2026〕3号",
                TONIGHT));
    assertThat(child.answering().responsible()).isEqualTo("李老师");
    assertThat(child.answering().helpers()).containsExactly("教小七", "", "龙大");
  }

  @Test
  void theTableOfDutiesFillsTheSeats() {
    duties =
        new Duties(
            List.of(
                new Duties.Duty(DutyRole.COUNTY_HEAD, "青禾县", "", "县小一", ""),
                new Duties.Duty(DutyRole.TOWNSHIP_HEAD, "青石镇", "", "镇小三", "123"),
                new Duties.Duty(DutyRole.TOWNSHIP_HEAD, "白水镇", "", "另一人", ""),
                new Duties.Duty(DutyRole.PRINCIPAL, "青石初中", "", "校小五", "")));

    Dossier.Answering answering = dossier(Ids.MASKED, open()).answering();

    assertThat(answering.seats())
        .containsOnlyKeys(DutyRole.COUNTY_HEAD, DutyRole.TOWNSHIP_HEAD, DutyRole.PRINCIPAL);
    assertThat(answering.seat(DutyRole.TOWNSHIP_HEAD)).isEqualTo(new Seat("镇小三", "123"));
    assertThat(answering.seat(DutyRole.TEACHER)).isEqualTo(Seat.EMPTY);
    assertThat(answering.responsible()).isEqualTo("校小五");
  }

  @Test
  void aChildWhoIsBackIsBackOnTheDayThatSomebodySaw() {
    answered("F3");

    Dossier.Standing standing =
        dossier(Ids.MASKED, finding("F-1", "absent", FindingState.EXPLAINED, "青石初中")).standing();

    assertThat(standing.outcome()).isEqualTo("F3 已劝返复学");
    assertThat(standing.proof()).isEqualTo(EvidenceKind.VISIT.label(cn.bidui.source.Messages.ZH));
    assertThat(standing.returnedOn()).isEqualTo(TONIGHT.minusDays(2));
  }

  @Test
  void whereTheDataIsRightAgainTheChildIsBackSince() {
    told(CaseStage.ANSWERED, dates(TONIGHT.minusDays(4)), people("", ""));

    assertThat(
            dossier(Ids.MASKED, finding("F-1", "absent", FindingState.RESOLVED, "青石初中"))
                .standing()
                .returnedOn())
        .isEqualTo(TONIGHT.minusDays(4));
  }

  @Test
  void anAnswerWhoseFactsChangedIsNotPrinted() {
    answered("A1");

    assertThat(dossier(Ids.MASKED, open()).standing().outcome()).isEmpty();
  }

  @Test
  void anAnswerThatLeavesTheQuestionOpenIsPrinted() {
    answered("D6");

    assertThat(dossier(Ids.MASKED, open()).standing().outcome()).startsWith("D6 ");
  }

  @Test
  void aTransferTellsWhereTheChildMayBe() {
    row(
        ListKind.ROLL_CHANGES,
        Map.of(
            Field.NAME, "龙安",
            Field.SCHOOL_NAME, "青石初中",
            Field.CHANGE_TYPE, "TRANSFER_OUT",
            Field.TO_PLACE, "西岭省白沙县",
            Field.TO_SCHOOL, "白沙县第一小学"));

    assertThat(dossier(Ids.MASKED, finding("F-1", "out-of-county", FindingState.NEW, "")).away())
        .isEqualTo(new Dossier.Away("西岭省白沙县", "白沙县第一小学"));
  }

  @Test
  void nobodyIsNamedWhereADossierIsLogged() {
    Dossier child = Pupils.known();

    assertThat(
            List.of(
                child.toString(),
                child.child().toString(),
                child.home().toString(),
                child.answering().toString(),
                child.answering().seat(DutyRole.TEACHER).toString(),
                child.work().visits().get(0).toString(),
                child.standing().toString()))
        .allSatisfy(text -> assertThat(text).doesNotContain("龙", "小", "990101"));
  }
}

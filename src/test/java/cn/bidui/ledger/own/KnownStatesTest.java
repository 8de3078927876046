package cn.bidui.ledger.own;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.Answers;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.Entry.Answered;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.own.Fate.Left;
import cn.bidui.ledger.own.Fate.Taken;
import cn.bidui.person.CitizenId;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.OwnWords;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownStatesTest {

  private static final LocalDate AS_OF = LocalDate.of(2025, 11, 3);
  private static final String ID = "99010120120305102X";
  private static final String NUMBER = "G" + ID;
  private static final String SCHOOL = "虚构小学";

  private static final OwnWords WORDS =
      OwnWords.read(
          "words.yml",
          """
          topics:
            - words: [疑似辍学]
              rules: [absent, vanished-from-roll]
            - words: [县外就读]
              rules: [out-of-county]
          outcomes:
            - code: A2
              words: [县外就读]
            - code: D6
              words: [失联]
          evidence:
            - code: visit
              words: [家访记录]
          """,
          new OwnWords.Codes(
              Set.of("absent", "vanished-from-roll", "out-of-county"),
              Set.of("A2", "D6"),
              Set.of("visit")),
          new Mistakes());

  private final List<Asked> asked = new ArrayList<>();
  private final List<OwnRow> rows = new ArrayList<>();
  private final List<Answer> before = new ArrayList<>();
  private int namesakes = 1;

  private static CitizenId id(String first17) {
    return new CitizenId(Long.parseLong(first17));
  }

  private static final CitizenId CHILD = id("99010120120305102");

  private KnownStatesTest asks(String findingId, String rule, String person, FindingState state) {
    return asks(findingId, rule, person, state, Set.of(CHILD), "测小满");
  }

  private KnownStatesTest asks(
      String findingId,
      String rule,
      String person,
      FindingState state,
      Set<CitizenId> ids,
      String name) {
    Finding finding =
        new Finding(
            findingId,
            "C1",
            rule,
            Severity.HIGH,
            Outcome.SUSPECTED_DROPOUT,
            "facts-1",
            "person",
            person,
            name,
            "990101********102X",
            "虚构镇",
            SCHOOL,
            "小学",
            "三年级",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            new Explanation("rule." + rule + ".sentence", List.of()));
    LedgerFinding listed =
        new LedgerFinding(finding, state, Outcome.SUSPECTED_DROPOUT.label(), AS_OF, AS_OF);
    asked.add(
        new Asked(
            listed,
            ids,
            Set.of("99010120120305124Y"),
            Set.of(NUMBER),
            Set.of(name),
            Set.of(SCHOOL)));
    return this;
  }

  private KnownStatesTest asks(String findingId, String rule) {
    return asks(findingId, rule, "P1", FindingState.NEW);
  }

  /** A row of {@code field, text} pairs; days are read where they are ISO. */
  private KnownStatesTest row(Object... pairs) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    Map<Field, LocalDate> days = new EnumMap<>(Field.class);
    for (int i = 0; i < pairs.length; i += 2) {
      String text = (String) pairs[i + 1];
      texts.put((Field) pairs[i], text);
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        days.put((Field) pairs[i], LocalDate.parse(text));
      }
    }
    String school = texts.getOrDefault(Field.SCHOOL_NAME, "");
    rows.add(new OwnRow("台账", rows.size() + 3, "登记表", school, texts, days));
    return this;
  }

  private KnownStatesTest said(String outcome, String by, String facts, LocalDate until) {
    before.add(new Answer(1, new Answered("F1", outcome, by, until, "", facts, AS_OF)));
    return this;
  }

  private List<Fate> fates() {
    Answers answers = new Answers(before);
    return new KnownStates(asked, answers, WORDS, (name, school) -> namesakes, AS_OF, "王干部")
        .settle(rows);
  }

  private Taken taken() {
    assertThat(fates()).hasSize(1).first().isInstanceOf(Taken.class);
    return (Taken) fates().get(0);
  }

  private Left left(Reason reason) {
    assertThat(fates()).hasSize(1).first().isInstanceOf(Left.class);
    Left left = (Left) fates().get(0);
    assertThat(left.reason()).isEqualTo(reason);
    assertThat(Messages.ZH.text(reason.action(), left.words().toArray())).doesNotContain("{");
    assertThat(Messages.ZH.text(reason.why())).isNotBlank();
    return left;
  }

  @Test
  void theOneOpenFindingOfAPersonIsAnswered() {
    asks("F1", "absent").row(Field.CITIZEN_ID, " 99010120120305102x ", Field.OUTCOME, "D1 死亡");
    assertThat(taken().answered())
        .isEqualTo(new Answered("F1", "D1", "王干部", null, "", "facts-1", AS_OF));
    assertThat(taken().note()).isEmpty();
    assertThat(taken().kept("digest").note()).isEqualTo("digest");
  }

  @Test
  void everythingThatARowSaysComesAlong() {
    asks("F1", "absent")
        .row(
            Field.NAME, "测小满",
            Field.CITIZEN_ID, ID,
            Field.TOPIC, "疑似辍学",
            Field.OUTCOME, "县外就读（西安）",
            Field.REMARK, "随父母务工",
            Field.VERIFIED_BY, "周干事",
            Field.CHECKED_ON, "2025-10-20",
            Field.VALID_UNTIL, "2026-02-28",
            Field.EVIDENCE, "家访记录");
    Answered answered = taken().answered();
    assertThat(answered.outcome()).isEqualTo("A2");
    assertThat(answered.until()).isEqualTo("2026-02-28");
    assertThat(answered.verifier()).isEqualTo("周干事");
    assertThat(answered.verifiedOn()).isEqualTo("2025-10-20");
    assertThat(answered.proof().evidence()).isEqualTo(EvidenceKind.VISIT);
    assertThat(taken().note()).isEqualTo("随父母务工；县外就读（西安）；家访记录");
  }

  @Test
  void whatHoldsForASchoolYearHoldsForThatInWhichItWasVerified() {
    asks("F1", "absent").row(Field.CITIZEN_ID, ID, Field.OUTCOME, "A2");
    assertThat(taken().answered().until()).isEqualTo("2026-08-31");
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "A2", Field.CHECKED_ON, "2025-05-20");
    assertThat(left(Reason.EXPIRED).words()).containsExactly("A2 县外（省内）就读有学籍");
  }

  @Test
  void evidenceOfAnUnknownKindIsSomeOtherPaper() {
    asks("F1", "absent").row(Field.CITIZEN_ID, ID, Field.OUTCOME, "失联", Field.EVIDENCE, "村里的信");
    assertThat(taken().answered().proof().evidence()).isEqualTo(EvidenceKind.OTHER);
    assertThat(taken().note()).isEqualTo("失联；村里的信");
  }

  @Test
  void aLabelWithoutItsBracketsIsUnderstood() {
    asks("F1", "absent")
        .row(Field.CITIZEN_ID, ID, Field.OUTCOME, "户籍问题", Field.EVIDENCE, "户口簿或公安证明");
    assertThat(taken().answered().outcome()).isEqualTo("D3");
    assertThat(taken().answered().proof().evidence()).isEqualTo(EvidenceKind.HUKOU);
    assertThat(taken().note()).isEqualTo("户籍问题");
  }

  @Test
  void withoutAnIdTheStudentNumberTells() {
    asks("F1", "absent").row(Field.STUDENT_NUMBER, NUMBER, Field.OUTCOME, "死亡");
    assertThat(taken().answered().findingId()).isEqualTo("F1");
    rows.clear();
    row(Field.CITIZEN_ID, "990101201203051214", Field.STUDENT_NUMBER, NUMBER, Field.OUTCOME, "死亡");
    assertThat(taken().answered().findingId()).isEqualTo("F1");
  }

  @Test
  void theSameWrongIdTellsOnlyTogetherWithTheName() {
    asks("F1", "absent")
        .row(Field.NAME, "测小满", Field.CITIZEN_ID, "99010120120305124Y", Field.OUTCOME, "死亡");
    assertThat(taken().answered().findingId()).isEqualTo("F1");
    rows.clear();
    row(Field.CITIZEN_ID, "99010120120305124Y", Field.OUTCOME, "死亡");
    left(Reason.ID_UNREADABLE);
  }

  @Test
  void aNameThatContradictsTheNumberDecidesAgainstIt() {
    asks("F1", "absent").row(Field.NAME, "测大满", Field.CITIZEN_ID, ID, Field.OUTCOME, "死亡");
    left(Reason.NAME_DIFFERS);
  }

  @Test
  void ofTwoPersonsWithOneIdTheNameTells() {
    asks("F1", "absent").asks("F2", "absent", "P2", FindingState.NEW, Set.of(CHILD), "测大满");
    row(Field.NAME, "测大满", Field.CITIZEN_ID, ID, Field.OUTCOME, "死亡");
    assertThat(taken().answered().findingId()).isEqualTo("F2");
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "死亡");
    left(Reason.NOT_UNIQUE);
  }

  @Test
  void nameAndSchoolTellWhereNobodyElseHasThem() {
    asks("F1", "absent").row(Field.NAME, "测小满", Field.SCHOOL_NAME, SCHOOL, Field.OUTCOME, "死亡");
    assertThat(taken().answered().findingId()).isEqualTo("F1");
    namesakes = 2;
    left(Reason.NOT_UNIQUE);
  }

  @Test
  void twoRowsOfOneNameInOneSchoolTellNothing() {
    asks("F1", "absent")
        .row(Field.NAME, "测小满", Field.SCHOOL_NAME, SCHOOL, Field.OUTCOME, "死亡")
        .row(Field.NAME, "测小满", Field.SCHOOL_NAME, SCHOOL, Field.OUTCOME, "失联");
    assertThat(fates())
        .extracting(fate -> ((Left) fate).reason())
        .containsExactly(Reason.NOT_UNIQUE, Reason.NOT_UNIQUE);
  }

  @Test
  void twoPupilsOfOneNameInOneSchoolTellNothing() {
    CitizenId other = id("99010120120305125");
    asks("F1", "absent").asks("F2", "absent", "P2", FindingState.NEW, Set.of(other), "测小满");
    row(Field.NAME, "测小满", Field.SCHOOL_NAME, SCHOOL, Field.OUTCOME, "死亡");
    left(Reason.NOT_UNIQUE);
  }

  @Test
  void whatIsLeftOfAMaskedOrCutIdMustFit() {
    asks("F1", "absent");
    for (String fitting : List.of("990101********102X", "9.90101201203051E17")) {
      rows.clear();
      row(
          Field.NAME,
          "测小满",
          Field.SCHOOL_NAME,
          SCHOOL,
          Field.CITIZEN_ID,
          fitting,
          Field.OUTCOME,
          "死亡");
      assertThat(taken().answered().findingId()).isEqualTo("F1");
    }
    for (String other :
        List.of("990101********9234", "990101*102X", "9.90101201303051E17", "99010120120305")) {
      rows.clear();
      row(
          Field.NAME,
          "测小满",
          Field.SCHOOL_NAME,
          SCHOOL,
          Field.CITIZEN_ID,
          other,
          Field.OUTCOME,
          "死亡");
      left(Reason.ID_UNREADABLE);
    }
  }

  @Test
  void aMaskedIdAloneIsNobody() {
    asks("F1", "absent").row(Field.CITIZEN_ID, "990101********102X", Field.OUTCOME, "死亡");
    left(Reason.ID_UNREADABLE);
    rows.clear();
    row(Field.NAME, "测小满", Field.CITIZEN_ID, "990101********102X", Field.OUTCOME, "死亡");
    left(Reason.ID_UNREADABLE);
  }

  @Test
  void whoIsNotNamedOrNotAskedAboutIsListed() {
    asks("F1", "absent").row(Field.OUTCOME, "死亡");
    left(Reason.NOBODY_NAMED);
    rows.clear();
    row(Field.NAME, "测大满", Field.OUTCOME, "死亡");
    left(Reason.NO_FINDING);
    rows.clear();
    row(Field.NAME, "测小满", Field.OUTCOME, "死亡");
    left(Reason.SCHOOL_MISSING);
    rows.clear();
    row(Field.NAME, "测小满", Field.SCHOOL_NAME, "别的小学", Field.OUTCOME, "死亡");
    left(Reason.NO_FINDING);
    rows.clear();
    row(Field.NAME, "测小满", Field.CITIZEN_ID, "990101201203051214", Field.OUTCOME, "死亡");
    left(Reason.NO_FINDING);
  }

  @Test
  void theKindOfProblemPicksTheFinding() {
    asks("F1", "absent").asks("F2", "out-of-county");
    row(Field.CITIZEN_ID, ID, Field.TOPIC, "县外就读", Field.OUTCOME, "县外就读");
    assertThat(taken().answered().findingId()).isEqualTo("F2");
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.TOPIC, "在籍不在校", Field.OUTCOME, "失联");
    assertThat(taken().answered().findingId()).as("the title of a rule").isEqualTo("F1");
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "死亡");
    assertThat(left(Reason.SEVERAL_FINDINGS).words().get(0)).isEqualTo("F1 在籍不在校、F2 县外就读待核");
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.TOPIC, "学籍消失", Field.OUTCOME, "死亡");
    left(Reason.OTHER_TOPIC);
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.TOPIC, "其他", Field.OUTCOME, "死亡");
    assertThat(left(Reason.UNKNOWN_TOPIC).words()).containsExactly("其他");
  }

  @Test
  void theTitleSaysWhatRowsWithoutAKindAreAbout() {
    asks("F1", "absent").asks("F2", "out-of-county");
    rows.add(
        new OwnRow(
            "",
            2,
            "2025年疑似辍学台账.csv",
            "",
            Map.of(Field.CITIZEN_ID, ID, Field.OUTCOME, "失联"),
            Map.of()));
    assertThat(taken().answered().findingId()).isEqualTo("F1");
    assertThat(taken().row().text(Field.TOPIC)).as("goes with the row").isEqualTo("疑似辍学");
    assertThat(rows.get(0).place()).isEqualTo("2");
    assertThat(rows.get(0).toString() + asked.get(0)).isEqualTo("OwnRow[2]Asked[F1]");
  }

  @Test
  void anExplainedFindingDoesNotStandInTheWayOfAnOpenOne() {
    asks("F1", "absent", "P1", FindingState.EXPLAINED).asks("F2", "vanished-from-roll");
    row(Field.CITIZEN_ID, ID, Field.TOPIC, "疑似辍学", Field.OUTCOME, "死亡");
    assertThat(taken().answered().findingId()).isEqualTo("F2");
  }

  @Test
  void outcomesThatCannotBeTakenAreListed() {
    asks("F1", "absent").row(Field.CITIZEN_ID, ID);
    left(Reason.NO_OUTCOME);
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "情况属实");
    assertThat(left(Reason.UNKNOWN_OUTCOME).words()).containsExactly("情况属实");
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "同一人");
    left(Reason.IDENTITY);
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "B5");
    left(Reason.UNTIL_MISSING);
  }

  @Test
  void daysThatCannotBeReadOrLieAheadAreListed() {
    asks("F1", "absent").row(Field.CITIZEN_ID, ID, Field.OUTCOME, "死亡", Field.CHECKED_ON, "去年冬天");
    assertThat(left(Reason.DATE_UNREADABLE).words()).containsExactly("去年冬天");
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "B5", Field.VALID_UNTIL, "长期");
    left(Reason.DATE_UNREADABLE);
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "死亡", Field.CHECKED_ON, "2025-12-01");
    left(Reason.VERIFIED_LATER);
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "B5", Field.VALID_UNTIL, "2025-10-31");
    left(Reason.EXPIRED);
  }

  @Test
  void whatWasAnsweredStays() {
    asks("F1", "absent").said("A2", "李老师", "facts-1", null);
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "县外就读");
    left(Reason.ALREADY_ANSWERED);
    rows.clear();
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "失联");
    assertThat(left(Reason.CONFLICT).words())
        .containsExactly("F1", "A2 县外（省内）就读有学籍", "李老师", "随父母外出，无法联系");
  }

  @Test
  void anAnswerToOtherFactsOrOneThatHasRunOutStandsInNobodysWay() {
    asks("F1", "absent").said("A2", "李老师", "facts-0", null);
    row(Field.CITIZEN_ID, ID, Field.OUTCOME, "失联");
    assertThat(taken().answered().outcome()).isEqualTo("D6");
    before.clear();
    said("A2", "李老师", "facts-1", AS_OF.minusDays(1));
    assertThat(taken().answered().outcome()).isEqualTo("D6");
  }

  @Test
  void ofRowsThatSayTheSameTheFirstIsTaken() {
    asks("F1", "absent")
        .row(Field.CITIZEN_ID, ID, Field.OUTCOME, "失联")
        .row(Field.STUDENT_NUMBER, NUMBER, Field.OUTCOME, "D6");
    List<Fate> fates = fates();
    assertThat(fates.get(0)).isInstanceOf(Taken.class);
    assertThat(fates.get(1)).isEqualTo(Left.of(rows.get(1), Reason.REPEATED, "台账!3"));
  }

  @Test
  void ofRowsThatContradictEachOtherNoneIsTaken() {
    asks("F1", "absent")
        .row(Field.CITIZEN_ID, ID, Field.OUTCOME, "失联")
        .row(Field.CITIZEN_ID, ID, Field.OUTCOME, "死亡")
        .row(Field.CITIZEN_ID, ID, Field.OUTCOME, "失联");
    assertThat(fates())
        .containsExactly(
            Left.of(rows.get(0), Reason.CONTRADICTED, "F1", "台账!4、台账!5"),
            Left.of(rows.get(1), Reason.CONTRADICTED, "F1", "台账!3、台账!5"),
            Left.of(rows.get(2), Reason.CONTRADICTED, "F1", "台账!3、台账!4"));
  }

  @Test
  void everyReasonHasItsWordsInBothLanguages() {
    for (Reason reason : Reason.values()) {
      for (Messages messages : List.of(Messages.ZH, Messages.EN)) {
        assertThat(messages.has(reason.why())).as(reason.why()).isTrue();
        assertThat(messages.has(reason.action())).as(reason.action()).isTrue();
      }
    }
  }
}

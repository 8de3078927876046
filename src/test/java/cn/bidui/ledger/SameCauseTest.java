package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.ledger.SameCause.Cause;
import cn.bidui.ledger.SameCause.Group;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SameCauseTest {

  private static final String BIRTH = "birth-or-sex-differs";
  private static final LocalDate MONDAY = Invented.MONDAY;

  /** A finding that differs from others only in what a test names. */
  private record Draft(String rule, String school, Outcome outcome, String sentence) {
    LedgerFinding finding(String id, FindingState state, String... words) {
      Finding finding =
          new Finding(
              id,
              "case-" + id,
              rule,
              Severity.LOW,
              outcome,
              "facts",
              "person",
              "P" + id,
              "测小满",
              "990101********1234",
              "虚构镇",
              school,
              "小学",
              "三年级",
              "",
              "",
              "",
              "",
              "",
              List.of(),
              new Explanation("rule." + rule + "." + sentence, List.of(words)));
      return new LedgerFinding(finding, state, outcome.label(), MONDAY, MONDAY);
    }

    LedgerFinding open(String id, String... words) {
      return finding(id, FindingState.NEW, words);
    }
  }

  private static Draft draft(String rule, String sentence) {
    return new Draft(rule, "虚构小学", Outcome.SOURCE_TO_CORRECT, sentence);
  }

  private static LedgerFinding shifted(String id, LocalDate roll, int days) {
    return draft(BIRTH, "birth")
        .open(id, "学籍", roll.toString(), "资助", roll.plusDays(days).toString());
  }

  /** Three findings with the same words. */
  private static Cause cause(Draft draft, String... words) {
    List<LedgerFinding> three =
        List.of(draft.open("F1", words), draft.open("F2", words), draft.open("F3", words));
    List<Group> groups = SameCause.groups(three);
    assertThat(groups).hasSize(1);
    return groups.get(0).cause();
  }

  private static String said(Cause cause) {
    return Messages.ZH.text(cause.key(), cause.words().toArray());
  }

  @Test
  void fortyTwoPupilsOfOneSchoolShiftedByADayAreOneGroup() {
    List<LedgerFinding> findings = new ArrayList<>();
    for (int i = 0; i < 42; i++) {
      findings.add(shifted("F%02d".formatted(i), LocalDate.of(2014, 1, 3).plusDays(31L * i), 1));
    }
    findings.add(shifted("F98", LocalDate.of(2014, 5, 5), 2));
    findings.add(shifted("F99", LocalDate.of(2014, 5, 5), -1));
    List<Group> groups = SameCause.groups(findings);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).findings()).hasSize(42).startsWith("F00", "F01").endsWith("F41");
    assertThat(groups.get(0).rule()).isEqualTo(BIRTH);
    assertThat(groups.get(0).school()).isEqualTo("虚构小学");
    assertThat(said(groups.get(0).cause())).isEqualTo("学籍、资助：后一个日期都比前一个晚 1 天");
  }

  @Test
  void twoFindingsAreNoGroup() {
    LocalDate day = LocalDate.of(2014, 5, 5);
    assertThat(SameCause.groups(List.of(shifted("F1", day, 1), shifted("F2", day, 1)))).isEmpty();
    assertThat(SameCause.LEAST.why()).isNotBlank();
  }

  @Test
  void largestGroupsStandFirstAndEqualOnesByTheirId() {
    List<LedgerFinding> findings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      findings.add(shifted("FA" + i, LocalDate.of(2014, 5, 5), 1));
      findings.add(shifted("FB" + i, LocalDate.of(2014, 5, 5), -1));
    }
    for (int i = 0; i < 4; i++) {
      findings.add(shifted("FC" + i, LocalDate.of(2014, 5, 5), 30));
    }
    List<Group> groups = SameCause.groups(findings);
    assertThat(groups.stream().map(group -> group.findings().size())).containsExactly(4, 3, 3);
    assertThat(groups.get(1).id()).isLessThan(groups.get(2).id());
    assertThat(groups.get(0).id()).matches("G[0-9a-f]{12}");
  }

  @Test
  void onlyOpenFindingsAreGrouped() {
    Draft draft = draft("age-implausible", "old");
    for (FindingState state : FindingState.values()) {
      List<LedgerFinding> three =
          List.of(draft.finding("F1", state), draft.finding("F2", state), draft.open("F3"));
      assertThat(SameCause.groups(three)).hasSize(state.open() ? 1 : 0);
    }
  }

  @Test
  void whatOneChildNeedsIsNeverSharedWithAnother() {
    for (String rule : List.of("vanished-from-roll", "absent", "never-enrolled")) {
      Draft draft = new Draft(rule, "虚构小学", Outcome.SUSPECTED_DROPOUT, "sentence");
      assertThat(SameCause.groups(List.of(draft.open("F1"), draft.open("F2"), draft.open("F3"))))
          .isEmpty();
    }
    Draft pair = new Draft("undecided-identity", "虚构小学", Outcome.IDENTITY_TO_DECIDE, "sentence");
    assertThat(SameCause.groups(List.of(pair.open("F1"), pair.open("F2"), pair.open("F3"))))
        .isEmpty();
  }

  @Test
  void findingsWithoutASchoolHaveNobodyToAnswerForAllOfThem() {
    Draft draft = new Draft("id-invalid", "", Outcome.SOURCE_TO_CORRECT, "length");
    assertThat(SameCause.groups(List.of(draft.open("F1"), draft.open("F2"), draft.open("F3"))))
        .isEmpty();
  }

  @Test
  void aBirthDateWithDayAndMonthExchangedIsNoMatterOfDays() {
    assertThat(said(cause(draft(BIRTH, "birth"), "学籍", "2014-03-05", "资助", "2014-05-03")))
        .isEqualTo("学籍、资助：日期的月和日都写反了");
  }

  @Test
  void aYearMoreOrLessIsAYear() {
    assertThat(cause(draft(BIRTH, "birth"), "学籍", "2014-03-05", "资助", "2015-03-05").key())
        .isEqualTo("ledger.same-cause.year-later");
    assertThat(cause(draft(BIRTH, "birth"), "学籍", "2014-03-05", "资助", "2013-03-05").key())
        .isEqualTo("ledger.same-cause.year-earlier");
    assertThat(cause(draft(BIRTH, "birth"), "学籍", "2014-03-05", "资助", "2012-03-05"))
        .isEqualTo(new Cause("ledger.same-cause.days-earlier", List.of("学籍、资助", "730")));
  }

  @Test
  void whichListsDifferBelongsToTheCause() {
    LocalDate day = LocalDate.of(2014, 5, 5);
    Draft draft = draft(BIRTH, "birth");
    LedgerFinding other = draft.open("F3", "学籍", "2014-05-05", "防返贫监测", "2014-05-06");
    assertThat(SameCause.groups(List.of(shifted("F1", day, 1), shifted("F2", day, 1), other)))
        .isEmpty();
  }

  @Test
  void datesThatAreNotOnTheCalendarAreNotReckonedWith() {
    assertThat(cause(draft(BIRTH, "birth"), "学籍", "2014-02-30", "资助", "2014-03-05").key())
        .isEqualTo("ledger.same-cause.sentence");
  }

  @Test
  void bothAmountsBelongToTheCause() {
    assertThat(
            said(
                cause(
                    draft("wrong-standard", "sentence"),
                    "2025秋",
                    "生活补助",
                    "小学住校",
                    "500.00",
                    "625.00",
                    "某文件",
                    "小学住校至2023秋")))
        .isEqualTo("两个金额都是 500.00 元和 625.00 元");
    assertThat(cause(draft("granted-not-paid", "sentence"), "2025秋", "生活补助", "500.00").key())
        .isEqualTo("ledger.same-cause.sentence");
  }

  @Test
  void namesDifferInKinds() {
    Draft draft = draft("name-differs", "sentence");
    assertThat(said(cause(draft, "学籍：测小满；资助：测小满；防返贫监测：测小漫"))).isEqualTo("学籍、资助／防返贫监测：姓名都只差一个字");
    Map<String, String> kinds =
        Map.of(
            "学籍：测𬱖满；资助：测?满", "name-unreadable",
            "学籍：测小满；资助：小测满", "name-order",
            "学籍：艾力·买合提木；资助：艾力", "name-part",
            "学籍：测小满；资助：测石头", "name-other",
            "学籍：测小满；资助：试大", "name-other",
            "学籍：测小满；资助：测大满；防返贫监测：测中满", "sentence",
            "没有冒号的一句话", "sentence");
    kinds.forEach(
        (words, kind) ->
            assertThat(cause(draft, words).key()).as(words).isEqualTo("ledger.same-cause." + kind));
  }

  @Test
  void idsDifferInWhatTheirMaskShows() {
    Draft draft = draft("id-suspected-typo", "sentence");
    Map<String, String> kinds =
        Map.of(
            "990101*******1234", "id-length",
            "990102********1234", "id-region",
            "990101********1243", "id-end",
            "990101********1234", "id-birth");
    kinds.forEach(
        (other, kind) ->
            assertThat(cause(draft, "学籍", "990101********1234", "资助", other))
                .isEqualTo(new Cause("ledger.same-cause." + kind, List.of("学籍、资助"))));
  }

  @Test
  void whatDiffersFromTheRollIsTakenFieldByField() {
    Draft draft = draft("enrolled-missing", "differs");
    assertThat(said(cause(draft, "出生日期“2014-03-05”（学籍“2014-03-06”）")))
        .isEqualTo("出生日期、学籍：后一个日期都比前一个晚 1 天");
    assertThat(said(cause(draft, "姓名“章三”（学籍“张三”）"))).isEqualTo("姓名、学籍：姓名都只差一个字");
    assertThat(said(cause(draft, "年级“三年级”（学籍“四年级”）"))).isEqualTo("年级一边都是“三年级”，另一边都是“四年级”");
    assertThat(said(cause(draft, "性别“女”（学籍“男”）；年级“三年级”（学籍“四年级”）"))).isEqualTo("不一致的都是 性别、年级");
  }

  @Test
  void theOrderOfTheFindingsChangesNothing() {
    List<LedgerFinding> findings = invented(new Random(7));
    List<Group> groups = SameCause.groups(findings);
    assertThat(groups).hasSizeGreaterThan(5);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(findings, new Random(i));
      assertThat(SameCause.groups(findings)).isEqualTo(groups);
    }
  }

  @Test
  void everyFindingStandsInAtMostOneGroupOfItsRuleAndSchool() {
    for (int seed = 0; seed < 50; seed++) {
      List<LedgerFinding> findings = invented(new Random(seed));
      Map<String, Finding> left = new HashMap<>();
      findings.forEach(each -> left.put(each.finding().id(), each.finding()));
      for (Group group : SameCause.groups(findings)) {
        assertThat(group.findings()).hasSizeGreaterThanOrEqualTo(3).isSorted();
        for (String id : group.findings()) {
          Finding member = left.remove(id);
          assertThat(member).as(id + " stands in one group").isNotNull();
          assertThat(member.rule()).isEqualTo(group.rule());
          assertThat(member.school()).isEqualTo(group.school());
        }
      }
    }
  }

  @Test
  void anotherMemberMakesAnotherGroup() {
    LocalDate day = LocalDate.of(2014, 5, 5);
    List<LedgerFinding> three =
        List.of(shifted("F1", day, 1), shifted("F2", day, 1), shifted("F3", day, 1));
    List<LedgerFinding> four = new ArrayList<>(three);
    four.add(shifted("F4", day, 1));
    assertThat(SameCause.groups(four).get(0).id())
        .isNotEqualTo(SameCause.groups(three).get(0).id());
  }

  private static List<LedgerFinding> invented(Random random) {
    List<String> rules = List.of(BIRTH, "name-differs", "underpaid");
    List<LedgerFinding> findings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Draft draft =
          new Draft(
              rules.get(random.nextInt(3)),
              "虚构" + random.nextInt(3) + "小学",
              Outcome.SOURCE_TO_CORRECT,
              "sentence");
      LocalDate day = LocalDate.of(2014, 5, 5).plusDays(random.nextInt(3));
      findings.add(draft.open("F%03d".formatted(i), "学籍", "2014-05-05", "资助", day.toString()));
    }
    return findings;
  }
}

package cn.bidui.ledger;

import cn.bidui.judge.Judgement;
import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.plan.RememberedHeader;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Invented findings, files and clocks. */
final class Invented {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-08T18:00:00Z"), ZoneOffset.UTC);
  static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
  static final LocalDate TUESDAY = LocalDate.of(2026, 10, 6);
  static final LocalDate WEDNESDAY = LocalDate.of(2026, 10, 7);
  static final LocalDate THURSDAY = LocalDate.of(2026, 10, 8);
  static final SourceFile ROLL = new SourceFile(sha("roll"), "学籍.xlsx", "城关镇中心小学");

  private Invented() {}

  static String sha(String text) {
    return Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static RememberedHeader header(String fingerprint) {
    return new RememberedHeader(
        fingerprint,
        ListKind.ROLL,
        "roll-compulsory",
        new TreeMap<>(Map.of(1, Field.CITIZEN_ID, 27, Field.GRADE)),
        new TreeSet<>(Set.of(0, 702)),
        "王干部");
  }

  static Lease lease(Path home) throws java.io.IOException {
    return ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, CLOCK)).lease();
  }

  static Finding finding(String rule, String id) {
    return finding(rule, id, "facts-1");
  }

  static Finding finding(String rule, String id, String facts) {
    return new Finding(
        id,
        "case-" + id,
        rule,
        Severity.HIGH,
        Outcome.UNFUNDED_CONFIRMED,
        facts,
        "person",
        "P00000042",
        "测小满",
        "990101********1234",
        "虚构镇",
        "虚构小学",
        "小学",
        "小学三年级",
        "脱贫户",
        "生活补助",
        "2026秋",
        "500.00",
        "",
        List.of(new RowRef(ROLL, "三年级", 7)),
        new Explanation("rule." + rule + ".explanation", List.of("2026秋", "500.00")));
  }

  static Judgement judgement(Finding... findings) {
    return Judgement.of(
        Arrays.asList(findings), List.of(tally("unfunded-eligible"), tally("absent")));
  }

  private static RuleTally tally(String rule) {
    return new RuleTally(rule, Severity.HIGH, true, 10, 1, List.of());
  }
}

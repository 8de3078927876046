package cn.bidui.cli;

import cn.bidui.judge.Rules;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.OwnWords;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How ledgers that bureaus keep themselves are read: their headers and their words, from {@code
 * jobs/ledger}.
 */
record OwnLedgerRules(ColumnProfiles headers, OwnWords words) {

  private static final String HEADERS = "own-ledger.yml";
  private static final String WORDS = "words.yml";

  /** Whether the folder {@code jobs} has them. */
  static boolean in(Path jobs) {
    return Files.isRegularFile(file(jobs, HEADERS)) && Files.isRegularFile(file(jobs, WORDS));
  }

  static OwnLedgerRules read(Path jobs, Mistakes mistakes) throws IOException {
    String headers = Yaml.text(Files.readAllBytes(file(jobs, HEADERS)));
    return new OwnLedgerRules(
        ColumnProfiles.read(Map.of(name(HEADERS), headers), mistakes),
        OwnWords.read(
            name(WORDS), Yaml.text(Files.readAllBytes(file(jobs, WORDS))), codes(), mistakes));
  }

  private static Path file(Path jobs, String name) {
    return jobs.resolve("ledger").resolve(name);
  }

  private static String name(String file) {
    return "jobs/ledger/" + file;
  }

  private static OwnWords.Codes codes() {
    return new OwnWords.Codes(
        Rules.all().stream().map(RuleCard::code).collect(Collectors.toSet()),
        Arrays.stream(OutcomeCode.values()).map(Enum::name).collect(Collectors.toSet()),
        Arrays.stream(EvidenceKind.values()).map(EvidenceKind::code).collect(Collectors.toSet()));
  }
}

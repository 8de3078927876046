package cn.bidui.ledger.cases;

import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an act on a case cannot be recorded. */
public enum CaseProblem {
  /** Names, a number or a sentence are wanted. */
  WORDS_MISSING,
  DAY_MISSING,
  /** The day lies ahead, and what happened cannot. */
  DAY_LATER,
  /** The new last day has passed already. */
  DAY_PAST,
  /** Findings of the case are open. */
  STILL_OPEN,
  /** Nothing of the case is open. */
  NOT_OPEN,
  /** Who answered cannot be who looks. */
  SAME_PERSON,
  ALREADY_VERIFIED,
  ALREADY_FILED,
  /** A second person has to look first. */
  NOT_VERIFIED,
  /** No person's answer stands. */
  NOTHING_ANSWERED;

  /** The message; {0} is the case, {1} how many of its findings are open, {2} who says it. */
  public String key() {
    return "ledger.case." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What speaks against recording {@code act} about the case as it stands.
   *
   * @param words what the act says, one a line
   */
  public static Optional<CaseProblem> check(
      CaseFile file, Entry.CaseActed act, List<String> words) {
    return switch (act.act()) {
      case ASSIGN, HELPERS, REMARK -> spoken(words);
      case VISIT, WRITTEN_REPORT, DEADLINE_NOTICE -> happened(act, words);
      case VERIFY -> verify(file, act);
      case SEND_BACK -> sendBack(file, words);
      case EXTEND -> extend(file, act);
      case FILE -> file(file);
    };
  }

  private static Optional<CaseProblem> spoken(List<String> words) {
    return words.stream().allMatch(String::isBlank) ? Optional.of(WORDS_MISSING) : Optional.empty();
  }

  private static Optional<CaseProblem> happened(Entry.CaseActed act, List<String> words) {
    @Nullable LocalDate day = act.day();
    if (day != null && day.isAfter(act.asOf())) {
      return Optional.of(DAY_LATER);
    }
    boolean speaks = act.act() != CaseAct.WRITTEN_REPORT;
    return speaks ? spoken(words) : Optional.empty();
  }

  private static Optional<CaseProblem> verify(CaseFile file, Entry.CaseActed act) {
    if (!file.open().isEmpty()) {
      return Optional.of(STILL_OPEN);
    }
    return switch (file.stage()) {
      case FILED -> Optional.of(ALREADY_FILED);
      case VERIFIED -> Optional.of(ALREADY_VERIFIED);
      default ->
          file.people().standing().by().contains(act.by().strip())
              ? Optional.of(SAME_PERSON)
              : Optional.empty();
    };
  }

  private static Optional<CaseProblem> sendBack(CaseFile file, List<String> words) {
    return file.people().standing().lines().isEmpty()
        ? Optional.of(NOTHING_ANSWERED)
        : spoken(words);
  }

  private static Optional<CaseProblem> extend(CaseFile file, Entry.CaseActed act) {
    @Nullable LocalDate day = act.day();
    if (day == null) {
      return Optional.of(DAY_MISSING);
    }
    if (file.open().isEmpty()) {
      return Optional.of(NOT_OPEN);
    }
    return day.isBefore(act.asOf()) ? Optional.of(DAY_PAST) : Optional.empty();
  }

  private static Optional<CaseProblem> file(CaseFile file) {
    if (!file.open().isEmpty()) {
      return Optional.of(STILL_OPEN);
    }
    if (file.stage() == CaseStage.FILED) {
      return Optional.of(ALREADY_FILED);
    }
    return file.gaps().contains(CaseGap.NOT_VERIFIED)
        ? Optional.of(NOT_VERIFIED)
        : Optional.empty();
  }
}

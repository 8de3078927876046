package cn.bidui.ledger;

import cn.bidui.source.Messages;
import cn.bidui.source.SchoolYear;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person can answer to a finding (处理结果). A to F are the verification results of school
 * attendance ledgers (在籍不在校归类, 疑似辍学台账), G answers about aid and data, S, T and U rulings on
 * identity. An answer that does not close a finding is kept, and the finding stays open.
 */
public enum OutcomeCode {
  A1(Effect.CLOSES, EvidenceKind.ROLL_RECORD),
  A2(Effect.CLOSES_FOR_YEAR, EvidenceKind.SCHOOL_AND_NUMBER, EvidenceKind.ATTENDANCE_CERTIFICATE),
  A3(Effect.CLOSES_FOR_YEAR, EvidenceKind.SCHOOL_AND_NUMBER, EvidenceKind.ATTENDANCE_CERTIFICATE),
  A4(Effect.STAYS_OPEN),
  A5(Effect.STAYS_OPEN),
  B1(Effect.CLOSES_FOR_YEAR, EvidenceKind.PLACEMENT_RECORD, EvidenceKind.ATTENDANCE_CERTIFICATE),
  B2(Effect.CLOSES_FOR_YEAR, EvidenceKind.PLACEMENT_RECORD),
  B3(Effect.CLOSES_FOR_YEAR, EvidenceKind.PLACEMENT_RECORD, EvidenceKind.VISIT),
  B4(Effect.CLOSES_UNTIL, EvidenceKind.APPROVAL, EvidenceKind.MEDICAL),
  B5(Effect.CLOSES_UNTIL, EvidenceKind.APPROVAL, EvidenceKind.MEDICAL),
  B6(Effect.CLOSES_FOR_YEAR, EvidenceKind.ATTENDANCE_CERTIFICATE),
  C1(Effect.CLOSES, EvidenceKind.GRADUATION),
  C2(Effect.CLOSES_FOR_YEAR, EvidenceKind.SCHOOL_AND_NUMBER),
  D1(Effect.CLOSES, EvidenceKind.DEATH),
  /** Abroad; looked at again each year, hence the date. */
  D2(Effect.CLOSES_UNTIL, EvidenceKind.EXIT),
  D3(Effect.CLOSES_FOR_YEAR, EvidenceKind.HUKOU),
  D4(Effect.CLOSES, EvidenceKind.HUKOU, EvidenceKind.ROLL_RECORD),
  D5(Effect.STAYS_OPEN),
  D6(Effect.STAYS_OPEN),
  E1(Effect.CLOSES_UNTIL, EvidenceKind.APPROVAL, EvidenceKind.ROLL_RECORD),
  /** Long leave is watched, not closed: a child out of school stays on the list. */
  E2(Effect.STAYS_OPEN),
  F1(Effect.STAYS_OPEN),
  F2(Effect.STAYS_OPEN),
  F3(Effect.CLOSES, EvidenceKind.VISIT, EvidenceKind.ATTENDANCE_CERTIFICATE),
  G1(Effect.CLOSES, EvidenceKind.PAYMENT),
  G2(Effect.CLOSES),
  G3(Effect.CLOSES, EvidenceKind.STATEMENT),
  G4(Effect.CLOSES),
  G5(Effect.CLOSES, EvidenceKind.PAYMENT, EvidenceKind.ATTENDANCE_CERTIFICATE),
  G6(Effect.CLOSES, EvidenceKind.PAYMENT),
  G7(Effect.CLOSES_UNTIL),
  G8(Effect.CLOSES),
  S(Effect.CLOSES, "same"),
  T(Effect.CLOSES, "different"),
  /** Nobody can tell: the question stays. */
  U(Effect.STAYS_OPEN, "unclear");

  private enum Effect {
    CLOSES,
    /** Until the end of the school year, in which it is looked at again. */
    CLOSES_FOR_YEAR,
    CLOSES_UNTIL,
    STAYS_OPEN
  }

  private final Effect effect;

  /** What is short enough to type where the question is a plain one; or blank. */
  private final String word;

  // A list of constants; the compiler cannot tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<EvidenceKind> evidence;

  OutcomeCode(Effect effect, EvidenceKind... evidence) {
    this.effect = effect;
    this.word = "";
    this.evidence = List.of(evidence);
  }

  OutcomeCode(Effect effect, String word) {
    this.effect = effect;
    this.word = word;
    this.evidence = List.of();
  }

  /**
   * The outcome that {@code text} names: its code in either case ({@code a2}), its Chinese or
   * English label, code and label as published, or {@code same}, {@code different}, {@code
   * unclear}.
   */
  public static Optional<OutcomeCode> find(String text) {
    String wanted = text.strip();
    return Arrays.stream(values()).filter(code -> code.isNamed(wanted)).findFirst();
  }

  private boolean isNamed(String text) {
    return name().equals(text.toUpperCase(Locale.ROOT))
        || label(Messages.ZH).equals(text)
        || label(Messages.EN).equalsIgnoreCase(text)
        || (!word.isEmpty() && word.equalsIgnoreCase(text))
        || published().equals(text);
  }

  /** Whether the finding counts as explained while the answer stands. */
  public boolean closes() {
    return effect != Effect.STAYS_OPEN;
  }

  /** Whether the answer needs a last day, after which the finding opens again. */
  public boolean untilRequired() {
    return effect == Effect.CLOSES_UNTIL;
  }

  /**
   * The last day of an answer given on {@code day} that names none: the end of the school year for
   * what has to be looked at every year; empty where the answer stands as long as the facts.
   */
  public Optional<LocalDate> lastDay(LocalDate day) {
    return effect == Effect.CLOSES_FOR_YEAR
        ? Optional.of(new SchoolYear(SchoolYear.of(day).start() + 1).firstDay().minusDays(1))
        : Optional.empty();
  }

  /** What usually shows it, the best first; empty where it needs no paper. */
  public List<EvidenceKind> evidence() {
    return evidence;
  }

  /** The words for it. */
  public String label(Messages messages) {
    return messages.text("ledger.outcome." + name());
  }

  /** As published and offered in drop-downs: {@code A2 县外（省内）就读有学籍}. */
  public String published() {
    return name() + " " + label(Messages.ZH);
  }
}

package cn.bidui.judge.aid;

import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.RollRecord;
import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.plan.AidPolicy;
import cn.bidui.plan.AidStandard;
import cn.bidui.plan.Attendance;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.Yuan;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what was granted with what the policies say (金额比对). */
final class Amounts {

  private Amounts() {}

  /** What was found of one grant's amount. */
  enum Verdict {
    RIGHT,
    SHORT,
    OVER,
    /** It is another standard of the same program, paid to the wrong pupil or term. */
    OTHER_STANDARD
  }

  /**
   * A grant whose amount could be compared.
   *
   * @param other the standard that it equals instead, for {@link Verdict#OTHER_STANDARD}
   */
  record Compared(
      Grant grant,
      Program program,
      Attendance pupil,
      AidStandard standard,
      Yuan total,
      Verdict verdict,
      @Nullable AidPolicy other) {}

  /** The person's grants in the judged terms that can be compared, by term and program. */
  static Stream<Compared> all(Night night, Person person) {
    return night.funding(person).grants().stream().flatMap(grant -> compare(night, grant).stream());
  }

  /**
   * Empty where nothing can be said: the family gave the aid up, an amount or the stage is not
   * known, the standard is set locally, or the grant is a duplicate, which is its own finding.
   */
  static Optional<Compared> compare(Night night, Grant grant) {
    @Nullable Program program = grant.program();
    Optional<Yuan> total = grant.total();
    Optional<Attendance> pupil = attendance(grant);
    if (program == null || total.isEmpty() || pupil.isEmpty() || doubled(night, grant)) {
      return Optional.empty();
    }
    return standard(night, grant)
        .filter(AidStandard::compared)
        .map(standard -> judged(night, grant, program, pupil.get(), standard, total.get()));
  }

  /** Whether the same program was granted twice, rather than in instalments. */
  static boolean doubled(Night night, Grant grant) {
    return grant.counted().size() > 1
        && grant.program() != null
        && !standard(night, grant).map(one -> instalments(grant, one)).orElse(false);
  }

  /** The standard that the grant goes by. */
  static Optional<AidStandard> standard(Night night, Grant grant) {
    @Nullable Program program = grant.program();
    if (program == null) {
      return Optional.empty();
    }
    return attendance(grant)
        .flatMap(
            pupil ->
                night
                    .policies()
                    .standard(program, pupil, night.grounds(grant.person(), grant.term()).sure()));
  }

  /** With two rolls (双佐证) it is enough that the amount is right by one of them. */
  private static boolean rightByOneRoll(Night night, Grant grant, Program program, Yuan total) {
    return grant.person().roll().stream()
        .map(Row::record)
        .filter(roll -> roll.status().inSchool())
        .flatMap(roll -> standard(night, grant, program, roll).stream())
        .anyMatch(standard -> standard.holds(total));
  }

  private static Optional<AidStandard> standard(
      Night night, Grant grant, Program program, RollRecord roll) {
    return Optional.ofNullable(roll.grade())
        .map(grade -> new Attendance(grant.term(), grade, roll.boarding()))
        .flatMap(
            pupil ->
                night
                    .policies()
                    .standard(program, pupil, night.grounds(grant.person(), grant.term()).sure()));
  }

  /** Whether the amount is right by a category that is still in doubt: then nothing is asked. */
  private static boolean rightInDoubt(
      Night night, Grant grant, Program program, Attendance pupil, Yuan total) {
    return night
        .policies()
        .standard(program, pupil, night.categories(grant.person(), grant.term()))
        .map(standard -> standard.holds(total))
        .orElse(false);
  }

  /** Several payments that together are exactly what is due. */
  private static boolean instalments(Grant grant, AidStandard standard) {
    return standard.fixed() && grant.total().map(standard::holds).orElse(false);
  }

  /** As the roll has it; of somebody on no roll, as the aid row has it. */
  private static Optional<Attendance> attendance(Grant grant) {
    Optional<RollRecord> roll = grant.person().enrollment().map(Row::record);
    @Nullable Boarding boarding = roll.map(RollRecord::boarding).orElse(null);
    Optional<Grade> onRoll = roll.map(RollRecord::grade);
    return onRoll
        .or(() -> written(grant))
        .map(grade -> new Attendance(grant.term(), grade, boarding));
  }

  private static Optional<Grade> written(Grant grant) {
    return grant.rows().stream()
        .map(Row::record)
        .map(AidRecord::grade)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Compared judged(
      Night night,
      Grant grant,
      Program program,
      Attendance pupil,
      AidStandard standard,
      Yuan total) {
    if (standard.holds(total)
        || rightByOneRoll(night, grant, program, total)
        || rightInDoubt(night, grant, program, pupil, total)) {
      return new Compared(grant, program, pupil, standard, total, Verdict.RIGHT, null);
    }
    // Without a roll nobody can say that the stage or the boarding is wrong.
    Optional<AidPolicy> other =
        night.has(ListKind.ROLL) ? otherStandard(night, program, pupil, total) : Optional.empty();
    Verdict verdict = standard.exceeds(total) ? Verdict.SHORT : Verdict.OVER;
    return new Compared(
        grant,
        program,
        pupil,
        standard,
        total,
        other.isPresent() ? Verdict.OTHER_STANDARD : verdict,
        other.orElse(null));
  }

  /** The likeliest slip first: an old amount, then the wrong boarding, then the wrong stage. */
  private static Optional<AidPolicy> otherStandard(
      Night night, Program program, Attendance pupil, Yuan total) {
    return night.policies().rows(program).stream()
        .filter(row -> row.standard().fixed() && row.standard().holds(total))
        .min(Comparator.comparingInt(row -> distance(row, pupil)));
  }

  private static int distance(AidPolicy row, Attendance pupil) {
    int stage = row.stages().contains(pupil.grade().stage()) ? 0 : 4;
    int boarding = row.boarding() == null || row.boarding() == pupil.boarding() ? 0 : 2;
    int term = row.inForce(pupil.term()) ? 0 : 1;
    return stage + boarding + term;
  }
}

package cn.bidui.judge.aid;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import cn.bidui.plan.AidPolicy;
import cn.bidui.plan.Attendance;
import cn.bidui.source.Yuan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the three rules about amounts put their questions. */
final class AmountQuestion {

  private AmountQuestion() {}

  /** Compares the person's grants and asks about those of that verdict. */
  static void ask(
      Night night,
      Inquiry inquiry,
      Person person,
      Amounts.Verdict verdict,
      Outcome outcome,
      Function<Amounts.Compared, String[]> words) {
    Amounts.all(night, person)
        .forEach(
            one -> {
              inquiry.compared();
              if (one.verdict() == verdict) {
                inquiry.ask(
                    of(night, inquiry, one).outcome(outcome).says("sentence", words.apply(one)));
              }
            });
  }

  private static Question of(Night night, Inquiry inquiry, Amounts.Compared one) {
    Grant grant = one.grant();
    return Question.about(night, inquiry, grant.person())
        .aid(grant.person(), one.program(), grant.term())
        .due(one.standard().expected())
        .found(Optional.of(one.total()))
        .fact(attends(one.pupil()))
        .evidence(grant.person().roll())
        .evidence(grant.person().households())
        .evidence(grant.rows());
  }

  /** Term, program, how the pupil attends, granted, standard, its source. */
  static String[] words(Amounts.Compared one) {
    return new String[] {
      one.grant().term().label(),
      one.program().name(),
      attends(one.pupil()),
      one.total().toString(),
      range(one),
      one.standard().source()
    };
  }

  /** As {@link #words}, and for which pupils and since which term the amount would be right. */
  static String[] otherWords(Amounts.Compared one) {
    String[] words = Arrays.copyOf(words(one), 7);
    @Nullable AidPolicy other = one.other();
    words[6] = other == null ? "" : describe(other);
    return words;
  }

  private static String range(Amounts.Compared one) {
    @Nullable Yuan least = one.standard().least();
    @Nullable Yuan most = one.standard().most();
    if (least == null || most == null) {
      return "";
    }
    return least.equals(most) ? least.toString() : least + "—" + most;
  }

  private static String attends(Attendance pupil) {
    return pupil.grade().stage().label() + boarding(pupil.boarding());
  }

  private static String describe(AidPolicy row) {
    Set<Stage> stages = EnumSet.copyOf(row.stages());
    String period = row.to() == null ? row.from().label() + "起" : "至" + row.to().label();
    return stages.stream().map(Stage::label).collect(Collectors.joining("、"))
        + boarding(row.boarding())
        + period;
  }

  private static String boarding(@Nullable Boarding boarding) {
    return boarding == null ? "" : boarding.label();
  }
}

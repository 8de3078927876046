package cn.bidui.judge.night;

import cn.bidui.person.Grade;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list of aid or of payments calls a program, and which one it means.
 *
 * @param term null where the row has none
 * @param program null where no policy knows the spelling
 * @param name the program's, else as the row has it
 */
record Written(@Nullable Term term, @Nullable Program program, String name)
    implements Comparable<Written> {

  private static final Comparator<Written> ORDER =
      Comparator.comparing(Written::term, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Written::name);

  /** Spellings that several stages share are told apart by the roll's stage, else the row's. */
  static Written of(
      Night night, Person person, @Nullable Term term, String text, @Nullable Grade ofRow) {
    @Nullable Grade onRoll = person.enrollment().map(row -> row.record().grade()).orElse(null);
    @Nullable Grade grade = onRoll != null ? onRoll : ofRow;
    Optional<Program> program =
        grade == null
            ? night.policies().program(text)
            : night.policies().program(text, grade.stage());
    return new Written(term, program.orElse(null), program.map(Program::name).orElse(text));
  }

  @Override
  public int compareTo(Written other) {
    return ORDER.compare(this, other);
  }
}

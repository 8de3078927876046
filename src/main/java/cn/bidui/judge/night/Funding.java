package cn.bidui.judge.night;

import cn.bidui.normalize.AidRecord;
import cn.bidui.person.Grade;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All grants of one person in the judged terms, by term and program. */
public record Funding(List<Grant> grants) {

  public Funding {
    grants = List.copyOf(grants);
  }

  public static Funding of(Night night, Person person) {
    Map<Key, List<Row<AidRecord>>> grouped = new TreeMap<>();
    Map<Key, Optional<Program>> programs = new TreeMap<>();
    for (Row<AidRecord> row : person.aid()) {
      if (night.judgedTerms().contains(row.record().term())) {
        Optional<Program> program = program(night, person, row.record());
        Key key = new Key(row.record().term(), written(row.record(), program));
        programs.put(key, program);
        grouped.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    List<Grant> grants = new ArrayList<>();
    grouped.forEach(
        (key, rows) -> {
          @Nullable Program program = programs.getOrDefault(key, Optional.empty()).orElse(null);
          grants.add(new Grant(person, program, key.written(), key.term(), rows));
        });
    return new Funding(grants);
  }

  private record Key(Term term, String written) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::term).thenComparing(Key::written).compare(this, other);
    }
  }

  private static String written(AidRecord aid, Optional<Program> program) {
    return program.map(Program::name).orElse(aid.program());
  }

  /** Spellings that several stages share are told apart by the roll's stage, else the row's. */
  private static Optional<Program> program(Night night, Person person, AidRecord aid) {
    @Nullable Grade onRoll = person.enrollment().map(row -> row.record().grade()).orElse(null);
    @Nullable Grade grade = onRoll != null ? onRoll : aid.grade();
    return grade == null
        ? night.policies().program(aid.program())
        : night.policies().program(aid.program(), grade.stage());
  }

  /** The grants of {@code term}. */
  public List<Grant> of(Term term) {
    return grants.stream().filter(grant -> grant.term().equals(term)).toList();
  }

  /** Whether the aid list has the program for that term, paid or not, or a waiver of it. */
  public boolean answers(Program program, Term term) {
    return of(term).stream()
        .anyMatch(grant -> grant.of(program) || (grant.program() == null && grant.waived()));
  }

  /** Whether it has a program for that term that may not be held together with this one. */
  public boolean precludes(Program program, Term term) {
    return of(term).stream()
        .map(Grant::program)
        .anyMatch(held -> held != null && held.excludes(program));
  }

  /** Whether it has something in that term of which no policy knows what it is. */
  public boolean unclear(Term term) {
    return of(term).stream().anyMatch(grant -> grant.program() == null);
  }
}

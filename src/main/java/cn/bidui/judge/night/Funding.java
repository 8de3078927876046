package cn.bidui.judge.night;

import cn.bidui.normalize.AidRecord;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All grants of one person in the judged terms, by term and program. */
public record Funding(List<Grant> grants) {

  public Funding {
    grants = List.copyOf(grants);
  }

  public static Funding of(Night night, Person person) {
    Map<Written, List<Row<AidRecord>>> grouped = new TreeMap<>();
    for (Row<AidRecord> row : person.aid()) {
      AidRecord aid = row.record();
      if (night.judgedTerms().contains(aid.term())) {
        Written written = Written.of(night, person, aid.term(), aid.program(), aid.grade());
        grouped.computeIfAbsent(written, key -> new ArrayList<>()).add(row);
      }
    }
    List<Grant> grants = new ArrayList<>();
    grouped.forEach(
        (key, rows) -> {
          Term term = rows.get(0).record().term();
          grants.add(new Grant(person, key.program(), key.name(), term, rows));
        });
    return new Funding(grants);
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
        .filter(grant -> !grant.counted().isEmpty())
        .map(Grant::program)
        .anyMatch(held -> held != null && held.excludes(program));
  }

  /** Whether it has something in that term of which no policy knows what it is. */
  public boolean unclear(Term term) {
    return of(term).stream().anyMatch(grant -> grant.program() == null);
  }
}

package cn.bidui.plan;

import cn.bidui.person.Stage;
import cn.bidui.source.Term;
import cn.bidui.source.Term.Season;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds rows that decide for nobody: pupils of every grade and category are tried in every term of
 * which the program's rows speak.
 */
final class PolicyReach {

  /** Of those who entered in the last term that is spoken of, the last are done by then. */
  private static final int LONGEST_STAGE = 6;

  private final AidPolicies policies;

  private PolicyReach(AidPolicies policies) {
    this.policies = policies;
  }

  /** Notes each of {@code rows} that no pupil gets to. */
  static void check(AidPolicies policies, List<PlacedRow> rows) {
    PolicyReach reach = new PolicyReach(policies);
    for (PlacedRow placed : rows) {
      AidPolicy row = placed.row();
      if (!reach.reached(row)) {
        boolean forNobody = row.eligible().isEmpty() && !row.everyone();
        String key = forNobody ? "policy.no-eligible" : "policy.unreachable";
        placed.place().mistake(key, row.program());
      }
    }
  }

  private boolean reached(AidPolicy row) {
    return policies
        .ofCode(row.program())
        .filter(
            program ->
                terms(row, program).stream()
                    .flatMap(term -> pupils(row, term))
                    .anyMatch(pupil -> decides(row, program, pupil)))
        .isPresent();
  }

  private List<Term> terms(AidPolicy row, Program program) {
    int last =
        policies.rows(program).stream()
                .flatMap(
                    one ->
                        Stream.of(one.from(), one.to(), one.entered().to(), one.entered().from()))
                .filter(java.util.Objects::nonNull)
                .mapToInt(Term::year)
                .max()
                .orElse(row.from().year())
            + LONGEST_STAGE;
    List<Term> terms = new ArrayList<>();
    for (int year = row.from().year(); year <= last; year++) {
      terms.add(new Term(year, Season.SPRING));
      terms.add(new Term(year, Season.AUTUMN));
    }
    return terms;
  }

  private static Stream<Attendance> pupils(AidPolicy row, Term term) {
    Stream<Stage> stages = row.stages().stream();
    return stages
        .flatMap(stage -> PolicyLines.pupils(term, stage, row.boarding()).stream())
        .filter(row::covers);
  }

  private boolean decides(AidPolicy row, Program program, Attendance pupil) {
    if (policies.widest(program, pupil).filter(row::equals).isPresent()) {
      return true;
    }
    Stream<Set<Category>> categories =
        row.everyone() ? Stream.of(Set.of()) : row.eligible().stream().map(Set::of);
    return categories.anyMatch(
        held -> policies.dueRow(program, pupil, held).filter(row::equals).isPresent());
  }
}

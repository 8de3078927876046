package cn.bidui.link;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.LinkComparison;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.LinkList;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The plan of the night (逐人比对方案), as the program ships it and as a job may change it. */
final class PersonPlan {

  private static final String FILE = "person.yml";

  private PersonPlan() {}

  /** What the program ships; read where it is asked for, which a whole plan of one's own is not. */
  static final class Shipped {
    static final LinkPlan PLAN = read();
    static final LinkLimits LIMITS = LinkLimits.of(PLAN);

    private Shipped() {}
  }

  /** {@code jobs/link/person.yml}, packed with the classes. */
  private static LinkPlan read() {
    try (InputStream text = PersonPlan.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(text, FILE).readAllBytes();
      Mistakes mistakes = new Mistakes();
      return LinkPlan.read(FILE, new String(bytes, StandardCharsets.UTF_8), mistakes)
          .orElseThrow(() -> new IllegalStateException("the shipped plan has mistakes"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The weights that a plan states, for any two lists. */
  static LinkModel weights(LinkPlan plan) {
    List<List<Integer>> weights = new ArrayList<>();
    for (Respect respect : Respect.values()) {
      List<Integer> levels = new ArrayList<>(List.of(0));
      levels.addAll(
          priors(plan, respect)
              .or(() -> priors(Shipped.PLAN, respect))
              .orElseThrow(() -> new IllegalStateException("the shipped plan lacks weights")));
      weights.add(levels);
    }
    int prior = (int) plan.numbers().prior().value();
    PairWeights any = new PairWeights(PersonWeights.ANY, PersonWeights.ANY, prior, weights, 0);
    return new LinkModel(plan.name(), Respect.codes(), List.of(any));
  }

  /** The names of comparisons that no respect is weighed by. */
  static List<String> notWeighed(LinkPlan plan) {
    return plan.comparisons().stream()
        .filter(comparison -> !comparison.priors().isEmpty())
        .filter(
            comparison ->
                Arrays.stream(Respect.values())
                    .noneMatch(
                        respect ->
                            respect.code().equals(comparison.name())
                                && respect.levels() - 1 == comparison.priors().size()))
        .map(LinkComparison::name)
        .toList();
  }

  private static Optional<List<Integer>> priors(LinkPlan plan, Respect respect) {
    return plan.comparisons().stream()
        .filter(comparison -> comparison.name().equals(respect.code()))
        .map(LinkComparison::priors)
        .filter(priors -> priors.size() == respect.levels() - 1)
        .findFirst();
  }

  /** A plan over the columns of a night, comparing in all respects and in no other. */
  static LinkPlan over(List<ListKind> kinds, LinkPlan plan) {
    List<LinkField> fields =
        Columns.FIELDS.stream()
            .map(field -> new LinkField(field.code(), Columns.kind(field), List.of()))
            .toList();
    List<LinkComparison> comparisons = new ArrayList<>();
    for (Respect respect : Respect.values()) {
      List<Integer> priors =
          priors(plan, respect).or(() -> priors(Shipped.PLAN, respect)).orElseThrow();
      comparisons.add(
          new LinkComparison(
              respect.code(), LinkPlan.ComparisonKind.EXACT, List.of(), List.of(), false, priors));
    }
    return new LinkPlan(
        plan.name(),
        plan.title(),
        plan.outcome(),
        kinds.stream().map(kind -> new LinkList(kind.code(), "")).toList(),
        fields,
        plan.passes(),
        comparisons,
        plan.numbers());
  }
}

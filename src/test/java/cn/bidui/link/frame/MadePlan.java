package cn.bidui.link.frame;

import cn.bidui.plan.Limit;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.KeyShape;
import cn.bidui.plan.LinkPlan.LinkComparison;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.LinkNumbers;
import cn.bidui.plan.LinkPlan.LinkPass;
import cn.bidui.plan.LinkPlan.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plans that are written out in tests. */
public final class MadePlan {

  private final Outcome outcome;
  private final List<LinkField> fields = new ArrayList<>();
  private final List<LinkPass> passes = new ArrayList<>();
  private final List<LinkComparison> comparisons = new ArrayList<>();
  private long threshold;
  private long review = -400;
  private long blockRows = 5000;

  public MadePlan(Outcome outcome) {
    this.outcome = outcome;
  }

  public MadePlan field(String name, FieldKind kind) {
    fields.add(new LinkField(name, kind, List.of(name)));
    return this;
  }

  /** A pass by whole fields, named after them. */
  public MadePlan pass(String... whole) {
    List<KeyPart> parts =
        Arrays.stream(whole).map(field -> new KeyPart(field, KeyShape.WHOLE, 0)).toList();
    passes.add(new LinkPass(String.join("+", whole), parts));
    return this;
  }

  public MadePlan keys(String name, KeyPart... parts) {
    passes.add(new LinkPass(name, List.of(parts)));
    return this;
  }

  public MadePlan compare(String name, ComparisonKind kind, List<Integer> thresholds) {
    return compare(name, kind, thresholds, false, List.of());
  }

  public MadePlan compare(
      String name,
      ComparisonKind kind,
      List<Integer> thresholds,
      boolean frequencies,
      List<Integer> priors,
      String... named) {
    List<String> of = named.length == 0 ? List.of(name) : List.of(named);
    comparisons.add(new LinkComparison(name, kind, of, thresholds, frequencies, priors));
    return this;
  }

  public MadePlan threshold(long hundredths) {
    threshold = hundredths;
    return this;
  }

  public MadePlan review(long hundredths) {
    review = hundredths;
    return this;
  }

  public MadePlan blockRows(long rows) {
    blockRows = rows;
    return this;
  }

  public List<LinkField> fields() {
    return fields;
  }

  public LinkPlan plan() {
    LinkNumbers numbers = new LinkNumbers(limit(threshold), limit(review), limit(blockRows));
    return new LinkPlan("made", "made", outcome, List.of(), fields, passes, comparisons, numbers);
  }

  private static Limit limit(long value) {
    return new Limit(value, "", "", "");
  }
}

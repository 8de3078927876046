package cn.bidui.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a job says about one rule: whether it runs, and its numbers by name. */
public record RulePlan(String rule, boolean on, Map<String, Limit> limits) {
  public RulePlan {
    limits = Map.copyOf(limits);
  }

  /** The job's number of that name, or {@code otherwise}. */
  public long value(String name, long otherwise) {
    @Nullable Limit limit = limits.get(name);
    return limit == null ? otherwise : limit.value();
  }
}

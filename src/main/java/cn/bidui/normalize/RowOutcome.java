package cn.bidui.normalize;

import cn.bidui.source.Problem.RowProblem;
import java.util.List;

/** What became of one data row. */
public sealed interface RowOutcome {

  /**
   * The row is a record.
   *
   * @param values its canonical values in the order of {@link Layout#fields()}, blank for none;
   *     {@link Layout#record} makes the record of them again
   */
  record Accepted(List<String> values) implements RowOutcome {
    public Accepted {
      values = List.copyOf(values);
    }

    /** No values: they name a person. */
    @Override
    public String toString() {
      return "Accepted[" + values.size() + " values]";
    }
  }

  /** The row is not taken; at least one problem says why. */
  record Rejected(List<RowProblem> problems) implements RowOutcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}

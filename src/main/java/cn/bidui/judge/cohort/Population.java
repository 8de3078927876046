package cn.bidui.judge.cohort;

import java.util.List;

/** School-age children by cohort (学龄人口), and the indicators; both in order of place. */
public record Population(List<Cohort> cohorts, List<Indicator> indicators) {

  public static final Population EMPTY = new Population(List.of(), List.of());

  public Population {
    cohorts = List.copyOf(cohorts);
    indicators = List.copyOf(indicators);
  }
}

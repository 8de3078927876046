package cn.bidui.judge.score;

import cn.bidui.source.ListKind;
import java.util.List;

/**
 * What one rule measured of its goal in one night.
 *
 * @param rule its code
 * @param needs the lists that were missing; then it counted nothing
 */
public record Measured(String rule, List<ListKind> needs, Counts counts) {

  public Measured {
    needs = List.copyOf(needs);
  }
}

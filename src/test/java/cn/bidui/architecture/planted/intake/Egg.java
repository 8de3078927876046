package cn.bidui.architecture.planted.intake;

import cn.bidui.architecture.planted.collect.Hen;

/** The other half of a cycle. */
public interface Egg {
  Hen hatch();
}

package cn.bidui.architecture.planted.collect;

import cn.bidui.architecture.planted.intake.Egg;

/** One half of a cycle. */
public interface Hen {
  Egg lay();
}

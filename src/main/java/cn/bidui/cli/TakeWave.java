package cn.bidui.cli;

import cn.bidui.collect.Arrival;
import java.util.List;

/** Takes and answers some files, holding the work folder only meanwhile. */
@FunctionalInterface
interface TakeWave {

  /** Takes {@code arrivals}; with none, answers what an earlier run has left unanswered. */
  WaveEnd take(List<Arrival> arrivals);
}

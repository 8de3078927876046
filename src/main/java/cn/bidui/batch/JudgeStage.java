package cn.bidui.batch;

import cn.bidui.judge.Judge;
import cn.bidui.judge.night.County;

/** Stage {@code judge}: what is to be asked tonight. */
final class JudgeStage {

  private final NightOrder order;

  JudgeStage(NightOrder order) {
    this.order = order;
  }

  void run(NightWork work) {
    County county =
        new County(
            order.asOf(),
            work.tables,
            NightWork.done(work.links),
            NightWork.done(work.keys),
            NightWork.done(work.schools),
            work.earlierPupils,
            work.departed);
    work.judgement = new Judge(order.policies(), order.job().rules()).judge(county);
  }
}

package cn.bidui.batch;

import cn.bidui.judge.Judge;
import cn.bidui.judge.night.County;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.EnumMap;
import java.util.Map;

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
            lists(work),
            NightWork.done(work.links),
            NightWork.done(work.keys),
            NightWork.done(work.schools),
            work.earlierPupils,
            work.departed);
    work.judgement = new Judge(order.policies(), order.job().rules()).judge(county);
  }

  /** Those that were linked, and the register of schools. */
  private static Map<ListKind, RecordTable> lists(NightWork work) {
    Map<ListKind, RecordTable> lists = new EnumMap<>(work.tables);
    if (work.register != null) {
      lists.put(ListKind.SCHOOLS, work.register);
    }
    return lists;
  }
}

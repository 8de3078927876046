package cn.bidui.judge.night;

import cn.bidui.source.ListKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of lists as sentences use them: the owner's word for each. */
public final class Lists {

  private Lists() {}

  public static String name(ListKind list) {
    return switch (list) {
      case ROLL -> "学籍";
      case AID -> "资助";
      case HOUSEHOLDS -> "防返贫监测";
      case ENROLLED -> "在校生";
      case HARDSHIP -> "困难学生";
      case PAYMENTS -> "发放";
      case CIVIL -> "民政";
      case DISABILITY -> "残联";
      case POPULATION -> "户籍";
      case ROLL_CHANGES -> "学籍异动";
      case PLACEMENTS -> "安置";
      case ATTENDANCE -> "在校核查";
      case SCHOOLS -> "学校名册";
    };
  }

  /** Joined with {@code 、} in the order of the kinds. */
  public static String names(Collection<ListKind> lists) {
    Set<ListKind> ordered = EnumSet.noneOf(ListKind.class);
    ordered.addAll(lists);
    return ordered.stream().map(Lists::name).collect(Collectors.joining("、"));
  }
}

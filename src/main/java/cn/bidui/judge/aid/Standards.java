package cn.bidui.judge.aid;

import cn.bidui.plan.AidStandard;
import cn.bidui.source.Yuan;
import org.jspecify.annotations.Nullable;

/** How sentences state what one term pays. */
final class Standards {

  private Standards() {}

  /** {@code 每学期 312.50 元；}; blank where the amount is set locally. */
  static String words(AidStandard standard) {
    String amount = amount(standard);
    return amount.isEmpty() ? "" : amount + " 元；";
  }

  private static String amount(AidStandard standard) {
    @Nullable Yuan least = standard.least();
    @Nullable Yuan most = standard.most();
    @Nullable Yuan average = standard.average();
    if (average != null && !standard.fixed()) {
      return "平均每学期 " + average;
    }
    if (least == null || most == null) {
      return "";
    }
    return "每学期 " + (standard.fixed() ? least.toString() : least + "—" + most);
  }
}

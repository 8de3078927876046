package cn.bidui.collect;

import cn.bidui.plan.ListSource;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Under what name a list goes that came by itself. */
public final class ArrivalName {

  private static final int LONGEST = 120;

  private ArrivalName() {}

  /** {@code 学籍名单_省交换库_20251103.csv}: the day is its data date, as it was asked for then. */
  public static String of(ListSource source, LocalDate asOf, String ending) {
    String title = Messages.ZH.text("report.list." + source.list().code());
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(asOf);
    return title + "_" + source.name() + "_" + day + "." + ending;
  }

  /** The server's own name, which may say term and data date, behind the name of the source. */
  static String of(ListSource source, String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}:*?\"<>|]", "_").strip();
    int cut = Math.max(0, plain.length() - LONGEST);
    String tail = plain.substring(cut);
    return source.name()
        + "_"
        + (!tail.isEmpty() && Character.isLowSurrogate(tail.charAt(0)) ? tail.substring(1) : tail);
  }
}

package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.LinkPlan.DayOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayDigitsTest {

  @Test
  void everyDayHasTheCodeOfItsDate() {
    for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
      String text = day.toString();

      assertThat(code(text)).describedAs(text).isEqualTo(Column.day(day));
      assertThat(Column.day(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
          .isEqualTo(Column.day(day));
    }
  }

  @Test
  void otherFormsAreKnownToo() {
    int day = Column.day(LocalDate.of(2015, 1, 2));

    assertThat(code("20150102")).isEqualTo(day);
    assertThat(code("2015/01/02")).isEqualTo(day);
    assertThat(code("2015.01.02")).isEqualTo(day);
    assertThat(code("20150102", DayOrder.DAY_MONTH_YEAR)).isZero();
    assertThat(code("2015-01-02", DayOrder.DAY_MONTH_YEAR)).isEqualTo(day);
  }

  @Test
  void whatIsNoSuchDayIsLeftToOthers() {
    for (String text :
        new String[] {
          "2015-02-29",
          "2015-13-01",
          "2015-00-10",
          "2015-04-31",
          "2015-01-00",
          "1799-12-31",
          "2200-01-01",
          "2015-01/02",
          "2015年1月2日",
          "2015-1-2",
          "201501",
          "2O150102",
          "2015 01 02",
          "",
          "2016-02-3:"
        }) {
      assertThat(code(text)).describedAs(text).isZero();
    }
  }

  @Test
  void whateverIsReadIsReadAsThoughItWereText() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      char[] text = (i % 2 == 0 ? "2015-01-02" : "20150102").toCharArray();
      for (int change = 0; change < 2; change++) {
        text[random.nextInt(text.length)] = (char) ('-' + random.nextInt(14));
      }
      String written = new String(text);
      int code = code(written);

      assertThat(code == 0 || code == DayText.code(written, DayOrder.YEAR_MONTH_DAY))
          .describedAs(written)
          .isTrue();
    }
  }

  @Test
  void daysOfOtherCenturiesHaveCodesToo() {
    assertThat(Column.day(1700, 3, 1)).isEqualTo(Column.day(LocalDate.of(1700, 3, 1)));
    assertThat(Column.day(2300, 12, 31)).isEqualTo(Column.day(LocalDate.of(2300, 12, 31)));
  }

  private static int code(String text) {
    return code(text, DayOrder.YEAR_MONTH_DAY);
  }

  private static int code(String text, DayOrder order) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return DayDigits.code(bytes, 0, bytes.length, order);
  }
}

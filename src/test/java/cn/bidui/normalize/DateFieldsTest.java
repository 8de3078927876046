package cn.bidui.normalize;

import static cn.bidui.source.Field.BIRTH_DATE;
import static cn.bidui.source.Field.IDENTIFIED_MONTH;
import static cn.bidui.source.Field.PAID_ON;
import static cn.bidui.source.Field.RISK_CLEARED_MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Cell;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and months, as offices write them. */
class DateFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20150831",
        "20150831.0",
        "2015-08-31",
        "2015-8-31",
        "2015/8/31",
        "2015/08/31",
        "2015.8.31",
        "2015.08.31",
        "2015年8月31日",
        "2015年08月31",
        "2015 年 8 月 31 日",
        "2015年8月31号",
        "2015-08-31 00:00:00",
        "2015/8/31 0:00:00",
        "2015-08-31T00:00:00",
        "2015-08-31T00:00",
        "2015-08-31 00:00:00.0",
        "２０１５年８月３１日",
        "'2015-08-31",
        "=\"2015-08-31\"",
        " 2015-08-31 ",
        "\uFEFF2015-08-31",
        "2015\u200B-08-31",
        "20150831 00:00",
        "42247",
        "４２２４７"
      })
  void aDayIsReadInEverySpelling(String text) {
    assertThat(Sample.roll().with(BIRTH_DATE, text).rollRecord().birth())
        .isEqualTo(LocalDate.of(2015, 8, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "42247, 2015-08-31",
    "42247.0, 2015-08-31",
    "42247.5, 2015-08-31",
    "20150831, 2015-08-31",
    "20150831.0, 2015-08-31",
    "2.0150831E7, 2015-08-31",
    "20000, 1954-10-03",
    "80000, 2119-01-11"
  })
  void aNumberIsASerialOrTheDigitsOfADate(String stored, String value) {
    assertThat(Sample.roll().number(BIRTH_DATE, stored).value(BIRTH_DATE)).isEqualTo(value);
  }

  @Test
  void aDateCellIsTaken() {
    Cell date = new Cell("2012-03-05", Cell.Kind.DATE);

    assertThat(Sample.roll().with(BIRTH_DATE, date).value(BIRTH_DATE)).isEqualTo("2012-03-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015",
        "2015-08",
        "201508",
        "2015年8月",
        "20150231",
        "2015-02-30",
        "2015-13-01",
        "2015-00-10",
        "2015-08-00",
        "1899-12-31",
        "2100-01-01",
        "31/8/2015",
        "15-8-31",
        "2015-8/31",
        "2015年8-31",
        "2015-08-31x",
        "2015-08-31 下午",
        "2015_08_31",
        "20158",
        "29999",
        "80001",
        "不详",
        "2015-08-31.5",
        "150831",
        "2015-08-",
        "2015-8-310"
      })
  void anythingElseIsNoDay(String text) {
    assertThat(Sample.roll().with(BIRTH_DATE, text).faults())
        .containsExactly("DATE-UNREADABLE birth-date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19999", "80001", "2015.8", "123", "-42247", "12345678901"})
  void aNumberOutsideOfTheSerialsIsNoDay(String stored) {
    assertThat(Sample.roll().number(BIRTH_DATE, stored).faults())
        .containsExactly("DATE-UNREADABLE birth-date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "202304",
        "202304.0",
        "2023-04",
        "2023-4",
        "2023/4",
        "2023.4",
        "2023年4月",
        "2023年04月",
        "20230415",
        "2023-04-15",
        "2023年4月1日",
        "2023-04-01 00:00:00"
      })
  void aMonthIsReadInEverySpelling(String text) {
    assertThat(Sample.household().with(IDENTIFIED_MONTH, text).householdRecord().identifiedMonth())
        .isEqualTo(YearMonth.of(2023, 4));
  }

  @ParameterizedTest
  @CsvSource({"202304, 2023-04", "202304.0, 2023-04", "45031, 2023-04", "20230415, 2023-04"})
  void aMonthMayBeANumber(String stored, String value) {
    assertThat(Sample.household().number(RISK_CLEARED_MONTH, stored).value(RISK_CLEARED_MONTH))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023", "202313", "2023年", "四月"})
  void anythingElseIsNoMonth(String text) {
    assertThat(Sample.household().with(IDENTIFIED_MONTH, text).faults())
        .containsExactly("DATE-UNREADABLE identified-month");
  }

  @Test
  void aMonthAsADecimalNumberIsNotGuessed() {
    assertThat(Sample.household().number(IDENTIFIED_MONTH, "2023.1").faults())
        .containsExactly("DATE-UNREADABLE identified-month");
  }

  @Test
  void blankDatesAreNone() {
    assertThat(Sample.household().with(RISK_CLEARED_MONTH, "NULL").value(RISK_CLEARED_MONTH))
        .isEmpty();
    assertThat(Sample.aid().with(PAID_ON, "").aidRecord().paidOn()).isNull();
    assertThat(Sample.aid().with(PAID_ON, "20251120").aidRecord().paidOn())
        .isEqualTo(LocalDate.of(2025, 11, 20));
  }
}

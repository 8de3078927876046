package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void textsKeepTheirCodes() {
    Values values = values(FieldKind.TEXT, "lin", "wu", "", "lin");
    assertThat(values.byRow()).containsExactly(1, 2, 0, 1);
    assertThat(values.size()).isEqualTo(3);
    assertThat(values.text(2)).isEqualTo("wu");
    assertThat(values.text(0)).isEmpty();
  }

  @Test
  void validIdsGetValuesBehindThoseOfDamagedOnes() {
    String id = MadeFrame.id(99010120120518001L);
    String damaged = "99010120120518001";
    String other = MadeFrame.id(99010120120518002L);
    Values values = values(FieldKind.CITIZEN_ID, id, damaged, other, id);
    assertThat(values.byRow()[0]).isEqualTo(values.byRow()[3]).isGreaterThan(values.byRow()[1]);
    assertThat(values.text(values.byRow()[1])).isEqualTo(damaged);
    assertThat(values.text(values.byRow()[0])).isEqualTo(id);
  }

  @Test
  void daysAndSexesAreWrittenOut() {
    assertThat(values(FieldKind.DATE, "2012-05-18").text(Column.day(day()))).isEqualTo("20120518");
    assertThat(values(FieldKind.SEX, "m", "f").text(2)).isEqualTo("2");
  }

  @Test
  void manyDifferentIdsKeepApart() {
    PackedNumbers numbers = new PackedNumbers();
    int[] places = IntStream.range(0, 5000).map(i -> numbers.number(i * 7919L + 1)).toArray();
    assertThat(places).containsExactly(IntStream.range(0, 5000).toArray());
    assertThat(numbers.number(7919L + 1)).isEqualTo(1);
    assertThat(numbers.all()).hasSize(5000).startsWith(1, 7920);
  }

  private static LocalDate day() {
    return LocalDate.of(2012, 5, 18);
  }

  private static Values values(FieldKind kind, String... rows) {
    List<LinkField> fields = List.of(new LinkField("x", kind, List.of("x")));
    return Values.of(new MadeFrame(fields).list("a", rows).frame().column(0));
  }
}

package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.frame.Column;
import cn.bidui.normalize.Strings;
import cn.bidui.plan.LinkPlan.FieldKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HouseholdCodesTest {

  private static final int SOMEBODY = 1;

  private final Strings strings = new Strings();

  private int[] codes(String... numbers) {
    return Arrays.stream(numbers).mapToInt(strings::code).toArray();
  }

  private int[] byRow(int[] codes, int... names) {
    Column column = new Column(FieldKind.CODE, codes, new long[0], strings);
    return new HouseholdCodes(column, names, names.length).byRow();
  }

  @Test
  void numbersWrittenAlikeAreThemselves() {
    int[] codes = codes("1234567", "1234568", "", "1234567");

    assertThat(byRow(codes, SOMEBODY, SOMEBODY, SOMEBODY, SOMEBODY)).containsExactly(codes);
  }

  @Test
  void aNumberThatASpreadsheetMadeIsTheOneItStandsFor() {
    int[] codes = codes("7654321", "1234567", "1234567.0", "99.0", "99");

    assertThat(byRow(codes, SOMEBODY, SOMEBODY, SOMEBODY, SOMEBODY, SOMEBODY))
        .containsExactly(codes[0], codes[1], codes[1], codes[3], codes[3]);
  }

  @Test
  void theFirstRowThatNamesSomebodyGivesTheCode() {
    int[] codes = codes("1234567", "1234567.0", "1234567");

    assertThat(byRow(codes, 0, SOMEBODY, SOMEBODY)).containsExactly(0, codes[1], codes[1]);
  }

  @Test
  void onlyRowsCount() {
    int[] codes = codes("1234567", "1234567.0", "1234567", "", "");

    assertThat(byRow(codes, SOMEBODY, SOMEBODY)).containsExactly(codes[0], codes[0]);
    assertThat(byRow(codes)).isEmpty();
  }

  @Test
  void aWordForNothingIsNoNumber() {
    int[] codes = codes("NULL", "-", "1234567");

    assertThat(byRow(codes, SOMEBODY, SOMEBODY, SOMEBODY)).containsExactly(0, 0, codes[2]);
  }
}

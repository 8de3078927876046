package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaceNumberTest {

  @Test
  void ordersRowsByFileThenSheetThenRow() {
    assertThat(PlaceNumber.of(1, 0, Integer.MAX_VALUE))
        .isLessThan(PlaceNumber.of(1, 1, 2))
        .isGreaterThan(PlaceNumber.of(1, 0, 5_000_000));
    assertThat(PlaceNumber.last(1)).isLessThan(PlaceNumber.first(2));
  }

  @Test
  void givesSheetAndRowBack() {
    long place = PlaceNumber.of(1_048_575, 4_095, Integer.MAX_VALUE);
    assertThat(place).isPositive();
    assertThat(PlaceNumber.sheet(place)).isEqualTo(4_095);
    assertThat(PlaceNumber.row(place)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void neverLetsOnePlaceRunIntoAnother() {
    assertThatThrownBy(() -> PlaceNumber.of(1 << 20, 0, 1)).hasMessageContaining("no such place");
    assertThatThrownBy(() -> PlaceNumber.of(1, 1 << 12, 1)).hasMessageContaining("no such place");
    assertThatThrownBy(() -> PlaceNumber.of(1, 0, -1)).hasMessageContaining("no such place");
  }
}

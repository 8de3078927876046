package cn.bidui.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherDocumentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H12345678",
        "M1234567801",
        "E12345678",
        "EA1234567",
        "G12345678",
        "AB123456",
        "USA110116050112"
      })
  void permitsResidenceCardsAndPassports(String number) {
    assertThat(OtherDocument.is(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "H1234",
        "12345678",
        "20160501",
        "99010120160501",
        "99010120160501001",
        "G990101201605010012",
        "9.90101E+17",
        "同上123456"
      })
  void whatMayBeAPartOfACitizenIdIsNone(String number) {
    assertThat(OtherDocument.is(number)).isFalse();
  }
}

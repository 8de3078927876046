package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.CitizenId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdDigitsTest {

  private static byte[] id(long packed) {
    String text = Long.toString(packed) + CitizenId.checkCharacter(packed);
    return ("," + text + ",").getBytes(StandardCharsets.US_ASCII);
  }

  private static long packed(byte[] cell) {
    return IdDigits.packed(cell, 1, cell.length - 1);
  }

  /** The same, digit by digit. */
  private static long slowly(byte[] cell) {
    String text = new String(cell, 1, cell.length - 2, StandardCharsets.ISO_8859_1);
    if (!text.matches("[0-9]{17}[0-9X]")) {
      return 0;
    }
    CitizenId read = CitizenId.read(text).idOrNull();
    return read == null ? 0 : read.packed();
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        99010120120305121L,
        99010120120305122L,
        99010119991231999L,
        99010120000229000L,
        99999919000101000L,
        10000020990930181L
      })
  void whateverStandsInPlaceOfOneCharacterIsToldAsDigitByDigit(long packed) {
    byte[] valid = id(packed);
    assertThat(packed(valid)).isEqualTo(packed);

    for (int at = 1; at <= 18; at++) {
      for (int other = 0; other < 256; other++) {
        byte[] changed = valid.clone();
        changed[at] = (byte) other;
        assertThat(packed(changed)).as("%s at %s", other, at).isEqualTo(slowly(changed));
      }
    }
  }

  @Test
  void idsOfAnyDigitsAreToldAsDigitByDigit() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      long year = 1900L + random.nextInt(200);
      long day = year * 10_000 + random.nextInt(13) * 100L + random.nextInt(32);
      long place = 100_000L + random.nextInt(900_000);
      byte[] cell = id((place * 100_000_000 + day) * 1000 + random.nextInt(1000));
      assertThat(packed(cell)).as("%s", i).isEqualTo(slowly(cell));
    }
  }

  @Test
  void everyDayIsToldAsDigitByDigit() {
    for (int year : List.of(1899, 1900, 1996, 1999, 2000, 2011, 2012, 2100)) {
      for (int monthAndDay = 0; monthAndDay < 1400; monthAndDay++) {
        byte[] cell = id((990101_0000_0000L + year * 10_000L + monthAndDay) * 1000 + 12);
        assertThat(packed(cell)).as("%s %s", year, monthAndDay).isEqualTo(slowly(cell));
      }
    }
  }

  @Test
  void anotherLengthIsNoId() {
    byte[] id = id(99010120120305121L);

    assertThat(IdDigits.packed(id, 1, 18)).isZero();
    assertThat(IdDigits.packed(id, 0, 19)).isZero();
    assertThat(IdDigits.packed(id, 1, 20)).isZero();
  }
}

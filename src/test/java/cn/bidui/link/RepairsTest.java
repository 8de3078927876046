package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.CitizenId;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairsTest {

  private static final String ID = World.id("2012-03-05", 101);
  private static final long PACKED = Long.parseLong(ID.substring(0, 17));

  private static Map<Long, Slip> repairs(String text) {
    return Repairs.of(
        text,
        id -> id == PACKED,
        (first15, taker) -> {
          if (PACKED / 100 == first15) {
            taker.accept(PACKED);
          }
        });
  }

  @Test
  void everySingleSubstitutionIsRepaired() {
    for (int at = 0; at < 18; at++) {
      for (char wrong : "0123456789XO".toCharArray()) {
        if (wrong != ID.charAt(at)) {
          String text = ID.substring(0, at) + wrong + ID.substring(at + 1);
          assertThat(repairs(text)).containsEntry(PACKED, Slip.SUBSTITUTION);
        }
      }
    }
  }

  @Test
  void everySwapOfNeighborsIsRepaired() {
    for (int at = 1; at < 18; at++) {
      char[] text = ID.toCharArray();
      if (text[at] != text[at - 1]) {
        char before = text[at - 1];
        text[at - 1] = text[at];
        text[at] = before;
        assertThat(repairs(new String(text))).containsEntry(PACKED, Slip.SWAP);
      }
    }
  }

  @Test
  void everyLostCharacterIsRepaired() {
    for (int at = 0; at < 18; at++) {
      String text = new StringBuilder(ID).deleteCharAt(at).toString();
      assertThat(repairs(text)).containsEntry(PACKED, Slip.LOST);
    }
  }

  @Test
  void everyAddedCharacterIsRepaired() {
    for (int at = 0; at <= 18; at++) {
      String text = new StringBuilder(ID).insert(at, '7').toString();
      assertThat(repairs(text)).containsEntry(PACKED, Slip.ADDED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"990101201203051000", "9.90101201203051E+17", "9.90101201203051E17"})
  void fifteenDigitsThatASpreadsheetKeptAreEnoughIfNobodyElseHasThem(String text) {
    assertThat(repairs(text)).containsEntry(PACKED, Slip.ZEROS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "无证", "9.90101E+17", "1234", "990101200101011234567", "AB0101201203051000"})
  void otherTextIsNotRepaired(String text) {
    assertThat(repairs(text)).isEmpty();
  }

  @Test
  void allCandidatesOfADamagedIdCheckOut() {
    TreeSet<Long> candidates = new TreeSet<>();
    Repairs.of("990101201203057777", id -> candidates.add(id), (first15, taker) -> {});
    assertThat(candidates).isNotEmpty().hasSizeLessThan(25);
    assertThat(candidates)
        .allSatisfy(id -> assertThat(CitizenId.checkCharacter(id)).isBetween('0', 'X'));
  }

  @Test
  void idsAreNearThatDifferByOneDigitOrOneSwap() {
    assertThat(Repairs.near(PACKED, PACKED)).isFalse();
    assertThat(Repairs.near(PACKED, PACKED + 100)).isTrue();
    assertThat(Repairs.near(12340000000000000L, 12430000000000000L)).isTrue();
    assertThat(Repairs.near(12340000000000000L, 13240000000000000L)).isTrue();
    assertThat(Repairs.near(12340000000000000L, 14320000000000000L)).isFalse();
    assertThat(Repairs.near(12340000000000000L, 12550000000000000L)).isFalse();
    assertThat(Repairs.near(12340000000000000L, 15670000000000000L)).isFalse();
  }
}

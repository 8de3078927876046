package cn.bidui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bidui.person.CitizenIdReading.Fault;
import cn.bidui.person.CitizenIdReading.Invalid;
import cn.bidui.person.CitizenIdReading.Missing;
import cn.bidui.person.CitizenIdReading.Origin;
import cn.bidui.person.CitizenIdReading.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdTest {

  /** The worked example of GB 11643-1999: 11010519491231002X. */
  private static final String OF_THE_STANDARD = "11010519491231002X";

  private static final String BOY = withCheck("99010120130905123");
  private static final String GIRL = withCheck("99010220120229004");

  static String withCheck(String seventeen) {
    return seventeen + CitizenId.checkCharacter(Long.parseLong(seventeen));
  }

  private static Fault fault(String text) {
    return ((Invalid) CitizenId.read(text)).fault();
  }

  private static CitizenId id(String text) {
    return ((Valid) CitizenId.read(text)).id();
  }

  @Test
  void theExampleOfTheStandardIsValid() {
    CitizenId id = id(OF_THE_STANDARD);

    assertThat(id.text()).isEqualTo(OF_THE_STANDARD);
    assertThat(id.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(id.sex()).isEqualTo(Sex.FEMALE);
    assertThat(CitizenId.read(OF_THE_STANDARD))
        .isEqualTo(new Valid(new CitizenId(11010519491231002L), Origin.EIGHTEEN));
  }

  @Test
  void birthDateAndSexStandInTheNumber() {
    assertThat(id(BOY).birthDate()).isEqualTo(LocalDate.of(2013, 9, 5));
    assertThat(id(BOY).sex()).isEqualTo(Sex.MALE);
    assertThat(id(GIRL).birthDate()).isEqualTo(LocalDate.of(2012, 2, 29));
    assertThat(id(GIRL).sex()).isEqualTo(Sex.FEMALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BOY", "GIRL", "STANDARD"})
  void everyReplacedCharacterIsDetected(String which) {
    String good = sample(which);
    List<String> accepted = new ArrayList<>();
    for (int at = 0; at < 18; at++) {
      for (char c : "0123456789X".toCharArray()) {
        String typo = good.substring(0, at) + c + good.substring(at + 1);
        if (!typo.equals(good) && CitizenId.read(typo).idOrNull() != null) {
          accepted.add(typo);
        }
      }
    }
    assertThat(accepted).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BOY", "GIRL", "STANDARD"})
  void everySwapOfNeighborsIsDetected(String which) {
    String good = sample(which);
    List<String> accepted = new ArrayList<>();
    for (int at = 0; at < 17; at++) {
      char[] swapped = good.toCharArray();
      swapped[at] = good.charAt(at + 1);
      swapped[at + 1] = good.charAt(at);
      String typo = new String(swapped);
      if (!typo.equals(good) && CitizenId.read(typo).idOrNull() != null) {
        accepted.add(typo);
      }
    }
    assertThat(accepted).isEmpty();
  }

  private static String sample(String which) {
    return switch (which) {
      case "BOY" -> BOY;
      case "GIRL" -> GIRL;
      default -> OF_THE_STANDARD;
    };
  }

  @Test
  void exactlyOneCheckCharacterFitsSeventeenDigits() {
    List<Character> fitting = new ArrayList<>();
    for (char c : "0123456789X".toCharArray()) {
      if (CitizenId.read(BOY.substring(0, 17) + c).idOrNull() != null) {
        fitting.add(c);
      }
    }
    assertThat(fitting).containsExactly(BOY.charAt(17));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 11010519491231002X ",
        "11010519491231002x",
        "'11010519491231002X",
        "=\"11010519491231002X\"",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105\u00A019491231\u200B002X",
        "\uFEFF11010519491231002X",
        "11010519491231002Х",
        "11010519491231002Χ",
        "11010519491231002×",
        "110105\n19491231002X"
      })
  void typedVariantsReadAsTheSameNumber(String typed) {
    assertThat(CitizenId.read(typed).idOrNull()).isEqualTo(new CitizenId(11010519491231002L));
  }

  @Test
  void fifteenDigitsAreUpgradedIntoTheTwentiethCentury() {
    assertThat(CitizenId.read("110105491231002"))
        .isEqualTo(new Valid(new CitizenId(11010519491231002L), Origin.FIFTEEN));
  }

  @Test
  void fifteenCharactersWithoutABirthDateAreInvalid() {
    assertThat(fault("110105491331002")).isEqualTo(Fault.BIRTH_DATE);
    assertThat(fault("11010549123100X")).isEqualTo(Fault.CHARACTERS);
  }

  @ParameterizedTest
  @CsvSource({"11", "44", "72", "11B1", "43B2"})
  void aDisabilityCardStartsWithTheId(String ending) {
    assertThat(CitizenId.read(BOY + ending)).isEqualTo(new Valid(id(BOY), Origin.DISABILITY_CARD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "01", "X1", "91B1"})
  void aCardOfAnUnknownKindOfDisabilityIsNone(String ending) {
    assertThat(fault(BOY + ending)).isEqualTo(Fault.LENGTH);
  }

  @Test
  void aCardWithABadIdIsInvalidAndKeptWhole() {
    String card = "110105194912310021" + "44";

    assertThat(CitizenId.read(card)).isEqualTo(new Invalid(card, Fault.CHECK_CHARACTER));
  }

  @Test
  void daysThatDoNotExistAreInvalid() {
    assertThat(fault(withCheck("99010120130229123"))).isEqualTo(Fault.BIRTH_DATE);
    assertThat(fault(withCheck("99010120130431123"))).isEqualTo(Fault.BIRTH_DATE);
    assertThat(fault(withCheck("99010120131301123"))).isEqualTo(Fault.BIRTH_DATE);
    assertThat(fault(withCheck("99010120130001123"))).isEqualTo(Fault.BIRTH_DATE);
    assertThat(fault(withCheck("99010120130100123"))).isEqualTo(Fault.BIRTH_DATE);
    assertThat(fault(withCheck("99010118991231123"))).isEqualTo(Fault.BIRTH_DATE);
    assertThat(fault(withCheck("99010121000101123"))).isEqualTo(Fault.BIRTH_DATE);
  }

  @Test
  void leapDaysFollowTheCalendar() {
    assertThat(CitizenId.read(withCheck("99010120000229123")).idOrNull()).isNotNull();
    assertThat(fault(withCheck("99010119000229123"))).isEqualTo(Fault.BIRTH_DATE);
  }

  @ParameterizedTest
  @CsvSource({
    "1101051949123100, LENGTH",
    "11010519491231002X1, LENGTH",
    "G11010519491231002X, LENGTH",
    "1101051949123I002X, CHARACTERS",
    "1101051949X231002X, CHARACTERS",
    "11010519491231002A, CHARACTERS",
    "110105194912310021, CHECK_CHARACTER",
    "4.11728E+17, PRECISION_LOST",
    "4.117282012E17, PRECISION_LOST",
    "4.1172820120304E+17, PRECISION_LOST",
    "4.1172820120E+17, PRECISION_LOST",
    "110105194912312000, PRECISION_LOST"
  })
  void invalidTextSaysWhy(String text, Fault fault) {
    assertThat(CitizenId.read(text)).isEqualTo(new Invalid(text, fault));
  }

  @Test
  void aValidNumberMayEndInZeros() {
    String zeros =
        java.util.stream.IntStream.range(100000, 999999)
            .mapToObj(region -> withCheck(region + "20130905" + "200"))
            .filter(text -> text.endsWith("2000"))
            .findFirst()
            .orElseThrow();

    assertThat(CitizenId.read(zeros).idOrNull()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "无", "NULL", "null", "-", "--", "/", "暂无", "未上户口", "\u3000"})
  void wordsForNothingAreMissing(String text) {
    assertThat(CitizenId.read(text)).isEqualTo(new Missing());
    assertThat(CitizenId.read(text).idOrNull()).isNull();
  }

  @Test
  void whatIsPrintedIsMasked() {
    assertThat(id(OF_THE_STANDARD)).hasToString("110105********002X");
    assertThat(CitizenId.read("110105194912310021"))
        .hasToString("Invalid[110105********0021, CHECK_CHARACTER]");
    assertThat(CitizenId.read(OF_THE_STANDARD))
        .hasToString("Valid[id=110105********002X, origin=EIGHTEEN]");
    assertThat(CitizenId.mask("110105491231002")).isEqualTo("110105*****1002");
    assertThat(CitizenId.mask("12345")).isEqualTo("12***");
    assertThat(CitizenId.mask("12")).isEqualTo("12");
  }

  @Test
  void onlyDigitsWithABirthDateArePacked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CitizenId(99010120130229123L))
        .withMessage("not the first 17 digits of a citizen id");
    assertThatIllegalArgumentException().isThrownBy(() -> new CitizenId(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new CitizenId(100_000_000_000_000_000L));
  }

  @Test
  void leadingZerosAreKept() {
    assertThat(new CitizenId(1_0120_130_905_123L).text()).startsWith("000101").hasSize(18);
  }

  @Test
  void numbersAreOrderedByTheirDigits() {
    assertThat(List.of(id(GIRL), id(BOY)).stream().sorted()).containsExactly(id(BOY), id(GIRL));
  }
}

package cn.bidui.link.name;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.PersonName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of pairs in {@code name-pairs.csv}, word for word. */
class NamePairsTest {

  private static final Pattern ESCAPED = Pattern.compile("\\\\u\\{([0-9A-F]+)}");

  /** A line of the table. */
  record Pair(String left, String right, NameAgreement level, String why) {

    static Pair of(String line) {
      String[] parts = line.split(",", 4);
      return new Pair(
          folded(parts[0]), folded(parts[1]), NameAgreement.valueOf(parts[2]), parts[3]);
    }

    private static String folded(String name) {
      String raw =
          ESCAPED
              .matcher(name)
              .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
      return PersonName.of(raw).folded();
    }
  }

  static List<Pair> pairs() throws IOException {
    try (InputStream in = NamePairsTest.class.getResourceAsStream("name-pairs.csv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).filter(line -> !line.startsWith("#")).map(Pair::of).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void namesStandToEachOtherAsTheTableSays(Pair pair) {
    assertThat(NameComparer.compare(pair.left(), pair.right())).isEqualTo(pair.level());
    assertThat(NameComparer.compare(pair.right(), pair.left())).isEqualTo(pair.level());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void namesThatAreHeardAlikeHaveAKeyInCommon(Pair pair) {
    boolean heard =
        pair.level() == NameAgreement.HOMOPHONE
            || pair.level() == NameAgreement.OTHER_TONE
            || pair.level() == NameAgreement.VARIANT;
    if (heard) {
      assertThat(NameSounds.of(pair.left()).all()).containsAnyOf(NameSounds.of(pair.right()).all());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void variantsHaveOnePlainName(Pair pair) {
    boolean onePlainName = PlainName.of(pair.left()).equals(PlainName.of(pair.right()));
    assertThat(onePlainName).isEqualTo(pair.level().compareTo(NameAgreement.VARIANT) <= 0);
  }

  @Test
  void theTableNamesEveryLevelThatTwoNamesCanHave() throws IOException {
    assertThat(pairs()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(pairs())
        .extracting(Pair::level)
        .contains(
            NameAgreement.EQUAL,
            NameAgreement.VARIANT,
            NameAgreement.WILDCARD,
            NameAgreement.HOMOPHONE,
            NameAgreement.OTHER_TONE,
            NameAgreement.LOOK_ALIKE,
            NameAgreement.CUT_AT_DOT,
            NameAgreement.ONE_OF_SEVERAL,
            NameAgreement.SWAPPED_OR_ADDED,
            NameAgreement.DIFFERENT);
  }
}

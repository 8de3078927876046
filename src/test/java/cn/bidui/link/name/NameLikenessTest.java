package cn.bidui.link.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for all characters of the table. */
class NameLikenessTest {

  private static final CharacterTable TABLE = CharacterTable.get();

  /** Of 44,000 characters; a prime, so that every part of the table has its turn. */
  private static final int STEP = 7;

  private static String character(int place) {
    return Character.toString(TABLE.point(place));
  }

  @Test
  void everyCharacterIsItself() {
    NameForms forms = new NameForms(64);
    Likeness likeness = new Likeness(forms);
    for (int place = 0; place < TABLE.size(); place++) {
      int name = forms.add("王" + character(place));
      assertThat(likeness.of(name, name)).isEqualTo(NameAgreement.VARIANT);
    }
  }

  @Test
  void likenessIsMutual() {
    List<String> names = new ArrayList<>();
    for (int place = 0; place < TABLE.size(); place += 97) {
      names.add("李" + character(place) + "明");
    }
    NameComparer comparer = comparer(names);
    NameComparer back = comparer(names);
    for (int a = 1; a <= names.size(); a++) {
      for (int b = 1; b <= names.size(); b++) {
        assertThat(comparer.compare(a, b)).isEqualTo(back.compare(b, a));
      }
    }
  }

  private static NameComparer comparer(List<String> names) {
    return new NameComparer(code -> names.get(code - 1));
  }

  @Test
  void twoNamesOfOneOtherCharacterAreHeardAlikeJustIfTheyHaveAKeyInCommon() {
    int heard = 0;
    for (int place = 0; place < TABLE.size(); place += STEP) {
      String left = "李" + character(place) + "明";
      String right = "李" + character((place * 31 + 11) % TABLE.size()) + "明";
      String near = "李" + character(Math.min(place + 1, TABLE.size() - 1)) + "明";
      heard += keysSayWhatTheLevelSays(left, right) + keysSayWhatTheLevelSays(left, near);
    }
    assertThat(heard).isGreaterThan(100);
  }

  private static int keysSayWhatTheLevelSays(String left, String right) {
    NameAgreement level = NameComparer.compare(left, right);
    boolean heard =
        level == NameAgreement.EQUAL
            || level == NameAgreement.VARIANT
            || level == NameAgreement.HOMOPHONE
            || level == NameAgreement.OTHER_TONE;
    long[] keys = NameSounds.of(right).all();
    boolean key =
        Arrays.stream(NameSounds.of(left).all())
            .anyMatch(one -> Arrays.stream(keys).anyMatch(other -> other == one));
    assertThat(key).as("%s %s %s", left, right, level).isEqualTo(heard);
    return heard ? 1 : 0;
  }

  @Test
  void variantsAreVariantsInEveryCharacter() {
    for (int place = 0; place < TABLE.size(); place++) {
      if (TABLE.plain(place) != place) {
        String plain = "王小" + character(TABLE.plain(place));
        assertThat(NameComparer.compare("王小" + character(place), plain))
            .isEqualTo(NameAgreement.VARIANT);
      }
    }
  }
}

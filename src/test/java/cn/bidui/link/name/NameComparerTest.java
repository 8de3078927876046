package cn.bidui.link.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NameComparerTest {

  private static final List<String> NAMES =
      List.of("王小明", "王晓明", "王小明", "王大明", "劉小明", "刘小明", "阿依努尔·买买提", "阿依努尔", "王?明");

  @Test
  void codesAreComparedAsTheirTextsAre() {
    NameComparer comparer = new NameComparer(code -> NAMES.get(code - 1));
    for (int round = 0; round < 2; round++) {
      for (int a = 1; a <= NAMES.size(); a++) {
        for (int b = 1; b <= NAMES.size(); b++) {
          boolean sameText = a != b && NAMES.get(a - 1).equals(NAMES.get(b - 1));
          if (!sameText) {
            assertThat(comparer.compare(a, b))
                .isEqualTo(NameComparer.compare(NAMES.get(a - 1), NAMES.get(b - 1)));
          }
        }
      }
    }
  }

  @Test
  void noNameIsDifferentFromEveryName() {
    NameComparer comparer = new NameComparer(code -> NAMES.get(code - 1));
    assertThat(comparer.compare(0, 1)).isEqualTo(NameAgreement.DIFFERENT);
    assertThat(comparer.compare(1, 0)).isEqualTo(NameAgreement.DIFFERENT);
    assertThat(comparer.compare(0, 0)).isEqualTo(NameAgreement.DIFFERENT);
  }

  @Test
  void eachNameIsReadOnce() {
    List<Integer> asked = new ArrayList<>();
    NameComparer comparer =
        new NameComparer(
            code -> {
              asked.add(code);
              return NAMES.get(code % NAMES.size());
            });
    for (int code = 2; code < 3000; code++) {
      comparer.compare(1, code);
      comparer.compare(code, 1);
    }
    assertThat(asked).doesNotHaveDuplicates().hasSize(2999);
  }

  @Test
  void aPairThatTookAnothersPlaceDoesNotChangeIt() {
    NameComparer comparer = new NameComparer(code -> "王" + (char) ('一' + code));
    List<NameAgreement> first = levels(comparer);
    assertThat(levels(comparer)).isEqualTo(first);
    assertThat(levels(new NameComparer(code -> "王" + (char) ('一' + code)))).isEqualTo(first);
  }

  private static List<NameAgreement> levels(NameComparer comparer) {
    List<NameAgreement> levels = new ArrayList<>();
    for (int a = 1; a < 600; a++) {
      for (int b = 1; b < 300; b++) {
        levels.add(comparer.compare(a, b));
      }
    }
    return levels;
  }

  @ParameterizedTest
  @EnumSource(NameAgreement.class)
  void onlyEqualAndFormerNamesAreExactAndOnlyDifferentOnesDisagree(NameAgreement level) {
    assertThat(level.exact())
        .isEqualTo(level == NameAgreement.EQUAL || level == NameAgreement.FORMER);
    assertThat(level.agrees()).isEqualTo(level != NameAgreement.DIFFERENT);
    assertThat(level.exact() && level.tellsSiblingsApart()).isFalse();
  }

  @Test
  void parentsTellSiblingsApartByAToneOrACharacter() {
    assertThat(NameComparer.compare("王伟", "王薇").tellsSiblingsApart()).isTrue();
    assertThat(NameComparer.compare("王小明", "王大明").tellsSiblingsApart()).isTrue();
    assertThat(NameComparer.compare("王婷", "王亭").tellsSiblingsApart()).isFalse();
  }
}

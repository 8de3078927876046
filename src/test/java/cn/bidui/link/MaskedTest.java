package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of two values is shown side by side. */
class MaskedTest {

  @ParameterizedTest
  @CsvSource({
    "NAME, 王小明, 王小明, 王**, 王**",
    "NAME, 王小明, 王小朋, 王*明, 王*朋",
    "NAME, 王小明, 李大伟, 王**, 李**",
    "NAME, 王明, 李伟, 王*, 李*",
    "NAME, 王明, 王小明, 王*, 王**",
    "CITIZEN_ID, 990101201203051019, 990101201203051019, 990101********1019, 990101********1019",
    "CITIZEN_ID, 990101201203051019, 990101201203151019, 990101******0*1019, 990101******1*1019",
    "CITIZEN_ID, 990101201203051019, 990101201312251019, 990101********1019, 990101********1019",
    "CITIZEN_ID, 990101201203051019, 99010120120305101, 990101********1019, 990101*******5101",
    "BIRTH_DATE, 2012-03-05, 2012-03-05, 2012-03-**, 2012-03-**",
    "BIRTH_DATE, 2012-03-05, 2012-03-06, 2012-03-*5, 2012-03-*6",
    "BIRTH_DATE, 2012-03, 2012-03-06, 2012-03, 2012-03-**",
    "SCHOOL_NAME, 甲校, 乙校, 甲校, 乙校",
  })
  void onlyTheSlipBetweenTwoValuesIsShown(
      Field field, String left, String right, String shownLeft, String shownRight) {
    assertThat(Masked.of(field, left, right)).isEqualTo(new Masked(shownLeft, shownRight));
  }
}

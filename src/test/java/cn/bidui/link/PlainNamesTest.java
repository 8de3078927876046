package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.frame.Ideographs;
import cn.bidui.link.frame.Spelling;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainNamesTest {

  private static final List<String> NAMES =
      List.of("", "刘丽", "劉麗", "阿依·努尔", "阿依努尔", "张三", "劉英", "刘英", "阿里木江·依明");

  @Test
  void namesThatAreOneButForVariantsHaveTheCodeOfTheFirst() {
    int[] rows = {2, 1, 0, 3, 4, 5, 7, 6, 8};

    assertThat(new PlainNames(rows, NAMES::get).byRow()).containsExactly(2, 2, 0, 3, 3, 5, 6, 6, 8);
  }

  @Test
  void charactersTellTheSameAsTexts() {
    int[] rows = {2, 1, 0, 3, 4, 5, 7, 6, 8};
    Spelling spelling =
        new Spelling() {
          @Override
          public String text(int code) {
            return NAMES.get(code);
          }

          @Override
          public long ideographs(int code) {
            return Ideographs.packed(NAMES.get(code));
          }
        };

    assertThat(new PlainNames(rows, spelling).byRow())
        .containsExactly(new PlainNames(rows, NAMES::get).byRow());
  }

  @Test
  void plainNamesStandForThemselves() {
    int[] rows = {1, 5, 1, 7};

    assertThat(new PlainNames(rows, NAMES::get).byRow()).isSameAs(rows);
  }
}

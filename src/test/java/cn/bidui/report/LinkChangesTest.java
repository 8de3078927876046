package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.Decision;
import cn.bidui.link.LinkResult;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import org.junit.jupiter.api.Test;

/** What another model would decide otherwise. */
class LinkChangesTest {

  private static final NightReport NIGHT = SmallCounty.night();

  /** 白博 is linked, and the second roll row of 安安 is somebody else. */
  private static final class Otherwise extends LinkedPersons {
    @Override
    public Decision decision(ListKind list, int row) {
      return person(list, row) == 1 ? Decision.LINKED : super.decision(list, row);
    }

    @Override
    public int[] rows(ListKind list, int person) {
      return list == ListKind.ROLL && person == 0 ? new int[] {0} : super.rows(list, person);
    }
  }

  private static LinkChanges changes(LinkResult after) {
    return new LinkChanges(new LinkedPersons(), after, NIGHT.tables());
  }

  @Test
  void theSameLinksChangeNothing() {
    LinkChanges changes = changes(new LinkedPersons());
    assertThat(changes.none()).isTrue();
    assertThat(changes.lines(Messages.ZH)).containsExactly("判定没有变化");
  }

  @Test
  void rowsAreCountedByWhatBecomesOfThemAndShownMasked() {
    assertThat(changes(new Otherwise()).lines(Messages.ZH))
        .containsExactly(
            "仍是已比中，但比到了别的行：3 行",
            "待认定 → 已比中：2 行",
            "例：学籍名单，学籍.xlsx 第 4 行，安*：已比中 → 已比中",
            "例：学籍名单，学籍.xlsx 第 5 行，白*：待认定 → 已比中",
            "例：学籍名单，学籍.xlsx 第 6 行，安*：已比中 → 已比中",
            "例：资助名单，资助.csv 第 2 行，安*：已比中 → 已比中",
            "例：资助名单，资助.csv 第 4 行，白*：待认定 → 已比中");
  }

  @Test
  void everyChangeHasItsWordsInBothLanguages() {
    for (Decision before : Decision.values()) {
      for (Decision after : Decision.values()) {
        String key = "link.changes." + before.code() + "-" + after.code();
        assertThat(before == after || (Messages.ZH.has(key) && Messages.EN.has(key))).isTrue();
      }
    }
  }
}

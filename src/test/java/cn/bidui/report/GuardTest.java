package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {

  @Test
  void whatStandsUnseenBeforeAFormulaDoesNotHideIt() {
    assertThat(List.of(" =1", "\u3000=1", "\u200B=1", "\uFEFF@x", "\u202E+1", "\u0000=1", " \t=1"))
        .allMatch(Guard::isFormulaLike)
        .allMatch(text -> Guard.text(text).equals("'" + text));
  }

  @Test
  void blanksBeforeAWordAreNoFormula() {
    assertThat(List.of(" 张三", "\u200B", "  ", "'", "''张", "-625.00"))
        .noneMatch(Guard::isFormulaLike)
        .allMatch(text -> Guard.text(text).equals(text));
  }

  @Test
  void everyTextComesBackAsItWas() {
    assertThat(List.of("=1", "'=1", "''=1", "'张", "-1", "'-1", " =1", "' =1", "", "'"))
        .allMatch(text -> Guard.plain(Guard.text(text)).equals(text));
  }
}

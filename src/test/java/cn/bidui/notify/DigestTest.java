package cn.bidui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

  @Test
  void aQuietNightSaysItsCountsAndNothingElse() {
    Digest digest =
        new Digest(DAY, "", 3, 0, 0, 64, 2, 0, 0, List.of(), List.of(), 0, 0, List.of());
    assertThat(digest.text(""))
        .isEqualTo("【学籍资助核对 2026-05-03】\n收件 3：收妥 3，退回 0\n新问题 0，办结 2，未结 64\n");
  }

  @Test
  void everythingThatWantsSomebodyIsALineOfItsOwn() {
    Digest digest =
        new Digest(
            DAY,
            "云岭县教育局",
            23,
            2,
            18,
            64,
            5,
            4,
            1,
            List.of("学籍名单"),
            List.of("一小", "二小", "三小", "四小", "五小", "六小"),
            2,
            1,
            List.of("省交换库"));
    assertThat(digest.text("http://10.0.0.5/runs/{date}").lines())
        .containsExactly(
            "【学籍资助核对 2026-05-03】云岭县教育局",
            "收件 23：收妥 21，退回 2",
            "新问题 18，办结 5，未结 64",
            "逾期个案 4，反弹 1",
            "缺少名单：学籍名单",
            "没有取到名单的来源：省交换库",
            "未按期报送 6 家：一小、二小、三小、四小、五小 等 6 项",
            "待专人确认 2 项",
            "名单没有取到、太旧或收件文件夹连不上 1 项，要有人去办",
            "http://10.0.0.5/runs/2026-05-03");
  }
}

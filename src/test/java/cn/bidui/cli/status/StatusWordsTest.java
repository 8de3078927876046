package cn.bidui.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Settings;
import cn.bidui.source.Messages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTest {

  @ParameterizedTest
  @CsvSource({
    "-3, 0 秒, 0 s",
    "59, 59 秒, 59 s",
    "60, 1 分 0 秒, 1 min 0 s",
    "3599, 59 分 59 秒, 59 min 59 s",
    "7500, 2 小时 5 分, 2 h 5 min"
  })
  void timesHaveTheUnitsThatPeopleUse(long seconds, String chinese, String english) {
    assertThat(StatusWords.time(Duration.ofSeconds(seconds), Messages.ZH)).isEqualTo(chinese);
    assertThat(StatusWords.time(Duration.ofSeconds(seconds), Messages.EN)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 MB", "1, 1 MB", "999000000, 999 MB", "1990000000, 1.9 GB"})
  void amountsAreRoundedAsDisksAreSold(long bytes, String words) {
    assertThat(StatusWords.bytes(bytes)).isEqualTo(words);
  }

  @Test
  void codesThatHaveNoWordsAreToldAsTheyAre() {
    assertThat(StatusWords.exit(3, Messages.ZH)).isEqualTo("缺名单或有内容被拦下");
    assertThat(StatusWords.exit(9, Messages.ZH)).isEqualTo("退出码 9");
    assertThat(StatusWords.step("judge", Messages.EN)).isEqualTo("judging by the rules");
    assertThat(StatusWords.step("notify", Messages.ZH)).isEqualTo("notify");
  }

  @Test
  void aServersAddressIsToldWithoutItsSecrets() {
    assertThat(
            StatusWords.database(
                new Settings.Database(
                    "jdbc:postgresql://me:geheim@h:5432/a?password=geheim", "u", ""),
                Messages.ZH))
        .isEqualTo("h:5432/a");
  }
}

package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairOrderTest {

  @TempDir private Path inbox;

  @Test
  void aUnitWithTwoThousandFilesKeepsNobodyElseWaiting() throws IOException {
    Files.createDirectory(inbox.resolve("一小"));
    for (int i = 0; i < 2000; i++) {
      Files.writeString(inbox.resolve("一小").resolve("%04d.csv".formatted(i)), "x");
    }
    for (String other : List.of("二小/甲.csv", "三小/甲.csv", "三小/乙.csv", "县.csv")) {
      Files.createDirectories(inbox.resolve(other).getParent());
      Files.writeString(inbox.resolve(other), "x");
    }
    List<Arrival> order =
        FairOrder.of(Inbox.of(inbox, length -> {}).look(Duration.ZERO, Set.of()).arrivals());
    assertThat(order).hasSize(2004).doesNotHaveDuplicates();
    assertThat(order.subList(0, 24))
        .extracting(file -> file.unit() + "/" + file.name())
        .contains("/县.csv", "三小/甲.csv", "三小/乙.csv", "二小/甲.csv", "一小/0019.csv");
    assertThat(order.subList(24, 2004)).allMatch(file -> file.unit().equals("一小"));
    assertThat(order.get(24).name()).isEqualTo("0020.csv");
  }

  @Test
  void onUsualDaysTheOrderIsThatOfANight() throws IOException {
    for (String each : List.of("乙.csv", "二小/甲.csv", "三小/甲.csv", "三小/乙.csv", "甲.csv")) {
      Files.createDirectories(inbox.resolve(each).getParent());
      Files.writeString(inbox.resolve(each), "x");
    }
    List<Arrival> arrivals = Inbox.of(inbox, length -> {}).look(Duration.ZERO, Set.of()).arrivals();
    assertThat(FairOrder.of(arrivals)).isEqualTo(arrivals).hasSize(5);
  }
}

package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  @Test
  void whatComesTooEarlyWaitsForWhatStandsBeforeIt() {
    List<String> taken = new ArrayList<>();
    InOrder<String> order = new InOrder<>(taken::add);

    order.put(2, "c");
    order.put(1, "b");
    assertThat(taken).isEmpty();
    order.put(0, "a");
    assertThat(taken).containsExactly("a", "b", "c");
    order.put(3, "d");
    assertThat(taken).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whatIsMadeWhileSomethingIsTakenIsTakenAfterwards() {
    List<Integer> taken = new ArrayList<>();
    List<InOrder<Integer>> self = new ArrayList<>();
    InOrder<Integer> order =
        new InOrder<>(
            made -> {
              if (made < 3) {
                self.get(0).put(made + 1, made + 1);
              }
              taken.add(made);
            });
    self.add(order);

    order.put(0, 0);

    assertThat(taken).containsExactly(0, 1, 2, 3);
  }

  @Test
  void manyThreadsChangeNoOrder() {
    List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
    InOrder<Integer> order = new InOrder<>(taken::add);
    AtomicInteger next = new AtomicInteger();

    IntStream.range(0, 5_000)
        .parallel()
        .forEach(
            made -> {
              int place = next.getAndIncrement();
              order.put(place, place);
            });

    assertThat(taken).containsExactlyElementsOf(IntStream.range(0, 5_000).boxed().toList());
  }
}

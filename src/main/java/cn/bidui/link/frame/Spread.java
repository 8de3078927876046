package cn.bidui.link.frame;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Work in parts on several threads, each of which takes the next part when it is done with one. A
 * parallel stream deals them out beforehand, on two processors in four lots, and whoever has the
 * lightest waits for the others.
 */
public final class Spread {

  private Spread() {}

  /** Works on parts 0 … {@code parts - 1}, each once; all are done when it returns. */
  public static void over(int parts, IntConsumer part) {
    AtomicInteger next = new AtomicInteger();
    IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
        .parallel()
        .forEach(
            thread -> {
              for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
                part.accept(i);
              }
            });
  }
}

package cn.bidui.link.frame;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Work in parts on several threads, each of which takes the next part when it is done with one. A
 * parallel stream deals them out beforehand, on two processors in four lots, and whoever has the
 * lightest waits for the others.
 */
public final class Spread {

  private Spread() {}

  /**
   * Works on parts 0 … {@code parts - 1}, each once; all are done when it returns. After one has
   * failed no more are begun.
   */
  public static void over(int parts, IntConsumer part) {
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, threads())
        .parallel()
        .forEach(
            thread -> {
              try {
                for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
                  part.accept(i);
                }
              } catch (RuntimeException | Error failure) {
                next.set(parts);
                throw failure;
              }
            });
  }

  /** Those of the pool that runs this; from outside, the caller and those of the common pool. */
  private static int threads() {
    @Nullable ForkJoinPool own = ForkJoinTask.getPool();
    return own == null ? 1 + ForkJoinPool.getCommonPoolParallelism() : own.getParallelism();
  }
}

package cn.bidui.accuracy;

import cn.bidui.fixture.bench.Rates;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** Links invented counties and prints how right the links are. */
final class Accuracy {

  private final Options options;
  private int listedWrong;
  private int listedMissed;

  private Accuracy(Options options) {
    this.options = options;
  }

  /** Exit code 0 if no link was wrong, 1 if one was. */
  public static void main(String[] arguments) {
    Options options = Options.read(arguments);
    System.exit(new Accuracy(options).run() ? 0 : 1);
  }

  private boolean run() {
    Tally all = new Tally();
    for (long seed : options.seeds()) {
      World world = world(seed);
      Tally one = measure(world);
      System.out.printf(
          Locale.ROOT,
          "%s: %,d links, %d wrong, recall %s, questions %s, %.1f s%n",
          world.name(),
          one.links,
          one.wrong(),
          Tables.percent(one.linkedPairs + one.queuedPairs, one.truePairs),
          Tables.percent(one.questions, one.rows),
          one.nanos / 1e9);
      all.add(one);
    }
    System.out.println();
    System.out.print(Tables.of(all));
    System.out.printf(Locale.ROOT, "Peak heap %,d MB.%n", peakHeap() >> 20);
    return all.wrong() == 0;
  }

  private World world(long seed) {
    return new CountyWorld(
        seed, options.pupils(), Rates.valueOf(options.rates().toUpperCase(Locale.ROOT)));
  }

  private Tally measure(World world) {
    LinkedWorld linked = LinkedWorld.of(TrueLists.of(world));
    return Count.of(linked, rows -> wrong(linked, rows), rows -> missed(linked, rows));
  }

  private void wrong(LinkedWorld world, int[] rows) {
    if (listedWrong++ < options.listWrong()) {
      print("WRONG", world, rows);
    }
  }

  private void missed(LinkedWorld world, int[] rows) {
    if (listedMissed++ < options.listMissed()) {
      print("MISSED", world, rows);
    }
  }

  private static void print(String what, LinkedWorld world, int[] rows) {
    System.out.println(what);
    for (int row : rows) {
      System.out.println("  " + Count.line(world, row));
    }
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }
}

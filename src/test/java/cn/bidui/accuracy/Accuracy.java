package cn.bidui.accuracy;

import cn.bidui.fixture.bench.Rates;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.PersonTraining;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.ModelText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Links invented counties and prints how right the links are. */
final class Accuracy {

  private final Options options;
  private int listedWrong;
  private int listedMissed;

  private Accuracy(Options options) {
    this.options = options;
  }

  /** Exit code 0 if no link was wrong and FEBRL perfect where it was measured, else 1. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Accuracy accuracy = new Accuracy(Options.read(arguments));
    boolean counties = accuracy.counties();
    boolean febrl = accuracy.febrl();
    System.exit(counties && febrl ? 0 : 1);
  }

  /** Whether the public data sets, where they are, were linked without a mistake. */
  private boolean febrl() throws IOException, InterruptedException {
    if (options.febrl().isEmpty()) {
      System.out.println("FEBRL 3 and 4 not measured: name their folder with --febrl DIR.");
      return true;
    }
    Path folder = options.febrl().get().toAbsolutePath();
    if (!Febrl.in(folder)) {
      System.out.println("FEBRL 3 and 4 not measured: dataset3, 4a or 4b.csv is not there.");
      return true;
    }
    List<Febrl.Score> scores = Febrl.of(folder, Files.createTempDirectory("febrl"));
    String table = Tables.of(scores);
    System.out.print(table);
    if (options.writeDocs().isPresent()) {
      MethodPage.write("febrl", table);
    }
    return scores.stream().allMatch(Febrl.Score::perfect);
  }

  /** Whether no link of the counties was wrong. */
  private boolean counties() throws IOException {
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
    String heap = String.format(Locale.ROOT, "Peak heap %,d MB.%n", peakHeap() >> 20);
    System.out.print(Tables.of(all) + heap);
    if (options.writeDocs().isPresent()) {
      String made = options.counties() + "; " + options.writeDocs().get() + ".\n\n";
      MethodPage.write(options.rates(), "Made of " + made + Tables.of(all) + heap);
    }
    return all.wrong() == 0;
  }

  private World world(long seed) {
    return options.rates().equals("foreign")
        ? new ForeignWorld(seed, options.pupils())
        : new CountyWorld(
            seed, options.pupils(), Rates.valueOf(options.rates().toUpperCase(Locale.ROOT)));
  }

  private Tally measure(World world) {
    TrueLists lists = TrueLists.of(world);
    LinkedWorld linked =
        LinkedWorld.of(lists, options.trained() ? trained(lists) : LinkLimits.defaults());
    return Count.of(linked, rows -> wrong(linked, rows), rows -> missed(linked, rows));
  }

  /** By weights that the lists themselves taught. */
  private static LinkLimits trained(TrueLists lists) {
    LinkModel model = PersonTraining.train(lists.tables(), LinkLimits.shippedPlan());
    System.out.print(ModelText.of(model));
    return LinkLimits.defaults().weighingBy(model);
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

package cn.bidui.link.weigh;

import cn.bidui.link.block.CandidatePairs;
import cn.bidui.link.compare.Comparisons;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.MadeFrame;
import cn.bidui.link.frame.MadePlan;
import cn.bidui.plan.LinkPlan.ComparisonKind;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.Outcome;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Times comparing and counting patterns of six fields, in blocks of 64 by 64 invented pupils, until
 * so many million pairs are counted: {@code java cn.bidui.link.weigh.Kernel 1000}.
 */
public final class Kernel {

  private static final int PUPILS = 100_000;

  private Kernel() {}

  public static void main(String[] args) {
    long wanted = Long.parseLong(args[0]) * 1_000_000;
    MadePlan plan = plan();
    Frame frame = frame(plan);
    Comparisons comparisons = Comparisons.of(frame, plan.plan());
    CandidatePairs candidates = CandidatePairs.of(frame, plan.plan());
    count(candidates, comparisons);
    long cpu = cpuNanos();
    long began = System.nanoTime();
    long pairs = 0;
    while (pairs < wanted) {
      pairs += count(candidates, comparisons);
    }
    double seconds = (cpuNanos() - cpu) / 1e9;
    System.out.println("pairs " + pairs);
    System.out.println("query " + (System.nanoTime() - began) / 1_000_000);
    System.out.println("query-cpu " + Math.round(seconds * 1000));
    System.out.printf(
        "%d pairs, %.2f s CPU, %.1f million pairs a CPU second%n",
        pairs, seconds, pairs / seconds / 1e6);
  }

  private static long count(CandidatePairs candidates, Comparisons comparisons) {
    return PatternReader.count(candidates, comparisons, null).get(0).total();
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static MadePlan plan() {
    return new MadePlan(Outcome.ONE_TO_ONE)
        .field("id", FieldKind.CITIZEN_ID)
        .field("name", FieldKind.NAME)
        .field("surname", FieldKind.NAME)
        .field("birth", FieldKind.DATE)
        .field("school", FieldKind.TEXT)
        .field("guardian", FieldKind.NAME)
        .field("block", FieldKind.CODE)
        .pass("block")
        .compare("id", ComparisonKind.CITIZEN_ID, List.of())
        .compare("name", ComparisonKind.CHINESE_NAME, List.of())
        .compare("surname", ComparisonKind.EXACT, List.of())
        .compare("birth", ComparisonKind.DATES, List.of())
        .compare("school", ComparisonKind.EXACT, List.of())
        .compare("guardian", ComparisonKind.EXACT, List.of());
  }

  private static Frame frame(MadePlan plan) {
    SplittableRandom random = new SplittableRandom(64);
    return new MadeFrame(plan.fields()).list("a", rows(random)).list("b", rows(random)).frame();
  }

  private static List<String> rows(SplittableRandom random) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < PUPILS; i++) {
      rows.add(row(random) + "|" + i / 64);
    }
    return rows;
  }

  private static String row(SplittableRandom random) {
    int year = 2005 + random.nextInt(14);
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    long id = 990101_00000000_000L + (year * 10_000L + month * 100L + day) * 1000;
    String surname = character(0x4E00, 100, random);
    String name = surname + character(0x5E00, 200, random) + character(0x6E00, 200, random);
    String guardian = random.nextInt(3) == 0 ? "" : "g" + random.nextInt(PUPILS);
    return String.join(
        "|",
        MadeFrame.id(id + random.nextInt(1000)),
        name,
        surname,
        "%d-%02d-%02d".formatted(year, month, day),
        "school " + random.nextInt(100),
        guardian);
  }

  private static String character(int from, int choice, SplittableRandom random) {
    return Character.toString(from + random.nextInt(choice));
  }
}

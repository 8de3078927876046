package cn.bidui.link.block;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.ListPairs;
import cn.bidui.link.frame.Spread;
import cn.bidui.link.frame.Values;
import cn.bidui.link.name.NameSounds;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.LinkPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of rows that are compared. A pair that several passes find belongs to the first of
 * them; no pair comes twice.
 */
public final class CandidatePairs {

  /** Pairs that one thread takes at a time. */
  private static final long PORTION = 1 << 20;

  private final Frame frame;
  private final ListPairs lists;
  private final Pass[] passes;
  private final Blocks[] blocks;
  private final List<Oversized> oversized;

  private CandidatePairs(Frame frame, LinkPlan plan, Pass[] passes) {
    this.frame = frame;
    this.lists = ListPairs.of(frame, plan.outcome());
    this.passes = passes;
    long most = plan.numbers().blockRows().value();
    this.blocks = new Blocks[passes.length];
    Spread.over(passes.length, i -> blocks[i] = Blocks.of(frame, passes[i], lists.within(), most));
    // Nothing comes after the last.
    Spread.over(passes.length - 1, i -> passes[i].number(blocks[i], frame.size()));
    this.oversized = report(plan);
  }

  /** By the passes of a plan. */
  public static CandidatePairs of(Frame frame, LinkPlan plan) {
    return of(frame, plan, CandidatePairs::readings);
  }

  private static List<String> readings(String name) {
    return Arrays.stream(NameSounds.of(name).all()).mapToObj(Long::toHexString).toList();
  }

  /**
   * By the passes of a plan.
   *
   * @param readings how a name may be read aloud; two names with a reading in common share a key
   */
  public static CandidatePairs of(
      Frame frame, LinkPlan plan, Function<String, List<String>> readings) {
    Map<KeyPart, Part> parts = new HashMap<>();
    Map<String, Values> values = new HashMap<>();
    Function<KeyPart, Part> maker =
        part ->
            Part.of(
                part,
                values.computeIfAbsent(
                    part.field(), field -> Values.of(frame.column(plan.field(field)))),
                readings::apply);
    Pass[] passes =
        plan.passes().stream()
            .map(pass -> new Pass(pass.name(), parts(pass, parts, maker)))
            .toArray(Pass[]::new);
    return new CandidatePairs(frame, plan, passes);
  }

  private static List<Part> parts(
      LinkPass pass, Map<KeyPart, Part> parts, Function<KeyPart, Part> maker) {
    return pass.parts().stream().map(part -> parts.computeIfAbsent(part, maker)).toList();
  }

  private List<Oversized> report(LinkPlan plan) {
    List<Oversized> all = new ArrayList<>();
    for (int i = 0; i < passes.length; i++) {
      List<String> fields =
          plan.passes().get(i).parts().stream().map(KeyPart::field).distinct().toList();
      List<Oversized> own = new ArrayList<>();
      for (int large = 0; large < blocks[i].large(); large++) {
        own.add(
            new Oversized(
                passes[i].name(), fields, blocks[i].largeRows(large), blocks[i].largePairs(large)));
      }
      own.sort(Comparator.comparingInt(Oversized::rows).reversed());
      all.addAll(own);
    }
    return List.copyOf(all);
  }

  /** Blocks that were too large, by pass, the largest first. */
  public List<Oversized> oversized() {
    return oversized;
  }

  /** How many pairs passes find, by pair of lists; those that several find count as often. */
  public long[] found() {
    long[] found = new long[lists.size()];
    for (Blocks of : blocks) {
      of.count(lists, found);
    }
    return found;
  }

  /** The lists between which pairs are. */
  public ListPairs lists() {
    return lists;
  }

  /**
   * Tells all pairs, on several threads: each of the readers that were made sees some of them, in
   * no order that may be relied upon.
   */
  public <R extends PairReader> List<R> read(Supplier<R> readers) {
    return read(readers, null);
  }

  /** The same, of some pairs only where a sample is given. */
  public <R extends PairReader> List<R> read(Supplier<R> readers, @Nullable PairSample sample) {
    Queue<R> free = new ConcurrentLinkedQueue<>();
    List<Portion> portions = portions();
    Spread.over(portions.size(), i -> read(portions.get(i), free, readers, sample));
    return List.copyOf(free);
  }

  private <R extends PairReader> void read(
      Portion portion, Queue<R> free, Supplier<R> readers, @Nullable PairSample sample) {
    R idle = free.poll();
    R reader = idle == null ? readers.get() : idle;
    Blocks own = blocks[portion.pass];
    PairTeller teller =
        new PairTeller(frame, lists, own, new BlockPairs(passes, portion.pass, own, sample));
    for (int block = portion.from; block < portion.to; block++) {
      teller.tell(block, reader);
    }
    free.add(reader);
  }

  private List<Portion> portions() {
    List<Portion> all = new ArrayList<>();
    for (int pass = 0; pass < passes.length; pass++) {
      int from = 0;
      long pairs = 0;
      for (int block = 0; block < blocks[pass].size(); block++) {
        pairs += blocks[pass].pairs(block);
        if (pairs >= PORTION || block == blocks[pass].size() - 1) {
          all.add(new Portion(pass, from, block + 1));
          from = block + 1;
          pairs = 0;
        }
      }
    }
    return all;
  }

  /** Some blocks of one pass. */
  private record Portion(int pass, int from, int to) {}
}

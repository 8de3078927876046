package cn.bidui.bench;

import cn.bidui.link.HandleHash;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import java.nio.file.Path;
import java.util.List;

/**
 * The linker of a night, in process: reads the three lists by the intake and the normalizer into
 * tables, then links them over and over. The first time is what a night pays, the later ones show
 * the warm engine. Arguments: times, roll, aid, households.
 */
final class NightLinker {

  /** There are no rulings whose handles could meet. */
  private static final HandleHash HASH = text -> text;

  private final NightTables lists = new NightTables();

  public static void main(String[] arguments) {
    NightLinker night = new NightLinker();
    long began = System.nanoTime();
    for (int file = 1; file < arguments.length; file++) {
      night.lists.read(Path.of(arguments[file]));
    }
    tell("read", began);
    System.out.println("rows " + night.lists.rows());
    System.out.println("tables-mb " + Spent.usedMegabytes());
    for (int time = 1; time <= Integer.parseInt(arguments[0]); time++) {
      night.link(time == 1 ? "link" : "link-again");
    }
  }

  private void link(String name) {
    Spent memory = new Spent();
    long began = System.nanoTime();
    long cpu = Spent.cpuNanos();
    LinkResult links = new Linker(LinkLimits.defaults()).link(lists.tables(), List.of(), HASH);
    tell(name, began);
    System.out.println(name + "-cpu " + (Spent.cpuNanos() - cpu) / 1_000_000);
    if (name.equals("link")) {
      System.out.println("link-mb " + memory.megabytes());
      System.out.println("persons " + links.persons());
      System.out.println("undecided " + links.undecided().size());
      System.out.println("oversized " + links.oversizedBlocks().size());
    }
  }

  private static void tell(String what, long since) {
    System.out.println(what + " " + (System.nanoTime() - since) / 1_000_000);
  }
}

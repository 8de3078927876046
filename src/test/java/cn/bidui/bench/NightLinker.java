package cn.bidui.bench;

import cn.bidui.intake.FileReading;
import cn.bidui.intake.Hint;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ProductReads;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.link.HandleHash;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Linker;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The linker of a night, in process: reads the three lists by the intake and the normalizer into
 * tables, then links them over and over. The first time is what a night pays, the later ones show
 * the warm engine. Arguments: times, roll, aid, households.
 */
final class NightLinker {

  /** There are no rulings whose handles could meet. */
  private static final HandleHash HASH = text -> text;

  private final Strings strings = new Strings();
  private final Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
  private @Nullable Reading latest;

  public static void main(String[] arguments) {
    NightLinker night = new NightLinker();
    long began = System.nanoTime();
    for (int file = 1; file < arguments.length; file++) {
      night.read(Path.of(arguments[file]));
    }
    tell("read", began);
    System.out.println("rows " + night.tables.values().stream().mapToInt(RecordTable::size).sum());
    System.out.println("tables-mb " + Spent.usedMegabytes());
    for (int time = 1; time <= Integer.parseInt(arguments[0]); time++) {
      night.link(time == 1 ? "link" : "link-again");
    }
  }

  private void read(Path file) {
    Intake intake = ProductReads.intake();
    String name = file.getFileName().toString();
    try (RowCursor cursor = intake.open(file, name)) {
      SourceFile source = new SourceFile(name, name, "");
      for (ReadRow row = cursor.next(); row != null; row = cursor.next()) {
        Header header = cursor.header();
        if (row instanceof ReadRow.Data data && header != null) {
          open(header.list(), cursor.term().map(Hint::value).orElse(null)).add(source, data);
        }
      }
      if (cursor.finish() instanceof FileReading.Refused refused) {
        throw new IllegalStateException("refused: " + refused.problems().get(0).code());
      }
    }
    if (latest != null) {
      tables.put(latest.kind, latest.rows.build());
      latest = null;
    }
  }

  /** The list that is being read. */
  private Reading open(ListKind kind, @Nullable Term term) {
    if (latest == null) {
      latest = new Reading(kind, term, strings);
    }
    return latest;
  }

  private void link(String name) {
    Spent memory = new Spent();
    long began = System.nanoTime();
    long cpu = Spent.cpuNanos();
    LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), HASH);
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

  /** One list on its way into a table. */
  private static final class Reading {

    private final ListKind kind;
    private final Normalizer normalizer;
    private final RecordTable.Builder rows;

    Reading(ListKind kind, @Nullable Term term, Strings strings) {
      this.kind = kind;
      normalizer = new Normalizer(kind, term);
      rows = new RecordTable.Builder(kind, strings);
    }

    void add(SourceFile file, ReadRow.Data row) {
      if (normalizer.normalize(row.cells()) instanceof RowOutcome.Accepted accepted) {
        rows.add(new RowRef(file, row.sheet(), row.row()), accepted.values());
      }
    }
  }
}

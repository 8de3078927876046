package cn.bidui.normalize;

import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * Measures the two ways in which record rules can be written, on 200,000 rows of a roll with 18
 * columns: value types that parse, and Jakarta Validation on a bean of the same row. Prints the
 * median of seven rounds in rows per second of processor time of one thread, and their ratio; then
 * how long a table of a million rows takes to build.
 */
public final class ValidationBenchmark {

  private static final int ROWS = 200_000;
  private static final int ROUNDS = 7;
  private static final long SEED = 20251008;

  /** Time on the processor: other work on the machine does not count. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ValidationBenchmark() {}

  /** Runs it; needs no arguments. */
  public static void main(String[] arguments) {
    compare("ordinary rows", RollRows.ordinary(ROWS, SEED));
    compare("rows with 2 % of cells at fault", RollRows.made(ROWS, SEED, 0.02));
    table();
  }

  private static void compare(String title, List<SheetRow> rows) {
    Normalizer normalizer = new Normalizer(ListKind.ROLL, null);
    double parsed =
        rate(rows, row -> normalizer.normalize(row) instanceof RowOutcome.Rejected ? 1 : 0);
    double validated = rate(rows, row -> RollRow.of(row).faults().isEmpty() ? 0 : 1);
    print("%s: %d", title, rows.size());
    print("  parsing value types   %,12.0f rows/s (values included)", parsed);
    print("  Jakarta Validation    %,12.0f rows/s (rules only)", validated);
    print("  ratio                 %12.1f", parsed / validated);
  }

  private static double rate(List<SheetRow> rows, ToIntFunction<SheetRow> rejected) {
    List<Double> rates = new ArrayList<>();
    int rejects = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      for (SheetRow row : rows) {
        rejects += rejected.applyAsInt(row);
      }
      rates.add(rows.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - start));
    }
    Collections.sort(rates);
    print("  (%d rows rejected in each round)", rejects / ROUNDS);
    return rates.get(ROUNDS / 2);
  }

  private static void table() {
    List<List<String>> values = new ArrayList<>();
    Normalizer normalizer = new Normalizer(ListKind.ROLL, null);
    for (SheetRow row : RollRows.ordinary(ROWS, SEED)) {
      values.add(((RowOutcome.Accepted) normalizer.normalize(row)).values());
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 5 * ROWS; i++) {
      order.add(i);
    }
    build("in order", values, order);
    build("in order", values, order);
    Collections.shuffle(order, new Random(SEED));
    build("shuffled", values, order);
  }

  private static void build(String title, List<List<String>> values, List<Integer> order) {
    SourceFile file = new SourceFile("0", "样.xlsx", "");
    RecordTable.Builder builder = new RecordTable.Builder(ListKind.ROLL, new Strings());
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i : order) {
      builder.add(new RowRef(file, "1", i), values.get(i % ROWS));
    }
    long added = THREADS.getCurrentThreadCpuTime();
    RecordTable table = builder.build();
    long built = THREADS.getCurrentThreadCpuTime();
    print(
        "table of %,d rows %s: add %d ms, build %d ms (%s)",
        table.size(),
        title,
        (added - start) / 1_000_000,
        (built - added) / 1_000_000,
        table.code(Field.NAME, 0) > 0 ? "ok" : "empty");
  }

  private static void print(String format, Object... words) {
    System.out.println(String.format(Locale.ROOT, format, words));
  }
}

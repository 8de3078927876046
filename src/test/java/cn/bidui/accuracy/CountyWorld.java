package cn.bidui.accuracy;

import cn.bidui.fixture.bench.BenchList;
import cn.bidui.fixture.bench.CountyRows;
import cn.bidui.fixture.bench.Rates;
import cn.bidui.fixture.county.CountyPlan;
import cn.bidui.fixture.county.Family;
import cn.bidui.fixture.list.Line;
import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.HeaderText;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The county of the benchmarks, read through the column profiles of the nightly job. */
record CountyWorld(long seed, int pupils, Rates rates) implements World {

  @Override
  public String name() {
    return rates.name().toLowerCase(Locale.ROOT) + ", " + pupils + " pupils, seed " + seed;
  }

  @Override
  public void forEach(Consumer<WorldRow> taker) {
    CountyRows.forEach(CountyPlan.ofSize(seed, pupils), rates, new Reading(taker));
  }

  /** What is wrong about a grant says nothing of who gets it. */
  private static final List<String> OF_MONEY = List.of("underpaid", "old-standard");

  private static final class Reading implements CountyRows.Taker {

    private final Map<BenchList, Map<Field, String>> headers = new EnumMap<>(BenchList.class);
    private final Consumer<WorldRow> taker;

    Reading(Consumer<WorldRow> taker) {
      this.taker = taker;
      ColumnProfiles profiles = profiles();
      headers.put(BenchList.ROLL, headers(BenchList.ROLL, profiles, "roll-compulsory"));
      headers.put(BenchList.AID, headers(BenchList.AID, profiles, "aid"));
      headers.put(BenchList.HOUSEHOLDS, headers(BenchList.HOUSEHOLDS, profiles, "households"));
    }

    @Override
    public void row(BenchList list, Family family, Line line, List<String> wrong) {
      Map<Field, String> cells = new EnumMap<>(Field.class);
      headers
          .getOrDefault(list, Map.of())
          .forEach((field, header) -> cells.put(field, line.text(header)));
      List<String> ofIdentity = wrong.stream().filter(code -> !OF_MONEY.contains(code)).toList();
      int head = family.head().person().number();
      taker.accept(
          new WorldRow(list.kind(), line.subject().person().number(), head, cells, ofIdentity));
    }

    private static Map<Field, String> headers(
        BenchList list, ColumnProfiles profiles, String profile) {
      ColumnProfile columns = profiles.named(profile).orElseThrow();
      Map<Field, String> found = new EnumMap<>(Field.class);
      for (String header : list.headers()) {
        columns
            .strong(HeaderText.fold(header))
            .ifPresent(field -> found.putIfAbsent(field, header));
      }
      for (String header : list.headers()) {
        columns.weak(HeaderText.fold(header)).ifPresent(field -> found.putIfAbsent(field, header));
      }
      return found;
    }

    private static ColumnProfiles profiles() {
      Map<String, String> texts = new TreeMap<>();
      try (Stream<Path> files = Files.list(Path.of("jobs/columns"))) {
        for (Path file : files.toList()) {
          texts.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      return ColumnProfiles.read(texts, new Mistakes());
    }
  }
}

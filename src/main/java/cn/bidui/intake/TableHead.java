package cn.bidui.intake;

import cn.bidui.plan.HeaderText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The header of a file whose columns are asked for by name.
 *
 * @param delimiter what separates its cells; meaningless in workbooks
 * @param row its number
 * @param found how many wanted columns it has
 */
record TableHead(char delimiter, int row, int found, List<String> names) {

  private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
  private static final int MOST_ROWS = 30;

  TableHead {
    names = List.copyOf(names);
  }

  /** The header of delimited text: with the delimiter that brings out most wanted columns. */
  static Optional<TableHead> inText(String sample, List<List<String>> wanted, IntakeLimits limits) {
    TableHead best = null;
    for (char delimiter : DELIMITERS) {
      boolean splits = delimiter == DELIMITERS[0] || sample.indexOf(delimiter) >= 0;
      Optional<TableHead> head =
          splits ? split(sample, delimiter, wanted, limits) : Optional.empty();
      if (head.isPresent() && (best == null || head.get().better(best))) {
        best = head.get();
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean better(TableHead other) {
    return found != other.found ? found > other.found : names.size() > other.names.size();
  }

  private static Optional<TableHead> split(
      String sample, char delimiter, List<List<String>> wanted, IntakeLimits limits) {
    try (RawSheet rows = new CsvBook.CsvSheet(new StringReader(sample), delimiter, limits)) {
      return inRows(rows, delimiter, wanted);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  /** The first row that has most wanted columns, else the first with anything in it. */
  static Optional<TableHead> inRows(RawSheet rows, char delimiter, List<List<String>> wanted) {
    List<List<String>> folded = wanted.stream().map(HeaderNames::folded).toList();
    Set<String> spellings = new HashSet<>();
    wanted.forEach(spellings::addAll);
    folded.forEach(spellings::addAll);
    TableHead best = null;
    for (RawRow row : first(rows)) {
      List<String> names = row.cells().stream().map(cell -> cell.text().strip()).toList();
      // Nearly all of these are rows, in which nothing is called like a column.
      if (best != null && names.stream().noneMatch(name -> called(name, spellings))) {
        continue;
      }
      HeaderNames header = new HeaderNames(names);
      int found =
          (int)
              IntStream.range(0, wanted.size())
                  .filter(i -> header.column(wanted.get(i), folded.get(i)) >= 0)
                  .count();
      if (best == null || found > best.found) {
        best = new TableHead(delimiter, row.number(), found, names);
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean called(String name, Set<String> spellings) {
    return spellings.contains(name) || spellings.contains(HeaderText.fold(name));
  }

  /** The sample may end within a record, and quotes may not fit a wrong delimiter. */
  private static List<RawRow> first(RawSheet sheet) {
    List<RawRow> rows = new ArrayList<>();
    try {
      @Nullable RawRow row = sheet.next();
      while (row != null && rows.size() < MOST_ROWS) {
        if (!row.blank()) {
          rows.add(row);
        }
        row = sheet.next();
      }
    } catch (Refusal endOfSample) {
      return rows;
    }
    return rows;
  }

  /** As {@link Table#meant}. */
  static Optional<String> meant(List<String> names, List<String> spellings) {
    return spellings.stream()
        .map(TableHead::letters)
        .flatMap(spelling -> names.stream().filter(name -> Likeness.meant(spelling, letters(name))))
        .findFirst();
  }

  /** {@code Given_Name} and {@code given-name} may well be meant to be one. */
  private static String letters(String name) {
    return HeaderText.fold(name).replaceAll("[_.-]", "");
  }
}

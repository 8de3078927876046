package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.HeaderMemory;
import java.util.List;
import java.util.Optional;

/**
 * Finds the header among the first rows of a sheet: the first row in which enough is known, or the
 * one that a person has decided about.
 */
final class HeaderFinder {

  private static final int LEAST_FIELDS = 2;

  private final ColumnProfiles profiles;
  private final IntakeLimits limits;
  private final HeaderMemory memory;

  HeaderFinder(ColumnProfiles profiles, IntakeLimits limits) {
    this(profiles, limits, HeaderMemory.NONE);
  }

  HeaderFinder(ColumnProfiles profiles, IntakeLimits limits, HeaderMemory memory) {
    this.profiles = profiles;
    this.limits = limits;
    this.memory = memory;
  }

  ColumnProfiles profiles() {
    return profiles;
  }

  IntakeLimits limits() {
    return limits;
  }

  HeaderMemory memory() {
    return memory;
  }

  Optional<HeaderLine> find(List<RawRow> rows) {
    return find(rows, MergedCells.NONE);
  }

  Optional<HeaderLine> find(List<RawRow> rows, MergedCells merged) {
    Optional<HeaderLine> remembered = remembered(rows, merged);
    if (remembered.isPresent()) {
      return remembered;
    }
    for (int i = 0; i < rows.size(); i++) {
      HeaderLine line = line(rows, i, merged);
      if (isHeader(line)) {
        return Optional.of(nextIfBetter(withRowsBelow(line, rows, merged), rows, merged));
      }
    }
    return Optional.empty();
  }

  private Optional<HeaderLine> remembered(List<RawRow> rows, MergedCells merged) {
    for (int last = 0; !memory.empty() && last < rows.size(); last++) {
      for (int first = last; first >= 0 && last - first < HeaderLine.MOST_ROWS; first--) {
        HeaderLine line = HeaderLine.of(rows, first, last, merged);
        if (memory.of(line.fingerprint()).isPresent()) {
          return Optional.of(line);
        }
      }
    }
    return Optional.empty();
  }

  /** The row at {@code index}, with the rows above it that name groups or more columns. */
  private HeaderLine line(List<RawRow> rows, int index, MergedCells merged) {
    HeaderLine line = HeaderLine.single(rows, index);
    if (index == 0 || line.cells().isEmpty()) {
      return line;
    }
    HeaderLine pair = HeaderLine.of(rows, index - 1, index, merged);
    if (!HeaderLine.groupsAbove(rows, index) && fields(pair) <= fields(line)) {
      return line;
    }
    return HeaderLine.groupsAbove(rows, index - 1)
        ? HeaderLine.of(rows, index - 2, index, merged)
        : pair;
  }

  /** Where cells are merged downwards, the upper row is the first that looks like a header. */
  private HeaderLine withRowsBelow(HeaderLine line, List<RawRow> rows, MergedCells merged) {
    HeaderLine best = line;
    while (best.last() + 1 < rows.size() && best.last() - best.first() + 1 < HeaderLine.MOST_ROWS) {
      HeaderLine longer = HeaderLine.of(rows, best.first(), best.last() + 1, merged);
      if (explained(longer) <= explained(best)) {
        return best;
      }
      best = longer;
    }
    return best;
  }

  /**
   * Forms have a row such as {@code 学校｜一小｜年级｜三年级} right above the header: of two rows that could be
   * it, with nothing between them, the one that knows more.
   */
  private HeaderLine nextIfBetter(HeaderLine line, List<RawRow> rows, MergedCells merged) {
    int next = line.last() + 1;
    while (next < rows.size() && rows.get(next).blank()) {
      next++;
    }
    if (next >= rows.size()) {
      return line;
    }
    HeaderLine below = HeaderLine.single(rows, next);
    return isHeader(below) && fields(below) > fields(line)
        ? withRowsBelow(below, rows, merged)
        : line;
  }

  /** The most columns that any profile explains: a row of data explains none. */
  private int explained(HeaderLine line) {
    int most = 0;
    for (ColumnProfile profile : profiles.all()) {
      most = Math.max(most, new ProfileMatch(profile, line).explained().size());
    }
    return most;
  }

  private boolean isHeader(HeaderLine line) {
    int known = fields(line);
    return known >= limits.headerFields().value()
        || (known >= LEAST_FIELDS
            && known * 100L >= line.cells().size() * limits.headerPercent().value());
  }

  /** The most fields that any profile knows in any of {@code rows}. */
  int mostFields(List<RawRow> rows) {
    if (remembered(rows, MergedCells.NONE).isPresent()) {
      return Integer.MAX_VALUE;
    }
    int most = 0;
    for (int i = 0; i < rows.size(); i++) {
      most = Math.max(most, fields(line(rows, i, MergedCells.NONE)));
    }
    return most;
  }

  private int fields(HeaderLine line) {
    int most = 0;
    for (ColumnProfile profile : profiles.all()) {
      most = Math.max(most, new ProfileMatch(profile, line).fieldCount());
    }
    return most;
  }
}

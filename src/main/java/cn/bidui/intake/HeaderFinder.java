package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ColumnProfiles;
import java.util.List;
import java.util.Optional;

/** Finds the header among the first rows of a sheet: the first row in which enough is known. */
final class HeaderFinder {

  private static final int LEAST_FIELDS = 2;

  private final ColumnProfiles profiles;
  private final IntakeLimits limits;

  HeaderFinder(ColumnProfiles profiles, IntakeLimits limits) {
    this.profiles = profiles;
    this.limits = limits;
  }

  Optional<HeaderLine> find(List<RawRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      HeaderLine line = line(rows, i);
      if (isHeader(line)) {
        return Optional.of(withRowBelow(line, rows));
      }
    }
    return Optional.empty();
  }

  private static HeaderLine line(List<RawRow> rows, int index) {
    return HeaderLine.groupsAbove(rows, index)
        ? HeaderLine.pair(rows, index)
        : HeaderLine.single(rows, index);
  }

  /** Where cells are merged downwards, the upper row is the first that looks like a header. */
  private HeaderLine withRowBelow(HeaderLine line, List<RawRow> rows) {
    if (line.last() + 1 >= rows.size()) {
      return line;
    }
    HeaderLine pair = HeaderLine.pair(rows, line.last() + 1);
    return explained(pair) > explained(line) ? pair : line;
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
    int most = 0;
    for (int i = 0; i < rows.size(); i++) {
      most = Math.max(most, fields(line(rows, i)));
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

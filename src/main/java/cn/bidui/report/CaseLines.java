package cn.bidui.report;

import cn.bidui.ledger.cases.CaseBook;
import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseGap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code data/cases.csv}: the cases that are pending, and those that were filed since the last
 * publication. No person stands there, neither child nor staff.
 */
final class CaseLines {

  static final String NAME = "cases.csv";

  private static final String HEADER =
      "case_id,stage,rules,findings,open,school,township,stage_of_school,registered,opened,"
          + "assigned,answered,verified,filed,due,overdue,rebounds,reviews,person_known,gaps";

  private CaseLines() {}

  static void write(CaseBook book, Path path) throws IOException {
    try (Csv csv = Csv.create(path, HEADER)) {
      for (CaseFile file : book.cases().values()) {
        if (file.pending() || book.filedSince(file)) {
          csv.row(values(file).toArray());
        }
      }
    }
  }

  private static List<String> values(CaseFile file) {
    CaseFile.Dates dates = file.dates();
    return List.of(
        file.caseId(),
        file.stage().code(),
        String.join(";", file.rules()),
        String.join(";", file.findings()),
        String.join(";", file.open()),
        file.where().school(),
        file.where().township(),
        file.where().stage(),
        dates.registered().toString(),
        dates.opened().toString(),
        day(dates.assigned()),
        day(dates.answered()),
        day(dates.verified()),
        day(dates.filed()),
        day(file.due()),
        Boolean.toString(file.overdue()),
        Integer.toString(file.rebounds()),
        Integer.toString(file.reviews()),
        Boolean.toString(!file.people().responsible().isEmpty()),
        file.gaps().stream().map(CaseGap::code).collect(Collectors.joining(";")));
  }

  private static String day(@Nullable LocalDate day) {
    return Objects.toString(day, "");
  }
}

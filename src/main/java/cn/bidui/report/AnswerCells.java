package cn.bidui.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/** What a list takes where it is filled in: words of a list, days, and elsewhere nothing. */
final class AnswerCells {

  private static final String FIRST_DAY = "DATE(2000,1,1)";
  private static final String LAST_DAY = "DATE(2099,12,31)";

  private final boolean guarding;

  /** By column and list, the rows that are offered it. */
  private final Map<Integer, Map<String, List<CellRangeAddress>>> offers = new LinkedHashMap<>();

  /**
   * @param guarding whether nothing is to be typed into the other columns
   */
  AnswerCells(boolean guarding) {
    this.guarding = guarding;
  }

  /** The next row of the list, which stands at {@code at}. */
  <T> void row(List<Column<T>> columns, T row, int at) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).use() == Column.Use.CHOOSE) {
        extend(column, columns.get(column).choices().apply(row), at);
      }
    }
  }

  private void extend(int column, String list, int at) {
    List<CellRangeAddress> ranges =
        offers
            .computeIfAbsent(column, each -> new LinkedHashMap<>())
            .computeIfAbsent(list, each -> new ArrayList<>());
    CellRangeAddress last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
    if (last != null && last.getLastRow() == at - 1) {
      last.setLastRow(at);
    } else {
      ranges.add(new CellRangeAddress(at, at, column, column));
    }
  }

  /** Sets on {@code sheet} what rows 1 to {@code last} take. */
  <T> void validate(Sheet sheet, List<Column<T>> columns, int last) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    offers.forEach((column, lists) -> lists.forEach((list, rows) -> offer(sheet, list, rows)));
    CellRangeAddressList days = of(columns, Column.Use.DAY, last);
    if (days.countRanges() > 0) {
      validate(
          sheet,
          helper.createDateConstraint(OperatorType.BETWEEN, FIRST_DAY, LAST_DAY, null),
          days,
          "report.answer.day");
    }
    CellRangeAddressList questions = of(columns, Column.Use.READ, last);
    if (guarding && questions.countRanges() > 0) {
      validate(sheet, helper.createCustomConstraint("FALSE"), questions, "report.answer.question");
    }
  }

  private static <T> CellRangeAddressList of(List<Column<T>> columns, Column.Use use, int last) {
    CellRangeAddressList cells = new CellRangeAddressList();
    for (int column = 0; column < columns.size() && last > 0; column++) {
      if (columns.get(column).use() == use) {
        cells.addCellRangeAddress(1, column, last, column);
      }
    }
    return cells;
  }

  private static void offer(Sheet sheet, String list, List<CellRangeAddress> rows) {
    CellRangeAddressList cells = new CellRangeAddressList();
    rows.forEach(cells::addCellRangeAddress);
    DataValidationHelper helper = sheet.getDataValidationHelper();
    validate(sheet, helper.createFormulaListConstraint(list), cells, "report.answer.text");
  }

  private static void validate(
      Sheet sheet, DataValidationConstraint takes, CellRangeAddressList cells, String otherwise) {
    DataValidation validation = sheet.getDataValidationHelper().createValidation(takes, cells);
    // In this file format the flag means the opposite: true shows the arrow.
    validation.setSuppressDropDownArrow(true);
    validation.setShowErrorBox(true);
    validation.createErrorBox(Words.ZH.text("report.answer.title"), Words.ZH.text(otherwise));
    sheet.addValidationData(validation);
  }
}

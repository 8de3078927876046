package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells our own workbooks from lists, whatever they are called now and whoever saved them: by the
 * sheet {@code _meta}, else by the columns and tabs that only they have.
 *
 * @param slip what it says of itself
 * @param sheet index of the sheet with the rows to be read back
 */
record OwnWorkbook(ReturnSlip slip, int sheet) {

  /** Header of the column that names a row of the list (行标识). */
  static final String KEY = "行标识";

  /** Header of the column with the seal over it (校验). */
  static final String CHECK = "校验";

  private static final String SCHEMA = "1";

  /** More names than any version has. */
  private static final int SLIP_ROWS = 100;

  /** Tabs that stand together in our workbooks only: answers, lists of findings, control totals. */
  private static final List<Tabs> TABS =
      List.of(
          new Tabs(Set.of("结论", "说明"), Set.of("需要修改", "原表标注", "与上次比较")),
          new Tabs(
              Set.of("汇总", "选项"),
              Set.of("同类问题", "三零三百", "一单式", "资助", "控辍保学", "身份待认定", "身份与证件", "学籍", "数据完整")),
          new Tabs(Set.of("三零三百", "指标", "学龄人口"), Set.of()),
          new Tabs(Set.of("收件", "散列总数", "名单流转"), Set.of("问题滚存", "缺少与待核")));

  /** The tabs that one kind of our workbooks always has, and those that it may have besides. */
  private record Tabs(Set<String> always, Set<String> sometimes) {
    boolean are(Set<String> names) {
      return names.containsAll(always)
          && names.stream().allMatch(name -> always.contains(name) || sometimes.contains(name));
    }
  }

  /**
   * The rows of a workbook of findings; empty if {@code book} is none. One that has lost what it
   * says of itself is known by its columns: each of its rows has a seal of its own.
   *
   * @throws Refusal if it says that it is one and nothing of it can be read back
   */
  static Optional<AnswerRows> answers(Book book, IntakeLimits limits) throws Refusal {
    Optional<ReturnSlip> slip = slip(book);
    if (slip.isEmpty()) {
      List<AnswerRows.Sheet> sheets = answered(book, limits);
      return sheets.isEmpty()
          ? Optional.empty()
          : Optional.of(new AnswerRows(book, Optional.empty(), sheets));
    }
    if (!slip.get().value(ReturnSlip.KIND).equals(ReturnSlip.FINDINGS)) {
      return Optional.empty();
    }
    List<AnswerRows.Sheet> sheets = new ArrayList<>();
    boolean asked = false;
    for (int i = 0; i < book.sheets().size(); i++) {
      asked |= header(book, i, limits, AnswerColumn.OUTCOME::stands).isPresent();
      answered(book, i, limits).ifPresent(sheets::add);
    }
    if (sheets.isEmpty() || !slip.get().value(ReturnSlip.SCHEMA).equals(SCHEMA)) {
      throw asked
          ? Refusal.of(ProblemCode.ANSWERS_INCOMPLETE, KEY)
          : Refusal.of(ProblemCode.OWN_WORKBOOK, "");
    }
    return Optional.of(new AnswerRows(book, slip, sheets));
  }

  /** Of a workbook that says nothing of itself; whatever is at fault in it is told later. */
  private static List<AnswerRows.Sheet> answered(Book book, IntakeLimits limits) {
    List<AnswerRows.Sheet> sheets = new ArrayList<>();
    try {
      for (int i = 0; i < book.sheets().size(); i++) {
        if (!book.sheets().get(i).hidden()) {
          answered(book, i, limits).ifPresent(sheets::add);
        }
      }
    } catch (Refusal atFault) {
      return List.of();
    }
    return sheets;
  }

  private static Optional<AnswerRows.Sheet> answered(Book book, int index, IntakeLimits limits)
      throws Refusal {
    String name = book.sheets().get(index).name();
    return header(book, index, limits, row -> AnswerRows.Sheet.of(index, name, row).isPresent())
        .flatMap(header -> AnswerRows.Sheet.of(index, name, header));
  }

  /** What {@code book} is; empty if it is none of ours. */
  static Optional<OwnWorkbook> of(Book book, IntakeLimits limits) throws Refusal {
    Optional<ReturnSlip> slip = slip(book);
    List<Integer> sheets = keyed(book, slip.isPresent(), limits);
    if (slip.isEmpty()) {
      if (!sheets.isEmpty()) {
        throw Refusal.of(ProblemCode.RETURN_INCOMPLETE, ReturnSlip.SHEET);
      }
      if (reports(book)) {
        throw Refusal.of(ProblemCode.OWN_WORKBOOK, "");
      }
      return Optional.empty();
    }
    return Optional.of(new OwnWorkbook(slip.get(), sheet(slip.get(), sheets)));
  }

  private static int sheet(ReturnSlip slip, List<Integer> sheets) throws Refusal {
    if (!slip.value(ReturnSlip.KIND).equals(ReturnSlip.CORRECTIONS)) {
      throw Refusal.of(ProblemCode.OWN_WORKBOOK, "");
    }
    if (!slip.value(ReturnSlip.SCHEMA).equals(SCHEMA)) {
      throw Refusal.of(ProblemCode.RETURN_CHANGED, "");
    }
    // Two of them would be two answers to one question.
    if (sheets.size() != 1) {
      throw Refusal.of(ProblemCode.RETURN_INCOMPLETE, KEY);
    }
    return sheets.get(0);
  }

  private static boolean reports(Book book) {
    Set<String> names = new HashSet<>();
    book.sheets().forEach(sheet -> names.add(sheet.name()));
    return TABS.stream().anyMatch(tabs -> tabs.are(names));
  }

  private static Optional<ReturnSlip> slip(Book book) throws Refusal {
    for (int i = 0; i < book.sheets().size(); i++) {
      if (book.sheets().get(i).name().equals(ReturnSlip.SHEET)) {
        SortedMap<String, String> said = said(book, i);
        // Others name hidden sheets so too.
        if (said.containsKey(ReturnSlip.KIND) && said.containsKey(ReturnSlip.SCHEMA)) {
          String check = said.getOrDefault(ReturnSlip.CHECK, "");
          said.remove(ReturnSlip.CHECK);
          return Optional.of(new ReturnSlip(said, check));
        }
      }
    }
    return Optional.empty();
  }

  private static SortedMap<String, String> said(Book book, int index) throws Refusal {
    SortedMap<String, String> said = new TreeMap<>();
    try (RawSheet sheet = book.open(index)) {
      @Nullable RawRow row = sheet.next();
      for (int i = 0; row != null && i < SLIP_ROWS; i++) {
        if (!row.text(0).isEmpty()) {
          said.put(row.text(0), text(row.cell(1)));
        }
        row = sheet.next();
      }
    }
    return said;
  }

  /** A number that was text when it went out comes back with a decimal point. */
  private static String text(Cell cell) {
    String text = cell.text().strip();
    boolean whole = cell.kind() == Cell.Kind.NUMBER && text.endsWith(".0");
    return whole ? text.substring(0, text.length() - 2) : text;
  }

  /**
   * The sheets with our two columns. Every sheet of an answer is looked at, because tabs get other
   * names; of other workbooks only one that has the name that we give, and text files, which have
   * lost everything else.
   */
  private static List<Integer> keyed(Book book, boolean answer, IntakeLimits limits)
      throws Refusal {
    List<Integer> keyed = new ArrayList<>();
    for (int i = 0; i < book.sheets().size(); i++) {
      String name = book.sheets().get(i).name();
      boolean wanted = answer ? !name.equals(ReturnSlip.SHEET) : named(name);
      if (wanted && header(book, i, limits).isPresent()) {
        keyed.add(i);
      }
    }
    return keyed;
  }

  private static boolean named(String sheet) {
    return sheet.isEmpty() || sheet.startsWith("需要修改");
  }

  /** The row with our two columns, if the sheet at {@code index} has one. */
  static Optional<RawRow> header(Book book, int index, IntakeLimits limits) throws Refusal {
    return header(book, index, limits, row -> column(row, KEY) >= 0 && column(row, CHECK) >= 0);
  }

  private static Optional<RawRow> header(
      Book book, int index, IntakeLimits limits, Predicate<RawRow> wanted) throws Refusal {
    try (RawSheet sheet = book.open(index)) {
      @Nullable RawRow row = sheet.next();
      for (long i = 0; row != null && i < limits.headerRows().value(); i++) {
        if (wanted.test(row)) {
          return Optional.of(row);
        }
        row = sheet.next();
      }
    }
    return Optional.empty();
  }

  /** The first column with that header, -1 if there is none. */
  static int column(RawRow header, String title) {
    for (int column = 0; column < header.cells().size(); column++) {
      if (header.text(column).equals(title)) {
        return column;
      }
    }
    return -1;
  }
}

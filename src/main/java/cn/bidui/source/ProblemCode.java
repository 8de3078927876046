package cn.bidui.source;

/**
 * Every way in which input can be at fault, by a stable code. Title, expectation and remedy of each
 * stand in the message catalog under {@code problem.<code>.title|expected|action}.
 */
public enum ProblemCode {
  // --- the file as a whole -------------------------------------------------------------------
  FILE_EMPTY("FILE-EMPTY", true),
  FILE_DAMAGED("FILE-DAMAGED", true),
  FILE_INCOMPLETE("FILE-INCOMPLETE", true),
  FILE_PASSWORD("FILE-PASSWORD", true),
  FILE_FORMAT("FILE-FORMAT", true),
  FILE_ARCHIVE("FILE-ARCHIVE", true),
  FILE_NOT_A_TABLE("FILE-NOT-A-TABLE", true),
  FILE_UNSAFE("FILE-UNSAFE", true),
  FILE_TOO_LARGE("FILE-TOO-LARGE", true),
  FILE_TOO_SLOW("FILE-TOO-SLOW", true),
  FILE_ENCODING("FILE-ENCODING", true),
  FILE_UNCLOSED_QUOTE("FILE-UNCLOSED-QUOTE", true),
  FILE_UNREADABLE("FILE-UNREADABLE", true),
  // --- header and list -----------------------------------------------------------------------
  HEADER_NOT_FOUND("HEADER-NOT-FOUND", true),
  HEADER_COLUMN_MISSING("HEADER-COLUMN-MISSING", true),
  HEADER_COLUMN_TWICE("HEADER-COLUMN-TWICE", true),
  HEADER_CONTENT_DIFFERS("HEADER-CONTENT-DIFFERS", true),
  LIST_AMBIGUOUS("LIST-AMBIGUOUS", true),
  LIST_MIXED("LIST-MIXED", true),
  LIST_NOT_TAKEN("LIST-NOT-TAKEN", true),
  TERM_UNKNOWN("TERM-UNKNOWN", true),
  DATA_DATE_UNKNOWN("DATA-DATE-UNKNOWN", true),
  // --- our own workbooks coming back -----------------------------------------------------------
  OWN_WORKBOOK("OWN-WORKBOOK", true),
  RETURN_UNKNOWN("RETURN-UNKNOWN", true),
  RETURN_INCOMPLETE("RETURN-INCOMPLETE", true),
  RETURN_CHANGED("RETURN-CHANGED", true),
  ANSWERS_INCOMPLETE("ANSWERS-INCOMPLETE", true),
  // --- a row ---------------------------------------------------------------------------------
  VALUE_MISSING("VALUE-MISSING", false),
  ID_PRECISION_LOST("ID-PRECISION-LOST", false),
  DATE_UNREADABLE("DATE-UNREADABLE", false),
  MONEY_UNREADABLE("MONEY-UNREADABLE", false),
  VALUE_UNKNOWN("VALUE-UNKNOWN", false),
  VALUE_TOO_LONG("VALUE-TOO-LONG", false),
  TERM_UNREADABLE("TERM-UNREADABLE", false),
  CELL_ERROR("CELL-ERROR", false),
  FORMULA_WITHOUT_VALUE("FORMULA-WITHOUT-VALUE", false),
  ROW_TOO_WIDE("ROW-TOO-WIDE", false),
  // --- a corrected row that came back ----------------------------------------------------------
  ROW_NOT_KEYED("ROW-NOT-KEYED", false),
  ROW_KEY_CHANGED("ROW-KEY-CHANGED", false),
  ROW_KEY_FOREIGN("ROW-KEY-FOREIGN", false),
  ROW_KEY_TWICE("ROW-KEY-TWICE", false),
  ROW_ALREADY_CORRECTED("ROW-ALREADY-CORRECTED", false),
  // --- an answer in a workbook of findings that came back --------------------------------------
  ANSWER_NOT_KEYED("ANSWER-NOT-KEYED", false),
  ANSWER_KEY_CHANGED("ANSWER-KEY-CHANGED", false),
  ANSWER_KEY_FOREIGN("ANSWER-KEY-FOREIGN", false),
  ANSWER_UNKNOWN("ANSWER-UNKNOWN", false),
  ANSWER_MISSING("ANSWER-MISSING", false),
  ANSWER_NOBODY("ANSWER-NOBODY", false),
  ANSWER_EVIDENCE("ANSWER-EVIDENCE", false),
  ANSWER_DATE("ANSWER-DATE", false),
  ANSWER_DATE_LATER("ANSWER-DATE-LATER", false),
  ANSWER_UNTIL("ANSWER-UNTIL", false),
  ANSWER_UNTIL_MISSING("ANSWER-UNTIL-MISSING", false),
  ANSWER_UNTIL_PAST("ANSWER-UNTIL-PAST", false),
  ANSWER_TWICE("ANSWER-TWICE", false),
  ANSWER_MEANWHILE("ANSWER-MEANWHILE", false),
  ANSWER_ELSEWHERE("ANSWER-ELSEWHERE", false),
  FINDING_GONE("FINDING-GONE", false),
  FINDING_RESOLVED("FINDING-RESOLVED", false),
  FINDING_CHANGED("FINDING-CHANGED", false),
  GROUP_CHANGED("GROUP-CHANGED", false),
  RULING_CONTRADICTS("RULING-CONTRADICTS", false),
  RULING_ROWS_GONE("RULING-ROWS-GONE", false);

  private final String code;
  private final boolean wholeFile;

  ProblemCode(String code, boolean wholeFile) {
    this.code = code;
    this.wholeFile = wholeFile;
  }

  /** The stable code in published data. */
  public String code() {
    return code;
  }

  /** Whether it refuses the whole file rather than one row. */
  public boolean wholeFile() {
    return wholeFile;
  }

  /** The problem with that stable code. */
  public static ProblemCode ofCode(String code) {
    for (ProblemCode problem : values()) {
      if (problem.code.equals(code)) {
        return problem;
      }
    }
    throw new IllegalArgumentException("no such problem code: " + code);
  }
}

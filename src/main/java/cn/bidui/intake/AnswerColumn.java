package cn.bidui.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a workbook of findings that are read back; their headers are public interface. */
public enum AnswerColumn {
  KEY("行标识"),
  CHECK("校验"),
  OUTCOME("处理结果"),
  NOTE("说明"),
  BY("处理人"),
  DATE("日期"),
  EVIDENCE("佐证"),
  UNTIL("有效期至");

  /** Without these a sheet is none of ours. */
  static final List<AnswerColumn> NEEDED = List.of(KEY, CHECK, OUTCOME);

  private final String title;

  AnswerColumn(String title) {
    this.title = title;
  }

  /** The header. */
  public String title() {
    return title;
  }

  /** Whether people fill it in. */
  public boolean isAnswer() {
    return this != KEY && this != CHECK;
  }

  /** Whether it is one of the columns of {@code header}. */
  boolean stands(RawRow header) {
    for (int column = 0; column < header.cells().size(); column++) {
      if (titled(header.text(column)).filter(this::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The column with that header; saving and wrapping change blanks and line breaks. */
  static Optional<AnswerColumn> titled(String header) {
    String folded = header.replaceAll("[\\s\\p{Z}]+", "");
    return Arrays.stream(values()).filter(column -> column.title.equals(folded)).findFirst();
  }
}

package cn.bidui.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The workbook of one answer: verdict (结论), rows to correct (需要修改) and where they stand (原表标注),
 * what changed since last time (与上次比较), remarks (说明).
 */
final class FeedbackBook {

  private static final Words WORDS = Words.ZH;

  private final LocalDate asOf;
  private final String bureau;
  private final Answer answer;

  FeedbackBook(LocalDate asOf, String bureau, Answer answer) {
    this.asOf = asOf;
    this.bureau = bureau;
    this.answer = answer;
  }

  void write(Path target) throws IOException {
    Causes causes = Causes.of(answer);
    try (Book book =
        new Book(
            asOf,
            WORDS.text("report.book.feedback"),
            answer.rejects().size() + answer.replies().size())) {
      new VerdictSheet(asOf, bureau, answer, causes).write(page(book, "verdict"));
      if (!answer.replies().isEmpty()) {
        new ReplySheet(answer.replies()).write(page(book, "replies"));
      }
      if (!answer.rejects().isEmpty()) {
        rejects(book, causes);
      }
      @Nullable Comparison comparison = answer.comparison();
      if (comparison != null) {
        new ComparisonSheet(comparison).write(page(book, "comparison"));
      }
      RemarkSheet remarks = new RemarkSheet(answer);
      if (remarks.needed()) {
        remarks.write(page(book, "remarks"));
      }
      if (!answer.meta().isEmpty()) {
        book.carry(answer.meta());
      }
      book.save(target, FileName.of(answer.entry().file().name()));
    }
  }

  private void rejects(Book book, Causes causes) {
    MarkedSheets marked = new MarkedSheets(answer);
    new RejectSheet(causes, marked).write(page(book, "to-correct"));
    marked.write(book);
  }

  private static Page page(Book book, String sheet) {
    return book.page(WORDS.text("report.sheet." + sheet));
  }
}

package cn.bidui.report;

import cn.bidui.judge.sheet.SheetLine;
import cn.bidui.ledger.LedgerFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A workbook of findings to be worked through and sent back: for the bureau all of them (差异清单), for
 * a school or a township its own.
 */
final class FindingBook {

  private final NightReport night;
  private final Audience audience;
  private final String title;
  private final List<LedgerFinding> findings;
  private final Pairs pairs;
  private List<SheetLine> sheet = List.of();

  FindingBook(
      NightReport night,
      Pairs pairs,
      Audience audience,
      String title,
      Collection<LedgerFinding> findings) {
    this.night = night;
    this.pairs = pairs;
    this.audience = audience;
    this.title = title;
    this.findings = findings.stream().sorted(FindingOrder.FOR_CLERKS).toList();
  }

  /** The sheets of the reader's own pupils (一单式) go with it. */
  FindingBook with(List<SheetLine> lines) {
    sheet = List.copyOf(lines);
    return this;
  }

  void write(Path target) throws IOException {
    try (Book book = new Book(night.asOf(), title, findings.size() + sheet.size())) {
      new FindingSummary(night, audience, findings).write(title, book);
      new GoalSheet(night, audience).write(book);
      Arrays.stream(Topic.values()).forEach(topic -> list(topic, book));
      if (!sheet.isEmpty()) {
        SheetBook.list(book, sheet);
      }
      book.answers();
      book.save(target);
    }
  }

  /** The bureau sees every topic, also that there is nothing; others only what is theirs. */
  private void list(Topic topic, Book book) {
    List<LedgerFinding> own =
        findings.stream().filter(entry -> Topic.of(entry.finding().rule()) == topic).toList();
    if (!own.isEmpty() || (audience.everything() && topic != Topic.QUALITY)) {
      Page page = book.page(topic.label(Words.ZH));
      if (topic == Topic.UNDECIDED) {
        new UndecidedSheet(pairs, audience, own).write(page);
      } else {
        page.list(FindingColumns.of(topic, audience), own, FindingColumns::look);
      }
    }
  }
}

package cn.bidui.report;

import cn.bidui.intake.ReturnSlip;
import cn.bidui.judge.sheet.SheetLine;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.NightSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
  private final AnswerColumns answers;
  private List<SheetLine> sheet = List.of();

  FindingBook(
      NightReport night,
      Pairs pairs,
      AnswerColumns answers,
      Audience audience,
      String title,
      Collection<LedgerFinding> findings) {
    this.night = night;
    this.pairs = pairs;
    this.answers = answers;
    this.audience = audience;
    this.title = title;
    this.findings = findings.stream().sorted(FindingOrder.of(night)).toList();
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
      new SameCauseSheet(answers, findings).write(book);
      Arrays.stream(Topic.values()).forEach(topic -> list(topic, book));
      if (!sheet.isEmpty()) {
        SheetBook.list(book, sheet);
      }
      book.answers();
      book.carry(slip());
      book.save(target);
    }
  }

  /** By which the workbook is known when it comes back filled in. */
  private SortedMap<String, String> slip() {
    NightSeal seal = night.followed().seal();
    SortedMap<String, String> said = new TreeMap<>();
    said.put(ReturnSlip.KIND, ReturnSlip.FINDINGS);
    said.put(ReturnSlip.SCHEMA, "1");
    said.put(ReturnSlip.NIGHT, seal.id());
    said.put(ReturnSlip.AS_OF, night.asOf().toString());
    said.put(ReturnSlip.AUDIENCE, title);
    said.put(ReturnSlip.CHECK, seal.seal(said));
    return said;
  }

  /** The bureau sees every topic, also that there is nothing; others only what is theirs. */
  private void list(Topic topic, Book book) {
    List<LedgerFinding> own =
        findings.stream().filter(entry -> Topic.of(entry.finding().rule()) == topic).toList();
    if (!own.isEmpty() || (audience.everything() && topic != Topic.QUALITY)) {
      Page page = book.page(topic.label(Words.ZH));
      if (topic == Topic.UNDECIDED) {
        new UndecidedSheet(pairs, audience, answers, own).write(page);
      } else {
        page.answering()
            .list(FindingColumns.of(topic, audience, answers), own, FindingColumns::look);
      }
    }
  }
}

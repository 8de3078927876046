package cn.bidui.report;

import cn.bidui.ledger.LedgerFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What to begin with on a first night (先办), a section for each urgency in their order. */
final class FirstPage {

  static final String NAME = ListPages.FOLDER + "/先办.html";

  private static final Words WORDS = Words.ZH;

  private final NightReport night;
  private final ListPages lists;

  FirstPage(NightReport night, ListPages lists) {
    this.night = night;
    this.lists = lists;
  }

  /** The open findings of that urgency. */
  static List<LedgerFinding> open(NightReport night, Urgency urgency) {
    return Sentences.open(night).stream()
        .filter(entry -> Urgency.of(entry.finding().rule()) == urgency)
        .toList();
  }

  /** {@code count} of an urgency, leading to its list. */
  static Object linked(Urgency urgency, int count) {
    return count == 0 ? count : new Html.Linked(count, NAME, ListPages.code(urgency));
  }

  void write(Path root) throws IOException {
    String heading = WORDS.text("report.heading.first-night");
    Html page = ListPages.opened(WORDS.text("report.list-page.title", heading, night.asOf()));
    for (Urgency urgency : Urgency.values()) {
      List<LedgerFinding> own = open(night, urgency);
      if (!own.isEmpty()) {
        lists.section(page, ListPages.code(urgency), urgency.label(WORDS), own);
      }
    }
    page.raw("</body>\n</html>\n");
    Files.writeString(root.resolve(NAME), page.toString());
  }
}

package cn.bidui.ledger;

import cn.bidui.judge.finding.Explanation;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.source.RowRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of a night as JSON lines, for the archive: tomorrow's ledger starts from them, and
 * what was published can be published again without judging the past anew. The same findings give
 * the same bytes.
 */
public final class FindingsBlob {

  private FindingsBlob() {}

  /** One line per finding, in the order given. */
  public static byte[] write(List<LedgerFinding> findings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LedgerFinding finding : findings) {
      bytes.writeBytes(Json.write(line(finding)));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote; the stream stays open.
   *
   * @throws IOException if it is something else
   */
  public static List<LedgerFinding> read(InputStream in) throws IOException {
    List<LedgerFinding> findings = new ArrayList<>();
    RawLines lines = new RawLines(in);
    while (lines.next()) {
      try {
        findings.add(read(Json.read(lines.bytes())));
      } catch (IllegalArgumentException e) {
        throw new IOException("this version does not know a value in line " + findings.size(), e);
      }
    }
    return findings;
  }

  private static JsonObject line(LedgerFinding entry) {
    return new JsonObject()
        .with("state", entry.state().code())
        .with("outcome", entry.outcome())
        .with("firstSeen", entry.firstSeen())
        .with("lastSeen", entry.lastSeen())
        .with("finding", finding(entry.finding()));
  }

  private static LedgerFinding read(JsonObject line) throws IOException {
    return new LedgerFinding(
        readFinding(line.object("finding")),
        FindingState.ofCode(line.text("state")),
        line.text("outcome"),
        line.date("firstSeen"),
        line.date("lastSeen"));
  }

  private static JsonObject finding(Finding finding) {
    return new JsonObject()
        .with("id", finding.id())
        .with("case", finding.caseId())
        .with("rule", finding.rule())
        .with("severity", finding.severity().name())
        .with("outcome", finding.outcome().name())
        .with("facts", finding.facts())
        .with("subjectKind", finding.subjectKind())
        .with("personKey", finding.personKey())
        .with("name", finding.name())
        .with("citizenId", finding.citizenId())
        .with("township", finding.township())
        .with("school", finding.school())
        .with("stage", finding.stage())
        .with("grade", finding.grade())
        .with("category", finding.category())
        .with("program", finding.program())
        .with("term", finding.term())
        .with("due", finding.due())
        .with("found", finding.found())
        .with("evidence", finding.evidence().stream().map(FindingsBlob::row).toList())
        .with("explanation", finding.explanation().key())
        .with("words", finding.explanation().words());
  }

  private static Finding readFinding(JsonObject data) throws IOException {
    List<RowRef> evidence = new ArrayList<>();
    for (JsonObject row : data.objects("evidence")) {
      evidence.add(new RowRef(BatchJson.readFile(row), row.text("sheet"), row.count("row")));
    }
    return new Finding(
        data.text("id"),
        data.text("case"),
        data.text("rule"),
        Severity.valueOf(data.text("severity")),
        Outcome.valueOf(data.text("outcome")),
        data.text("facts"),
        data.text("subjectKind"),
        data.text("personKey"),
        data.text("name"),
        data.text("citizenId"),
        data.text("township"),
        data.text("school"),
        data.text("stage"),
        data.text("grade"),
        data.text("category"),
        data.text("program"),
        data.text("term"),
        data.text("due"),
        data.text("found"),
        evidence,
        new Explanation(data.text("explanation"), data.texts("words")));
  }

  private static JsonObject row(RowRef row) {
    return BatchJson.file(row.file()).with("sheet", row.sheet()).with("row", row.row());
  }
}

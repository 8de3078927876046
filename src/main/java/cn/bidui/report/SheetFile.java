package cn.bidui.report;

import cn.bidui.judge.sheet.SheetLine;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What each pupil is due and got, as published for programs ({@code data/entitlements.csv}); the
 * sheets of pupils (一单式) are made from it.
 */
public final class SheetFile {

  /** Its name in {@code data/}. */
  public static final String NAME = "entitlements.csv";

  private static final String HEADER =
      "person_key,name,citizen_id,township,school,stage,grade,term,category,program,title,due,"
          + "granted,paid,standing,why,findings";

  private static final int COLUMNS = 17;

  private SheetFile() {}

  static void write(List<SheetLine> lines, Path path) throws IOException {
    try (Csv csv = Csv.create(path, HEADER)) {
      for (SheetLine line : lines) {
        csv.row(
            line.personKey(),
            line.name(),
            Masks.id(line.citizenId()),
            line.township(),
            line.school(),
            line.stage(),
            line.grade(),
            line.term(),
            line.category(),
            line.program(),
            line.title(),
            line.due(),
            line.granted(),
            line.paid(),
            line.standing(),
            line.why(),
            String.join(";", line.findings()));
      }
    }
  }

  /**
   * Reads what was published, in its order.
   *
   * @throws IOException if it cannot be read, or is something else
   */
  public static List<SheetLine> read(Path path) throws IOException {
    List<SheetLine> lines = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        CSVParser records = CSVFormat.RFC4180.parse(reader)) {
      for (CSVRecord record : records) {
        if (record.size() != COLUMNS) {
          throw new IOException("line " + record.getRecordNumber() + " has other columns");
        }
        if (record.getRecordNumber() > 1) {
          lines.add(line(record));
        }
      }
    }
    return lines;
  }

  private static SheetLine line(CSVRecord record) {
    String findings = Guard.plain(record.get(16));
    return new SheetLine(
        Guard.plain(record.get(0)),
        Guard.plain(record.get(1)),
        Guard.plain(record.get(2)),
        Guard.plain(record.get(3)),
        Guard.plain(record.get(4)),
        Guard.plain(record.get(5)),
        Guard.plain(record.get(6)),
        Guard.plain(record.get(7)),
        Guard.plain(record.get(8)),
        Guard.plain(record.get(9)),
        Guard.plain(record.get(10)),
        Guard.plain(record.get(11)),
        Guard.plain(record.get(12)),
        Guard.plain(record.get(13)),
        Guard.plain(record.get(14)),
        Guard.plain(record.get(15)),
        findings.isEmpty() ? List.of() : Arrays.asList(findings.split(";", -1)));
  }
}

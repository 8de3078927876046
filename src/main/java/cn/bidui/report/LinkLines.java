package cn.bidui.report;

import cn.bidui.link.LinkResult;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code links.csv}: one line per accepted row. A city has a million and a half of them, so a line
 * is put together in one buffer, and what stands before the row number is quoted once per sheet.
 */
final class LinkLines {

  private static final String HEADER = "list,file,sheet,row,person_key,decision,tier,weight\r\n";

  private final NightReport night;
  private final StringBuilder line = new StringBuilder(256);
  private @Nullable SourceFile file;
  private String sheet = "";
  private String start = "";

  private LinkLines(NightReport night) {
    this.night = night;
  }

  static void write(NightReport night, Path path) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      writer.write(HEADER);
      LinkLines lines = new LinkLines(night);
      for (ListKind kind : ListKind.values()) {
        @Nullable RecordTable table = night.tables().get(kind);
        if (table != null) {
          lines.write(table, writer);
        }
      }
    }
  }

  private void write(RecordTable table, BufferedWriter writer) throws IOException {
    file = null;
    for (int row = 0; row < table.size(); row++) {
      line.setLength(0);
      place(table.kind(), table.place(row));
      decision(night.links(), table.kind(), row);
      writer.append(line);
    }
  }

  /** A sheet's rows stand together and share their file, by identity as a rule. */
  @SuppressWarnings("ReferenceEquality")
  private void place(ListKind kind, RowRef place) {
    if (file != place.file() || !sheet.equals(place.sheet())) {
      file = place.file();
      sheet = place.sheet();
      start = Csv.line(Stream.of(kind.code(), place.file().name(), sheet)) + ",";
    }
    line.append(start).append(place.row()).append(',');
  }

  private void decision(LinkResult links, ListKind kind, int row) {
    line.append(night.keys().key(links.person(kind, row)).text())
        .append(',')
        .append(links.decision(kind, row).code())
        .append(',')
        .append(links.tier(kind, row).label())
        .append(',');
    hundredths(links.weight(kind, row));
    line.append("\r\n");
  }

  /** 1234 → {@code 12.34}. */
  private void hundredths(int weight) {
    int size = Math.abs(weight);
    line.append(weight < 0 ? "-" : "").append(size / 100).append('.');
    line.append((char) ('0' + size / 10 % 10)).append((char) ('0' + size % 10));
  }
}

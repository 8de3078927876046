package cn.bidui.cli;

import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowSink;
import cn.bidui.ledger.Archive;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Header;
import cn.bidui.source.RowRef;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows that a finding rests on, read again from the archive. */
final class EvidenceRows {

  private record Spot(RecordTable table, int row) {}

  private final Map<RowRef, Spot> spots = new HashMap<>();

  private EvidenceRows() {}

  static EvidenceRows read(List<RowRef> places, Archive archive, Intake intake) {
    EvidenceRows rows = new EvidenceRows();
    Strings strings = new Strings();
    Set<SourceFile> files = new HashSet<>();
    for (RowRef place : places) {
      if (files.add(place.file())) {
        rows.read(place.file(), Set.copyOf(places), archive, intake, strings);
      }
    }
    return rows;
  }

  private void read(
      SourceFile file, Set<RowRef> wanted, Archive archive, Intake intake, Strings strings) {
    intake.read(
        archive.path(file.sha256()),
        file.name(),
        new RowSink() {
          @Override
          public void header(Header header) {}

          @Override
          public void row(ReadRow row) {
            RowRef place = new RowRef(file, row.sheet(), row.row());
            if (row instanceof ReadRow.Data data && wanted.contains(place)) {
              add(place, data.cells(), strings);
            }
          }
        });
  }

  private void add(RowRef place, SheetRow row, Strings strings) {
    // The term only fills a column that no link looks at.
    RowOutcome outcome =
        new Normalizer(row.header().list(), new Term(2025, Term.Season.AUTUMN)).normalize(row);
    if (outcome instanceof RowOutcome.Accepted accepted) {
      RecordTable table =
          new RecordTable.Builder(row.header().list(), strings)
              .add(place, accepted.values())
              .build();
      spots.put(place, new Spot(table, 0));
    }
  }

  boolean has(RowRef place) {
    return spots.containsKey(place);
  }

  RecordTable table(RowRef place) {
    return spot(place).table();
  }

  int row(RowRef place) {
    return spot(place).row();
  }

  private Spot spot(RowRef place) {
    Spot spot = spots.get(place);
    if (spot == null) {
      throw new IllegalArgumentException("not a row of the evidence");
    }
    return spot;
  }
}

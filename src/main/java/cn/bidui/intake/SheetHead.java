package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a visible sheet, for a person who is asked about its header.
 *
 * @param line the header, if one was found
 */
record SheetHead(String name, List<RawRow> rows, MergedCells merged, Optional<HeaderLine> line) {

  /** Those of all visible sheets. */
  static List<SheetHead> of(Intake intake, Content file) throws Refusal, IOException {
    List<SheetHead> heads = new ArrayList<>();
    try (Book book = intake.book(file)) {
      for (int i = 0; i < book.sheets().size(); i++) {
        if (!book.sheets().get(i).hidden()) {
          try (RawSheet sheet = book.open(i)) {
            heads.add(of(intake.headers(), book.sheets().get(i).name(), sheet));
          }
        }
      }
    }
    return heads;
  }

  private static SheetHead of(HeaderFinder headers, String name, RawSheet sheet) throws Refusal {
    MergedCells merged = new MergedCells(sheet.merged());
    List<RawRow> rows = new ArrayList<>();
    @Nullable RawRow row = sheet.next();
    while (row != null && rows.size() < headers.limits().headerRows().value()) {
      rows.add(row);
      row = sheet.next();
    }
    return new SheetHead(name, rows, merged, headers.find(rows, merged));
  }

  /** Every way to read up to three of the rows as a header: the found one first, then downwards. */
  List<HeaderLine> lines() {
    List<HeaderLine> lines = new ArrayList<>(line.stream().toList());
    for (int last = 0; last < rows.size(); last++) {
      for (int first = last; first >= 0 && last - first < HeaderLine.MOST_ROWS; first--) {
        lines.add(HeaderLine.of(rows, first, last, merged));
      }
    }
    return lines;
  }

  /** All that may name the list: the rows above {@code header}, the sheet's name and the file's. */
  String caption(HeaderLine header, String file) {
    return caption(rows.subList(0, header.first()), name, file);
  }

  static String caption(List<RawRow> above, String sheet, String file) {
    String titles = above.stream().map(NoteRows::joined).collect(Collectors.joining(" "));
    return titles + " " + sheet + " " + file;
  }
}

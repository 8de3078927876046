package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An XML Spreadsheet 2003, which systems call .xls. It is read twice: what a sheet is called, and
 * whether it is hidden, stands partly after its rows.
 */
final class SpreadsheetXmlBook implements Book {

  private static final int TAIL = 4096;

  private final Content file;
  private final TextEncoding encoding;
  private final IntakeLimits limits;
  private final Patience patience;
  private final List<SheetName> names = new ArrayList<>();
  private final Set<String> dateStyles = new HashSet<>();
  private boolean since1904;
  private @Nullable SpreadsheetXml rows;

  /** Sheets that {@link #rows} has come to. */
  private int begun;

  private SpreadsheetXmlBook(
      Content file, TextEncoding encoding, IntakeLimits limits, Patience patience) {
    this.file = file;
    this.encoding = encoding;
    this.limits = limits;
    this.patience = patience;
  }

  static SpreadsheetXmlBook open(
      Content file, TextEncoding encoding, IntakeLimits limits, Patience patience)
      throws IOException, Refusal {
    requireEnd(file, encoding);
    SpreadsheetXmlBook book = new SpreadsheetXmlBook(file, encoding, limits, patience);
    try (SpreadsheetXml xml = new SpreadsheetXml(file, encoding, limits, patience)) {
      while (xml.advance()) {
        book.outline(xml);
      }
    }
    return book;
  }

  private static void requireEnd(Content file, TextEncoding encoding) throws IOException, Refusal {
    long start = Math.max(0, file.size() - TAIL);
    byte[] tail;
    try (SeekableByteChannel channel = file.channel()) {
      // Even, so that characters of two bytes stay whole.
      channel.position(start - start % 2);
      tail = Channels.newInputStream(channel).readAllBytes();
    }
    boolean wide = encoding.charset().name().startsWith("UTF-16");
    String text = new String(tail, wide ? encoding.charset() : StandardCharsets.ISO_8859_1);
    if (!text.contains("Workbook>")) {
      throw Refusal.of(ProblemCode.FILE_INCOMPLETE, "XML");
    }
  }

  private void outline(SpreadsheetXml xml) throws Refusal {
    if (xml.starts("Style")) {
      style(xml, xml.attribute("ID"));
    } else if (xml.startsSetting("Date1904")) {
      since1904 = !xml.text().strip().equals("0");
    } else if (xml.starts("Worksheet")) {
      @Nullable String name = xml.attribute("Name");
      names.add(new SheetName(name == null ? "" : name, false));
    } else if (xml.startsSetting("Visible") && xml.text().strip().startsWith("Sheet")) {
      hideLast();
    }
  }

  private void style(SpreadsheetXml xml, @Nullable String id) throws Refusal {
    while (xml.advance() && !xml.ends("Style")) {
      @Nullable String format = xml.starts("NumberFormat") ? xml.attribute("Format") : null;
      if (id != null && format != null && date(format)) {
        dateStyles.add(id);
      }
    }
  }

  /** Common formats go by a name: {@code Short Date}. */
  private static boolean date(String format) {
    return format.endsWith(" Date") || SerialDay.format(164, format);
  }

  /** {@code SheetHidden} and {@code SheetVeryHidden}. */
  private void hideLast() {
    if (!names.isEmpty()) {
      int last = names.size() - 1;
      names.set(last, new SheetName(names.get(last).name(), true));
    }
  }

  @Override
  public List<SheetName> sheets() {
    return names;
  }

  @Override
  public RawSheet open(int index) throws Refusal {
    if (rows == null || begun > index) {
      close();
      rows = new SpreadsheetXml(file, encoding, limits, patience);
      begun = 0;
    }
    SpreadsheetXml xml = rows;
    while (begun <= index && xml.advance()) {
      begun += xml.starts("Worksheet") ? 1 : 0;
    }
    return new SpreadsheetXmlSheet(this, xml, index);
  }

  /** The book once more, for a second look at one of its sheets. */
  SpreadsheetXmlBook again() {
    SpreadsheetXmlBook again = new SpreadsheetXmlBook(file, encoding, limits, patience);
    again.names.addAll(names);
    return again;
  }

  IntakeLimits limits() {
    return limits;
  }

  /**
   * The cell of a number: a date, if its style says so.
   *
   * @param style the attribute {@code ss:StyleID}
   */
  Cell number(@Nullable String style, String stored) {
    return style != null && dateStyles.contains(style)
        ? SerialDay.cell(stored, since1904)
        : new Cell(stored, Cell.Kind.NUMBER);
  }

  @Override
  public boolean gapsAreBlank() {
    return true;
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
      rows = null;
    }
  }
}

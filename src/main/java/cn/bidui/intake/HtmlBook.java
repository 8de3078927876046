package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A web page as a workbook, which systems call .xls because Excel opens it: each table is a sheet.
 * A page of ordinary size is held in memory; longer ones are {@link LongPage}s.
 */
final class HtmlBook implements Book {

  private final List<SheetName> names;
  private final List<List<Element>> tables;
  private final IntakeLimits limits;

  private HtmlBook(List<SheetName> names, List<List<Element>> tables, IntakeLimits limits) {
    this.names = names;
    this.tables = tables;
    this.limits = limits;
  }

  static Book open(Content file, TextEncoding encoding, IntakeLimits limits, Patience patience)
      throws IOException, Refusal {
    PageScan scan = PageScan.of(encoding.reader(file));
    if (scan.tables() == 0) {
      throw Refusal.of(ProblemCode.FILE_NOT_A_TABLE, "HTML");
    }
    if (scan.brokeOff()) {
      throw Refusal.of(ProblemCode.FILE_INCOMPLETE, "HTML");
    }
    if (file.size() > limits.treeBytes().value()) {
      return new LongPage(names(scan.tables()), file, encoding, limits, patience);
    }
    try (Reader page = new PatientReader(encoding.reader(file), patience)) {
      List<List<Element>> tables = tables(Parser.htmlParser().parseInput(page, ""));
      return new HtmlBook(names(tables.size()), tables, limits);
    } catch (RuntimeException failure) {
      patience.check();
      throw Faults.of(failure);
    }
  }

  /** Pages have no tabs: several tables are numbered, one alone needs no name. */
  private static List<SheetName> names(int count) {
    List<SheetName> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(new SheetName(count == 1 ? "" : "表" + i, false));
    }
    return names;
  }

  private static List<List<Element>> tables(Document page) {
    Map<Element, List<Element>> rows = new LinkedHashMap<>();
    for (Element row : page.select("tr, caption")) {
      @Nullable Element table = HtmlRows.table(row);
      if (table != null && (rows.containsKey(table) || !frame(table))) {
        rows.computeIfAbsent(table, first -> new ArrayList<>()).add(row);
      }
    }
    return new ArrayList<>(rows.values());
  }

  /** A table of one cell within a cell belongs to that cell. */
  private static boolean frame(Element table) {
    @Nullable Element parent = table.parent();
    return parent != null && parent.closest("td, th") != null && HtmlText.wrapper(table);
  }

  @Override
  public List<SheetName> sheets() {
    return names;
  }

  @Override
  public RawSheet open(int index) {
    return new Table(tables.get(index), names.get(index).name(), limits);
  }

  @Override
  public boolean gapsAreBlank() {
    return true;
  }

  @Override
  public void close() {
    tables.clear();
  }

  /** The rows of one table. */
  private static final class Table implements RawSheet {

    private final List<Element> elements;
    private final Iterator<Element> left;
    private final String name;
    private final IntakeLimits limits;
    private final HtmlRows rows;

    Table(List<Element> elements, String name, IntakeLimits limits) {
      this.elements = elements;
      this.left = elements.iterator();
      this.name = name;
      this.limits = limits;
      this.rows = new HtmlRows(name, limits);
    }

    @Override
    public @Nullable RawRow next() throws Refusal {
      return left.hasNext() ? rows.next(left.next()) : null;
    }

    @Override
    public List<MergedRange> merged() throws Refusal {
      HtmlRows look = new HtmlRows(name, limits);
      for (Element element : elements) {
        look.next(element);
      }
      return look.merged();
    }

    @Override
    public void verifyRest() {
      // The whole page was read when it was opened.
    }

    @Override
    public void close() {
      // The book owns the page.
    }
  }
}

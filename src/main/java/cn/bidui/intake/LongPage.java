package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * A web page too long to be held in memory: its rows are taken out of the tree as it grows. The
 * tables come one after the other, in the order in which their first rows end; a page in which they
 * mix, as tables within cells do, is refused.
 */
final class LongPage implements Book {

  private final List<SheetName> names;
  private final Content file;
  private final TextEncoding encoding;
  private final IntakeLimits limits;
  private final Patience patience;
  private final Set<Element> ended = Collections.newSetFromMap(new IdentityHashMap<>());
  private StreamParser parser;
  private Iterator<Element> elements;
  private @Nullable Element table;
  private @Nullable Element pending;
  private int reached = -1;
  private int opened = -1;

  LongPage(
      List<SheetName> names,
      Content file,
      TextEncoding encoding,
      IntakeLimits limits,
      Patience patience)
      throws IOException {
    this.names = names;
    this.file = file;
    this.encoding = encoding;
    this.limits = limits;
    this.patience = patience;
    this.parser = new StreamParser(Parser.htmlParser());
    this.elements = elements();
  }

  private Iterator<Element> elements() throws IOException {
    return parser.parse(new PatientReader(encoding.reader(file), patience), "").iterator();
  }

  @Override
  public List<SheetName> sheets() {
    return names;
  }

  /** From the start of the page once more, if the sheet lies behind. */
  @Override
  public RawSheet open(int index) throws Refusal {
    if (index <= opened) {
      restart();
    }
    opened = index;
    while (reached < index) {
      // Rows of sheets that nobody opened.
      pending = null;
      advance();
    }
    return new Table(index);
  }

  private void restart() throws Refusal {
    parser.close();
    ended.clear();
    table = null;
    pending = null;
    reached = -1;
    try {
      parser = new StreamParser(Parser.htmlParser());
      elements = elements();
    } catch (IOException failure) {
      throw Faults.of(failure);
    }
  }

  /** The next row of the sheet; null where another table begins, or at the end. */
  private @Nullable Element row(int index) throws Refusal {
    if (pending == null) {
      advance();
    }
    if (reached != index) {
      return null;
    }
    @Nullable Element row = pending;
    pending = null;
    return row;
  }

  private void advance() throws Refusal {
    try {
      while (elements.hasNext() && pending == null) {
        Element element = elements.next();
        if (element.nameIs("tr") || element.nameIs("caption")) {
          take(element);
        }
      }
    } catch (RuntimeException failure) {
      patience.check();
      throw Faults.of(failure);
    }
    if (pending == null) {
      reached = Integer.MAX_VALUE;
    }
  }

  private void take(Element row) throws Refusal {
    @Nullable Element owner = HtmlRows.table(row);
    if (owner == null) {
      return;
    }
    if (!owner.equals(table)) {
      begin(owner);
    }
    pending = row;
  }

  private void begin(Element owner) throws Refusal {
    if (table != null) {
      ended.add(table);
    }
    table = owner;
    reached++;
    if (ended.contains(owner) || reached >= names.size()) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "HTML");
    }
  }

  /** What was read is no longer needed, nor are the blanks before it. */
  private static void drop(Element row) {
    @Nullable Node before = row.previousSibling();
    if (before instanceof TextNode) {
      before.remove();
    }
    row.remove();
  }

  @Override
  public boolean gapsAreBlank() {
    return true;
  }

  @Override
  public void close() {
    parser.close();
  }

  /** The rows of one table. */
  private final class Table implements RawSheet {

    private final int index;
    private final HtmlRows rows;

    Table(int index) {
      this.index = index;
      this.rows = new HtmlRows(names.get(index).name(), limits);
    }

    @Override
    public @Nullable RawRow next() throws Refusal {
      @Nullable Element row = row(index);
      if (row == null) {
        return null;
      }
      RawRow read = rows.next(row);
      drop(row);
      return read;
    }

    @Override
    public List<MergedRange> merged() throws Refusal {
      try (LongPage again = new LongPage(names, file, encoding, limits, patience)) {
        Table look = (Table) again.open(index);
        while (look.next() != null) {
          // Only the spans are wanted.
        }
        return new ArrayList<>(look.rows.merged());
      } catch (IOException failure) {
        throw Faults.of(failure);
      }
    }

    @Override
    public void verifyRest() throws Refusal {
      while (row(index) != null) {
        // Damage shows only where it stands.
      }
    }

    @Override
    public void close() {
      // The book owns the page.
    }
  }
}

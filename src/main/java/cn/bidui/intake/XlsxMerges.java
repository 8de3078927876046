package cn.bidui.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The merged cells of a worksheet part. They stand after its rows (ECMA-376 Part 1, 18.3.1.99), so
 * the part is passed through once more to know them before the rows are read: as bytes up to where
 * they begin, which costs little more than unpacking it.
 */
record XlsxMerges(XlsxParts parts, PackagePart part) {

  private static final String ALL = "mergeCells";

  /** What follows is read byte by byte: references of cells are ASCII in any of the encodings. */
  private static final byte[] ROOT =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><tail>".getBytes(StandardCharsets.US_ASCII);

  List<MergedRange> read() throws Refusal {
    try (InputStream bytes = part.getInputStream()) {
      ElementSearch search = new ElementSearch(bytes, ALL, parts.patience());
      if (search.wide()) {
        return all();
      }
      return search.find() ? tail(search.rest(), bytes) : List.of();
    } catch (IOException | RuntimeException failure) {
      throw Faults.of(failure);
    }
  }

  private List<MergedRange> tail(byte[] start, InputStream rest) throws Refusal {
    InputStream known =
        new SequenceInputStream(new ByteArrayInputStream(ROOT), new ByteArrayInputStream(start));
    try (XmlPart xml = parts.piece(new SequenceInputStream(known, rest))) {
      return ranges(xml);
    } catch (Refusal elsewhere) {
      // Such a name in a comment begins no element.
      return all();
    }
  }

  /** By its XML from the first row on. */
  private List<MergedRange> all() throws Refusal {
    try (XmlPart xml = parts.open(part)) {
      return ranges(xml);
    }
  }

  private static List<MergedRange> ranges(XmlPart xml) throws Refusal {
    List<MergedRange> ranges = new ArrayList<>();
    while (xml.advance() && !xml.ends(ALL)) {
      if (xml.starts("mergeCell")) {
        add(ranges, xml.attribute("ref"));
      }
    }
    return ranges;
  }

  /** {@code A3:B5}; whatever is no range merges nothing. */
  private static void add(List<MergedRange> ranges, @Nullable String reference) {
    try {
      CellRangeAddress range = CellRangeAddress.valueOf(String.valueOf(reference));
      if (range.getFirstRow() >= 0 && range.getFirstColumn() >= 0) {
        ranges.add(
            new MergedRange(
                range.getFirstRow() + 1,
                range.getLastRow() + 1,
                range.getFirstColumn(),
                range.getLastColumn()));
      }
    } catch (RuntimeException notARange) {
      return;
    }
  }
}

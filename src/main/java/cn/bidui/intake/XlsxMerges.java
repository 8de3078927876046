package cn.bidui.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The merged cells of a worksheet part. They stand after its rows (ECMA-376 Part 1, 18.3.1.99), so
 * the part is passed through once more to know them before the rows are read.
 */
record XlsxMerges(XlsxParts parts, PackagePart part) {

  List<MergedRange> read() throws Refusal {
    List<MergedRange> ranges = new ArrayList<>();
    try (XmlPart xml = parts.open(part)) {
      while (xml.advance()) {
        if (xml.starts("mergeCell")) {
          add(ranges, xml.attribute("ref"));
        }
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

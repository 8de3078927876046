package cn.bidui.report;

import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;

/**
 * The texts of a workbook, each of which it holds once. POI tells them apart by their XML, which it
 * writes for every cell; nearly all of them can be told apart as they are.
 */
final class SharedTexts extends SharedStringsTable {

  private SharedTexts() {}

  /** A new workbook whose texts are kept so. */
  static XSSFWorkbook workbook() {
    return new XSSFWorkbook(new Parts());
  }

  @Override
  protected String xmlText(CTRst item) {
    String text = item.isSetT() && item.sizeOfRArray() == 0 ? item.getT() : "";
    return plain(text) ? text : super.xmlText(item);
  }

  /**
   * Whether no other text has the same XML, as those have in which a question mark stands for what
   * XML does not allow; and whether it cannot be taken for XML itself.
   */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if ((letter < ' ' && letter != '\n') || letter > '\uFFFD' || letter == '?') {
        return false;
      }
    }
    return !text.isEmpty() && text.charAt(0) != '<';
  }

  /** Makes the parts of a workbook. */
  private static final class Parts extends XSSFFactory {

    @Override
    public POIXMLDocumentPart newDocumentPart(POIXMLRelation kind) {
      return kind == XSSFRelation.SHARED_STRINGS ? new SharedTexts() : super.newDocumentPart(kind);
    }
  }
}

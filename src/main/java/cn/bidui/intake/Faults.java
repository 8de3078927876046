package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EmptyFileException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.ODFNotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.util.RecordFormatException;

/**
 * What a failing library means for the owner of the file. Messages of libraries are read here and
 * go no further: some quote the file's content.
 */
final class Faults {

  private Faults() {}

  static Refusal of(Exception failure) {
    if (chainSays(failure, "Zip bomb")) {
      return Refusal.of(ProblemCode.FILE_UNSAFE, "zip");
    }
    if (failure instanceof EncryptedDocumentException) {
      return Refusal.of(ProblemCode.FILE_PASSWORD, "");
    }
    if (failure instanceof OldExcelFormatException) {
      return Refusal.of(ProblemCode.FILE_FORMAT, "Excel 5.0/95");
    }
    if (failure instanceof ODFNotOfficeXmlFileException) {
      return Refusal.of(ProblemCode.FILE_FORMAT, "OpenDocument (.ods)");
    }
    if (failure instanceof NotOfficeXmlFileException) {
      return Refusal.of(ProblemCode.FILE_FORMAT, "ZIP");
    }
    return Refusal.of(damage(failure) ? ProblemCode.FILE_DAMAGED : ProblemCode.FILE_UNREADABLE, "");
  }

  private static boolean damage(Exception failure) {
    return failure instanceof IOException
        || failure instanceof XMLStreamException
        || failure instanceof InvalidFormatException
        || failure instanceof OpenXML4JRuntimeException
        || failure instanceof RecordFormatException
        || failure instanceof EmptyFileException
        || failure instanceof IndexOutOfBoundsException;
  }

  private static boolean chainSays(Throwable failure, String words) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      if (String.valueOf(link.getMessage()).contains(words)) {
        return true;
      }
    }
    return false;
  }
}

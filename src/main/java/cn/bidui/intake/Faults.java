package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EmptyFileException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.util.RecordFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failing library means for the owner of the file. Messages of libraries are read here and
 * go no further: some quote the file's content.
 */
final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private static final String OURS = "cn.bidui.";

  /** Where a failure shows is no sign of whose it is within the platform. */
  private static final List<String> PLATFORM = List.of("java.", "jdk.", "sun.");

  private Faults() {}

  /**
   * The refusal that {@code failure} stands for.
   *
   * @throws UncheckedIOException if it is none: the keeper of the bytes did not give them back
   */
  static Refusal of(Exception failure) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      if (link instanceof Content.Unreadable lost) {
        throw new UncheckedIOException(lost);
      }
    }
    if (chainSays(failure, "Zip bomb")) {
      return Refusal.of(ProblemCode.FILE_UNSAFE, "zip");
    }
    if (chainSays(failure, "size limit")) {
      return Refusal.of(ProblemCode.FILE_UNSAFE, "xml");
    }
    if (failure instanceof EncryptedDocumentException) {
      return Refusal.of(ProblemCode.FILE_PASSWORD, "");
    }
    if (failure instanceof OldExcelFormatException) {
      return Refusal.of(ProblemCode.FILE_FORMAT, "Excel 5.0/95");
    }
    if (damage(failure)) {
      return Refusal.of(ProblemCode.FILE_DAMAGED, "");
    }
    // The kind of failure only: its message may quote the file.
    String kind = failure.getClass().getName();
    if (ours(failure)) {
      LOG.warn("unexpected failure while reading a file: {}", kind);
      return Refusal.of(ProblemCode.FILE_UNREADABLE, "");
    }
    LOG.debug("the reader of a format gave up on a file: {}", kind);
    return Refusal.of(ProblemCode.FILE_DAMAGED, "");
  }

  /**
   * Whether the failure is one of our own code. What readers of a format stumble over, each with an
   * exception of its own choice, is a fault of the file.
   */
  private static boolean ours(Exception failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      String name = frame.getClassName();
      if (PLATFORM.stream().noneMatch(name::startsWith)) {
        return name.startsWith(OURS);
      }
    }
    return true;
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

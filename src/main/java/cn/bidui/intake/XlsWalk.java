package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.jspecify.annotations.Nullable;

/**
 * The records of a workbook of Excel 97 to 2003: first what its sheets share, then the sheets, in
 * the order of their tabs. Charts within a sheet are passed over.
 */
final class XlsWalk implements AutoCloseable {

  /** The part before the first sheet. */
  static final int SHARED = -1;

  private static final int BIFF8 = 0x0600;

  /** So many records pass before the clock is looked at. */
  private static final int RECORDS = 1 << 12;

  private final InputStream stream;
  private final Patience patience;
  private final RecordFactoryInputStream records;
  private int part = SHARED - 1;
  private int depth;
  private int count;

  XlsWalk(DirectoryNode root, Patience patience) throws IOException {
    this.patience = patience;
    this.stream = root.createDocumentInputStream(root.getEntryCaseInsensitive("Workbook"));
    // Excel's own default password is tried in here.
    this.records = new RecordFactoryInputStream(stream, false);
  }

  /** The next record of a sheet or of what they share; null at the end. */
  @Nullable Record next() throws Refusal {
    for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
      if ((++count & (RECORDS - 1)) == 0) {
        patience.check();
      }
      if (record instanceof BOFRecord begin) {
        begin(begin);
      } else if (record instanceof EOFRecord) {
        depth--;
      } else if (depth == 1) {
        return record;
      }
    }
    return null;
  }

  private void begin(BOFRecord begin) throws Refusal {
    if (begin.getVersion() != BIFF8) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "Excel 5.0/95");
    }
    part += depth == 0 ? 1 : 0;
    depth++;
  }

  /** Number of the sheet that the last record belongs to, or {@link #SHARED}. */
  int part() {
    return part;
  }

  /** Whether the part that began last also ended. */
  boolean whole() {
    return depth == 0;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException closed) {
      // It was opened for reading only.
      return;
    }
  }
}

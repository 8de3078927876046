package cn.bidui.intake;

import cn.bidui.source.Header;

/** Takes the rows of a file as they are read. */
public interface RowSink {

  /** A sheet begins; its rows follow. */
  void header(Header header);

  /** The next row of the sheet. */
  void row(ReadRow row);
}

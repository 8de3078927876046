package cn.bidui.report.forms;

import cn.bidui.judge.finding.Finding;
import cn.bidui.normalize.ListRecord;
import java.util.Optional;

/** Finds the rows that findings rest on. */
public interface Rows {

  /** The first row of {@code finding} in a list of {@code type}, typed. */
  <T extends ListRecord> Optional<T> record(Finding finding, Class<T> type);
}

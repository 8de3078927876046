package cn.bidui.source;

/**
 * What corrected rows belong to (更正对象): the list in which they were rejected.
 *
 * @param base that list, as it was taken
 * @param receipt the journal number of its receipt
 */
public record Amends(SourceFile base, long receipt) {

  /** Whether {@code file} is that list: dropped again, under another name too, it is the same. */
  public boolean belongsTo(SourceFile file) {
    return base.sha256().equals(file.sha256()) && base.unit().equals(file.unit());
  }
}

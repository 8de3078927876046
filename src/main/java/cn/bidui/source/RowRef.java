package cn.bidui.source;

/** A row of a taken file, by content: what links, findings and evidence point at. */
public record RowRef(SourceFile file, String sheet, int row) implements Comparable<RowRef> {

  /** The place that a person can open. */
  public CellRef cell() {
    return CellRef.ofRow(file.name(), sheet, row);
  }

  @Override
  public int compareTo(RowRef other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : sheet.compareTo(other.sheet);
    return order != 0 ? order : Integer.compare(row, other.row);
  }
}

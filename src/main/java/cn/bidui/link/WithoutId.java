package cn.bidui.link;

/**
 * The names, former names too, with birth date and sex of whoever has no id. By birth dates alone
 * everybody of a region would be looked for: of five million pupils, some of their fathers without
 * an id were born on nearly every day.
 */
final class WithoutId {

  private final Columns columns;
  private final LongBag persons = new LongBag();

  WithoutId(Columns columns, Groups groups) {
    this.columns = columns;
    RowPairs found =
        Parts.find(
            columns.size(),
            (from, to, without) -> {
              for (int row = from; row < to; row++) {
                if (groups.id(row) == 0) {
                  without.add(key(columns.name[row], row), row);
                  without.add(key(columns.formerName[row], row), row);
                }
              }
            });
    for (int i = 0; i < found.size(); i++) {
      persons.add(found.key(i));
    }
  }

  /** 0 where the name, the birth date or the sex is not known. */
  private long key(int name, int row) {
    return columns.sex[row] == 0 || columns.birth[row] == 0
        ? 0
        : Keys.of(columns.sex[row], name, columns.birth[row]);
  }

  /** Whether somebody without an id has the name, birth date and sex of the row. */
  boolean has(int row) {
    return persons.has(key(columns.name[row], row))
        || persons.has(key(columns.formerName[row], row));
  }
}

package cn.bidui.store;

import java.util.List;

/** Puts many rows into one table within the caller's transaction: the one place of dialects. */
sealed interface BulkRows permits BatchedInsert, CopyIn {

  /** Inserts {@code rows}; each is the values of {@code columns} in their order. */
  void insert(String table, List<String> columns, List<Object[]> rows);

  /** How many rows a chunk should have (measured: platform notes in docs/decisions.md). */
  int chunk();
}

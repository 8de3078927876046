package cn.bidui.ledger;

import cn.bidui.plan.RememberedHeader;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A decision about a header as JSON; columns go by their letters. */
final class HeaderJson {

  private HeaderJson() {}

  static JsonObject write(RememberedHeader header) {
    JsonObject columns = new JsonObject();
    for (Map.Entry<Integer, Field> column : header.columns().entrySet()) {
      columns.with(CellRef.letters(column.getKey()), column.getValue().code());
    }
    return new JsonObject()
        .with("fingerprint", header.fingerprint())
        .with("list", header.list().code())
        .with("profile", header.profile())
        .with("columns", columns)
        .with("ignored", header.ignored().stream().map(CellRef::letters).toList())
        .with("by", header.by());
  }

  static RememberedHeader read(JsonObject data) throws IOException {
    SortedMap<Integer, Field> columns = new TreeMap<>();
    JsonObject stored = data.object("columns");
    for (String letters : stored.properties().keySet()) {
      columns.put(CellRef.column(letters), field(stored.text(letters)));
    }
    SortedSet<Integer> ignored = new TreeSet<>();
    data.texts("ignored").forEach(letters -> ignored.add(CellRef.column(letters)));
    return new RememberedHeader(
        data.text("fingerprint"),
        list(data.text("list")),
        data.text("profile"),
        columns,
        ignored,
        data.text("by"));
  }

  private static Field field(String code) {
    return Field.ofCode(code)
        .orElseThrow(() -> new IllegalArgumentException("no such field: " + code));
  }

  private static ListKind list(String code) {
    return ListKind.ofCode(code)
        .orElseThrow(() -> new IllegalArgumentException("no such kind of list: " + code));
  }
}

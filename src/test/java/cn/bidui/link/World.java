package cn.bidui.link;

import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The smallest county that shows a thing: a few invented people on a few lists. */
final class World {

  static final HandleHash HASH = text -> Integer.toHexString(text.hashCode()) + "/" + text;

  private final Map<ListKind, List<Map<Field, String>>> rows = new EnumMap<>(ListKind.class);

  /** A row under construction; each method fills a cell. */
  static final class Row {
    final Map<Field, String> cells = new EnumMap<>(Field.class);
    final int number;

    Row(int number) {
      this.number = number;
    }

    Row with(Field field, String text) {
      cells.put(field, text);
      return this;
    }

    Row id(String id) {
      return with(Field.CITIZEN_ID, id);
    }

    Row born(String date, String sex) {
      return with(Field.BIRTH_DATE, date).with(Field.SEX, sex);
    }

    Row studentNumber(String number) {
      return with(Field.STUDENT_NUMBER, number);
    }

    Row school(String name) {
      return with(Field.SCHOOL_NAME, name);
    }

    Row household(String number) {
      return with(Field.HOUSEHOLD_NUMBER, number);
    }

    Row member(String number) {
      return with(Field.MEMBER_NUMBER, number);
    }

    Row guardian(String id) {
      return with(Field.GUARDIAN1_ID, id);
    }

    Row former(String name) {
      return with(Field.FORMER_NAME, name);
    }
  }

  /** A valid id of a region that is not assigned. */
  static String id(String birth, int sequence) {
    long packed =
        Long.parseLong("990101" + birth.replace("-", "") + String.format("%03d", sequence));
    return new CitizenId(packed).text();
  }

  Row add(ListKind kind, String name) {
    List<Map<Field, String>> list = rows.computeIfAbsent(kind, none -> new ArrayList<>());
    Row row = new Row(list.size());
    row.with(Field.NAME, name);
    if (kind == ListKind.ROLL) {
      row.with(Field.ROLL_STATUS, "ENROLLED");
    }
    list.add(row.cells);
    return row;
  }

  Row roll(String name) {
    return add(ListKind.ROLL, name);
  }

  Row aid(String name) {
    return add(ListKind.AID, name);
  }

  Row household(String name) {
    return add(ListKind.HOUSEHOLDS, name);
  }

  Map<ListKind, RecordTable> tables() {
    return tables(new Random(0), false);
  }

  /** The same lists with their rows added in another order. */
  Map<ListKind, RecordTable> shuffled(long seed) {
    return tables(new Random(seed), true);
  }

  private Map<ListKind, RecordTable> tables(Random random, boolean shuffle) {
    Strings strings = new Strings();
    Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
    rows.forEach((kind, list) -> tables.put(kind, table(kind, list, strings, random, shuffle)));
    return tables;
  }

  private static RecordTable table(
      ListKind kind,
      List<Map<Field, String>> list,
      Strings strings,
      Random random,
      boolean shuffle) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      order.add(i);
    }
    if (shuffle) {
      java.util.Collections.shuffle(order, random);
    }
    RecordTable.Builder builder = new RecordTable.Builder(kind, strings);
    SourceFile file = new SourceFile("0".repeat(64), kind.code() + ".csv", "");
    for (int i : order) {
      List<String> values =
          Layout.of(kind).fields().stream()
              .map(field -> list.get(i).getOrDefault(field, ""))
              .toList();
      builder.add(new RowRef(file, "", i + 2), values);
    }
    return builder.build();
  }

  LinkResult link(PinnedLink... pins) {
    return new Linker(LinkLimits.defaults()).link(tables(), List.of(pins), HASH);
  }
}

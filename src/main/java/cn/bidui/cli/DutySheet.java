package cn.bidui.cli;

import cn.bidui.batch.KnownPlaces;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.Table;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Duties.Duty;
import cn.bidui.ledger.DutyRole;
import cn.bidui.normalize.SchoolRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A filled-in table of duties, read back. */
final class DutySheet {

  private static final int ROLE = 0;
  private static final int TOWNSHIP = 1;
  private static final int VILLAGE = 2;
  private static final int SCHOOL = 3;
  private static final int CLASS = 4;
  private static final int NAME = 5;
  private static final int PHONE = 6;
  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("责任角色", "角色", "职务", "Role"),
          List.of("乡镇", "乡（镇）", "Township"),
          List.of("村", "村（社区）", "Village"),
          List.of("学校", "学校名称", "School"),
          List.of("班级", "Class"),
          List.of("姓名", "Name"),
          List.of("联系电话", "电话", "手机", "Telephone"));

  private final KnownPlaces places;
  private final List<Duty> duties = new ArrayList<>();
  private final List<Wrong> wrong = new ArrayList<>();
  private boolean refused;
  private int blank;

  /**
   * Something about a row that its owner should know.
   *
   * @param reason a message key; {0} is the file, {1} the row, {2} the word
   * @param row as Excel shows it; 0 for the whole file
   */
  record Wrong(String reason, int row, String word) {}

  private DutySheet(KnownPlaces places) {
    this.places = places;
  }

  static DutySheet read(Path file, KnownPlaces places) {
    DutySheet sheet = new DutySheet(places);
    Table.Opening opening = Table.open(file, COLUMNS, IntakeLimits.defaults());
    if (opening instanceof Table.Opened opened) {
      sheet.rows(opened.table());
    } else {
      sheet.refuse("cli.duties.unreadable", 0, "");
    }
    return sheet;
  }

  private void rows(Table table) {
    int[] fields = new int[table.header().size()];
    Arrays.fill(fields, -1);
    for (int field = 0; field < COLUMNS.size(); field++) {
      int column = table.column(COLUMNS.get(field));
      if (column >= 0) {
        fields[column] = field;
      } else if (field == ROLE || field == NAME) {
        refuse("cli.duties.no-column", table.headerRow(), COLUMNS.get(field).get(0));
      }
    }
    List<Row> rows = new ArrayList<>();
    boolean sound = table.read(fields, Rows::new, part -> rows.addAll(part.cells().rows)).isEmpty();
    if (!sound) {
      refuse("cli.duties.unreadable", 0, "");
    } else if (!refused) {
      rows.forEach(this::row);
    }
  }

  private record Row(int number, List<String> cells) {}

  /** Gathers rows. */
  private static final class Rows implements Table.Cells {
    private final List<Row> rows = new ArrayList<>();
    private final String[] cells = new String[COLUMNS.size()];

    Rows() {
      Arrays.fill(cells, "");
    }

    @Override
    public void cell(int field, byte[] utf8, int from, int to) {
      if (field >= 0) {
        cells[field] = new String(utf8, from, to - from, StandardCharsets.UTF_8).strip();
      }
    }

    @Override
    public void row(int number) {
      rows.add(new Row(number, List.of(cells)));
      Arrays.fill(cells, "");
    }
  }

  private void row(Row row) {
    List<String> cells = row.cells();
    Optional<DutyRole> role = DutyRole.find(cells.get(ROLE));
    if (cells.get(NAME).isEmpty()) {
      blank++;
    } else if (role.isEmpty()) {
      refuse("cli.duties.unknown-role", row.number(), cells.get(ROLE));
    } else {
      take(row, role.get());
    }
  }

  private void take(Row row, DutyRole role) {
    List<String> cells = row.cells();
    String place =
        switch (role) {
          case COUNTY_HEAD, BUREAU_HEAD -> DutyLines.COUNTY;
          case TOWNSHIP_HEAD -> township(row);
          case VILLAGE_HEAD -> village(row);
          case PRINCIPAL, TEACHER -> school(row);
        };
    String className = role == DutyRole.TEACHER ? cells.get(CLASS).replaceAll("\\s+", "") : "";
    if (place.isEmpty() || (role == DutyRole.TEACHER && className.isEmpty())) {
      refuse("cli.duties.no-place", row.number(), cells.get(ROLE));
      return;
    }
    Duty duty = new Duty(role, place, className, cells.get(NAME), cells.get(PHONE));
    if (duties.stream().anyMatch(other -> rivals(other, duty))) {
      refuse("cli.duties.twice", row.number(), place + className);
    }
    duties.add(duty);
  }

  private static boolean rivals(Duty one, Duty other) {
    return one.role() == other.role()
        && one.place().equals(other.place())
        && one.className().equals(other.className())
        && !one.name().equals(other.name());
  }

  private String township(Row row) {
    return known(row, row.cells().get(TOWNSHIP), places.townships(), "cli.duties.unknown-township");
  }

  private String village(Row row) {
    String township = township(row);
    String village = row.cells().get(VILLAGE);
    return township.isEmpty() || village.isEmpty() ? "" : township + DutyLines.WITHIN + village;
  }

  private String school(Row row) {
    return known(
        row, row.cells().get(SCHOOL), places.schools().keySet(), "cli.duties.unknown-school");
  }

  /** As the registry spells it; what it does not know is kept as it stands, and told. */
  private String known(Row row, String typed, Collection<String> names, String reason) {
    String folded = SchoolRegistry.fold(typed);
    Optional<String> name =
        names.stream().filter(each -> SchoolRegistry.fold(each).equals(folded)).findFirst();
    if (name.isEmpty() && !typed.isEmpty()) {
      wrong.add(new Wrong(reason, row.number(), typed));
    }
    return name.orElse(typed);
  }

  private void refuse(String reason, int row, String word) {
    wrong.add(new Wrong(reason, row, word));
    refused = true;
  }

  Duties duties() {
    return new Duties(duties);
  }

  /** What is to be told, in the order of the rows. */
  List<Wrong> wrong() {
    return List.copyOf(wrong);
  }

  /** Whether nothing of it can be taken. */
  boolean refused() {
    return refused;
  }

  /** Rows without a name. */
  int blank() {
    return blank;
  }
}

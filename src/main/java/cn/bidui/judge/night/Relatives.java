package cn.bidui.judge.night;

import cn.bidui.normalize.CivilRecord;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.PopulationRecord;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.HouseholdNumber;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who of a child's family stands on the lists of civil affairs and of disabled people: books of 低保
 * name the head of a household only, and a card of disability names its holder. By ids alone, once
 * per night.
 */
final class Relatives {

  /** One id stands as the guardian of more children than any family has: it says nothing. */
  private static final int MOST_WARDS = 60;

  /** One id stands in more rows than anybody's: it is no person's, and says nothing. */
  private static final int MOST_ROWS = 60;

  private static final String HEAD = "户主";

  private final Map<ListKind, RecordTable> tables;
  private final Map<Long, List<Integer>> welfare = new HashMap<>();
  private final Map<Long, List<Row<? extends ListRecord>>> disabled = new HashMap<>();
  private final Map<String, Long> heads = new HashMap<>();
  private final int[] wards;

  /** Of the person last asked about: rules ask about one in several terms. */
  private Map<Long, Doubt> ofOne = Map.of();

  private int one = -1;

  Relatives(Map<ListKind, RecordTable> tables) {
    this.tables = tables;
    table(ListKind.CIVIL).ifPresent(this::readWelfare);
    table(ListKind.DISABILITY).ifPresent(this::readCards);
    table(ListKind.HOUSEHOLDS).ifPresent(this::readHouseholds);
    wards = none() ? new int[0] : table(ListKind.ROLL).map(Relatives::wards).orElse(new int[0]);
  }

  /** Whether no list speaks of anybody's family. */
  boolean none() {
    return welfare.isEmpty() && disabled.isEmpty();
  }

  /** The ids of the family, as the roll and other lists name it, guardians first. */
  Map<Long, Doubt> of(Person person) {
    if (person.number() != one) {
      ofOne = find(person);
      one = person.number();
    }
    return ofOne;
  }

  private Map<Long, Doubt> find(Person person) {
    Map<Long, Doubt> family = new LinkedHashMap<>();
    guardians(person).forEach(id -> family.putIfAbsent(id, Doubt.GUARDIAN));
    heads(person).forEach(id -> family.putIfAbsent(id, Doubt.HOUSEHOLD));
    person.rows().forEach(row -> id(row.record().id()).forEach(family::remove));
    return family;
  }

  /** Rows that name that head of a household, and nobody else of it. */
  List<Row<CivilRecord>> welfare(long head) {
    List<Integer> rows = welfare.getOrDefault(head, List.of());
    return rows.size() > MOST_ROWS ? List.of() : records(rows);
  }

  private List<Row<CivilRecord>> records(List<Integer> rows) {
    return rows.stream()
        .map(row -> new Row<>(ListKind.CIVIL, row, (CivilRecord) record(ListKind.CIVIL, row)))
        .toList();
  }

  /** Rows that say that this person is disabled. */
  List<Row<? extends ListRecord>> disabled(long id) {
    List<Row<? extends ListRecord>> rows = disabled.getOrDefault(id, List.of());
    return rows.size() > MOST_ROWS ? List.of() : rows;
  }

  private Stream<Long> guardians(Person person) {
    List<Long> ids = new ArrayList<>();
    person.roll().stream()
        .filter(row -> !ofMultitude(row.index()))
        .forEach(row -> row.record().guardians().forEach(one -> id(one.id()).forEach(ids::add)));
    person.further().stream()
        .flatMap(row -> named(row.record()).stream())
        .forEach(one -> id(one.id()).forEach(ids::add));
    return ids.stream();
  }

  private static List<Guardian> named(ListRecord record) {
    if (record instanceof CivilRecord civil) {
      return civil.guardians();
    }
    if (record instanceof DisabilityRecord card) {
      return card.guardians();
    }
    return record instanceof PopulationRecord child ? child.guardians() : List.of();
  }

  private Stream<Long> heads(Person person) {
    List<Long> ids = new ArrayList<>();
    person
        .households()
        .forEach(
            row -> {
              id(row.record().headId()).forEach(ids::add);
              @Nullable HouseholdNumber number = row.record().household();
              @Nullable Long head = number == null ? null : heads.get(number.text());
              if (head != null) {
                ids.add(head);
              }
            });
    person
        .further(PopulationRecord.class)
        .forEach(row -> id(row.record().headId()).forEach(ids::add));
    return ids.stream();
  }

  private static Stream<Long> id(@Nullable CitizenIdReading reading) {
    @Nullable CitizenId id = reading == null ? null : reading.idOrNull();
    return id == null ? Stream.empty() : Stream.of(id.packed());
  }

  private boolean ofMultitude(int row) {
    RecordTable roll = table(ListKind.ROLL).orElseThrow();
    return Stream.of(Field.GUARDIAN1_ID, Field.GUARDIAN2_ID)
        .mapToInt(field -> roll.code(field, row))
        .anyMatch(code -> code != 0 && code < wards.length && wards[code] > MOST_WARDS);
  }

  /** How many pupils name each text as the id of a guardian, by its code. */
  private static int[] wards(RecordTable roll) {
    int[] wards = new int[roll.strings().size()];
    for (int row = 0; row < roll.size(); row++) {
      wards[roll.code(Field.GUARDIAN1_ID, row)]++;
      wards[roll.code(Field.GUARDIAN2_ID, row)]++;
    }
    return wards;
  }

  private void readWelfare(RecordTable civil) {
    Map<Integer, Integer> ofNumber = new HashMap<>();
    for (int row = 0; row < civil.size(); row++) {
      ofNumber.merge(civil.code(Field.BENEFIT_NUMBER, row), 1, Integer::sum);
    }
    for (int row = 0; row < civil.size(); row++) {
      long head = head(civil, row, ofNumber);
      if (head != 0) {
        welfare.computeIfAbsent(head, id -> new ArrayList<>()).add(row);
      }
    }
  }

  /** The id of whoever stands for the household in this row; 0 if the row is about one person. */
  private static long head(RecordTable civil, int row, Map<Integer, Integer> ofNumber) {
    if (civil.text(Field.NAME, row).isEmpty()) {
      @Nullable CitizenId head = CitizenId.read(civil.text(Field.HEAD_ID, row)).idOrNull();
      return head == null ? civil.id(row) : head.packed();
    }
    int number = civil.code(Field.BENEFIT_NUMBER, row);
    boolean alone = number != 0 && ofNumber.getOrDefault(number, 0) == 1;
    return alone && ofSeveral(civil, row) ? civil.id(row) : 0;
  }

  /** Whether the row is about the head of a household of several. */
  private static boolean ofSeveral(RecordTable civil, int row) {
    CivilRecord record = (CivilRecord) civil.record(row);
    @Nullable BigDecimal size = record.size();
    boolean head = record.relation().isEmpty() || record.relation().equals(HEAD);
    return head && size != null && size.compareTo(BigDecimal.ONE) > 0;
  }

  private void readCards(RecordTable cards) {
    for (int row = 0; row < cards.size(); row++) {
      if (cards.id(row) != 0) {
        addDisabled(cards, row);
      }
    }
  }

  private void readHouseholds(RecordTable members) {
    for (int row = 0; row < members.size(); row++) {
      long id = members.id(row);
      if (id != 0) {
        readMember(members, row, id);
      }
    }
  }

  /** Of two heads that one household has by mistake the smaller id: no order of rows decides. */
  private void readMember(RecordTable members, int row, long id) {
    if (welfare.containsKey(id) && members.text(Field.RELATION, row).equals(HEAD)) {
      HouseholdNumber.read(members.text(Field.HOUSEHOLD_NUMBER, row))
          .ifPresent(number -> heads.merge(number.text(), id, Long::min));
    }
    if (members.text(Field.HEALTH, row).contains("残疾") && isDisabled(members, row)) {
      addDisabled(members, row);
    }
  }

  private static boolean isDisabled(RecordTable members, int row) {
    return ((HouseholdRecord) members.record(row)).disabled();
  }

  private void addDisabled(RecordTable table, int row) {
    disabled
        .computeIfAbsent(table.id(row), id -> new ArrayList<>())
        .add(new Row<>(table.kind(), row, table.record(row)));
  }

  private ListRecord record(ListKind list, int row) {
    return table(list).orElseThrow().record(row);
  }

  private Optional<RecordTable> table(ListKind list) {
    return Optional.ofNullable(tables.get(list));
  }
}

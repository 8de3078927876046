package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.CitizenId;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignWorldTest {

  private final List<WorldRow> rows = new ArrayList<>();

  @BeforeAll
  void make() {
    new ForeignWorld(4, 15_000).forEach(rows::add);
  }

  private Stream<WorldRow> of(ListKind list) {
    return rows.stream().filter(row -> row.list() == list);
  }

  @Test
  void theSameSeedGivesTheSameRows() {
    List<WorldRow> again = new ArrayList<>();
    new ForeignWorld(4, 15_000).forEach(again::add);
    assertThat(again).isEqualTo(rows);
  }

  @Test
  void listsLackColumnsThatTheOtherCountyHas() {
    assertThat(of(ListKind.HOUSEHOLDS)).noneMatch(row -> row.cells().containsKey(Field.BIRTH_DATE));
    assertThat(of(ListKind.ROLL)).noneMatch(row -> row.cells().containsKey(Field.GUARDIAN1_ID));
    assertThat(of(ListKind.AID)).noneMatch(row -> row.cells().containsKey(Field.STUDENT_NUMBER));
  }

  @Test
  void everyErrorHappens() {
    List<String> happened = rows.stream().flatMap(row -> row.wrong().stream()).distinct().toList();
    assertThat(happened)
        .containsAll(Stream.of(ForeignError.values()).map(ForeignError::code).toList());
  }

  @Test
  void idsAreValidAndNobodySharesOneByRight() {
    Map<String, Integer> owners = new HashMap<>();
    rows.stream()
        .filter(row -> row.wrong().stream().noneMatch(code -> code.startsWith("id-")))
        .filter(row -> !row.wrong().contains("never-registered"))
        .forEach(
            row -> {
              String id = row.cells().getOrDefault(Field.CITIZEN_ID, "");
              assertThat(CitizenId.read(id).idOrNull()).isNotNull();
              assertThat(owners.computeIfAbsent(id, key -> row.person())).isEqualTo(row.person());
            });
  }

  @Test
  void schoolsAreFewAndNamesakesMany() {
    assertThat(of(ListKind.ROLL).map(row -> row.cells().get(Field.SCHOOL_NAME)).distinct().count())
        .isLessThan(30);
    Map<String, Integer> names = new HashMap<>();
    of(ListKind.ROLL)
        .filter(row -> row.wrong().isEmpty())
        .forEach(row -> names.merge(row.cells().get(Field.NAME), 1, Integer::sum));
    assertThat(names.size()).isLessThan(9000);
  }
}

package cn.bidui.link;

import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeparturesTest {

  private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 20);

  private final World before = new World();
  private final World tonight = new World();

  private List<Departed> find(List<LocalDate> dates) {
    RecordTable earlier = before.tables().get(ROLL);
    Map<ListKind, RecordTable> tables = tonight.tables();
    LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), World.HASH);
    PersonKeys keys =
        PersonKeys.assign(links, tables, List.of(earlier), new KeysInMemory(), World.HASH);
    return new Departures(links, keys).find(earlier, dates::get);
  }

  private static String id(int number) {
    return World.id("2012-03-05", number);
  }

  @Test
  void whoStandsOnNoRollTonightHasDeparted() {
    before.roll("甲一").id(id(101));
    before.roll("乙二").id(id(103));
    tonight.roll("甲一").id(id(101));
    List<Departed> found = find(List.of(SPRING, SPRING));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).key()).isEqualTo(new PersonKey(2));
    assertThat(found.get(0).last().name().folded()).isEqualTo("乙二");
    assertThat(found.get(0).place().row()).isEqualTo(3);
    assertThat(found.get(0).dataDate()).isEqualTo(SPRING);
  }

  @Test
  void whoIsOnAnotherListOnlyHasDepartedFromTheRoll() {
    before.roll("甲一").id(id(101));
    tonight.household("甲一").id(id(101));
    assertThat(find(List.of(SPRING))).hasSize(1);
  }

  @Test
  void whoHadLeftBeforeIsNotMissed() {
    before.roll("甲一").id(id(101));
    before.roll("甲一").id(id(101)).with(Field.ROLL_STATUS, "TRANSFERRED");
    tonight.roll("乙二").id(id(103));
    assertThat(find(List.of(SPRING, AUTUMN))).isEmpty();
    assertThat(find(List.of(AUTUMN, SPRING))).hasSize(1);
    assertThat(find(List.of(AUTUMN, AUTUMN))).hasSize(1);
  }

  @Test
  void aPlaceHeldOnTheSameDayCountsWhereverItStands() {
    before.roll("甲一").id(id(101)).with(Field.ROLL_STATUS, "TRANSFERRED");
    before.roll("甲一").id(id(101));
    tonight.roll("乙二").id(id(103));
    assertThat(find(List.of(AUTUMN, AUTUMN))).extracting(d -> d.place().row()).containsExactly(3);
  }

  @Test
  void aRowThatIsKnownUnderNoKeyIsLeftOut() {
    before.roll("甲一").id(id(101));
    tonight.roll("乙二").id(id(103));
    Map<ListKind, RecordTable> tables = tonight.tables();
    LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), World.HASH);
    PersonKeys keys = PersonKeys.assign(links, tables, new KeysInMemory(), World.HASH);
    assertThat(new Departures(links, keys).find(before.tables().get(ROLL), row -> SPRING))
        .isEmpty();
  }
}

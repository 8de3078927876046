package cn.bidui.link;

import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonKeysTest {

  private static final String BORN = "2012-03-05";
  private static final String ID = World.id(BORN, 101);
  private static final String OTHER_ID = World.id("2013-07-08", 456);
  private static final String NUMBER = "L990101201203050017";

  /** Nights that share a journal. */
  private static final class Nights {
    final KeysInMemory journal = new KeysInMemory();

    PersonKeys next(World world) {
      PersonKeys keys = assign(world, journal);
      keys.changes().forEach(journal::apply);
      return keys;
    }
  }

  private static PersonKeys assign(World world, KnownKeys known) {
    Map<ListKind, RecordTable> tables = world.tables();
    LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), World.HASH);
    return PersonKeys.assign(links, tables, known, World.HASH);
  }

  private static List<String> texts(PersonKeys keys, int persons) {
    List<String> texts = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      texts.add(keys.key(person).text());
    }
    return texts;
  }

  @Test
  void keysAreMintedInTheOrderOfPersons() {
    World world = new World();
    world.aid("甲一").id(ID);
    world.roll("乙二").id(OTHER_ID);
    PersonKeys keys = new Nights().next(world);
    assertThat(texts(keys, 2)).containsExactly("P00000001", "P00000002");
    assertThat(keys.person(new PersonKey(2))).isEqualTo(1);
    assertThat(keys.person(new PersonKey(3))).isEqualTo(-1);
    assertThat(keys.changes())
        .extracting(KeyChange::getClass)
        .containsExactly(KeyChange.Known.class, KeyChange.Known.class);
  }

  @Test
  void theSameListsAgainChangeNothing() {
    World world = new World();
    world.roll("甲一").id(ID).studentNumber(NUMBER);
    world.aid("乙二").school("甲校");
    Nights nights = new Nights();
    nights.next(world);
    PersonKeys again = nights.next(world);
    assertThat(texts(again, 2)).containsExactly("P00000001", "P00000002");
    assertThat(again.changes()).isEmpty();
  }

  @Test
  void aCorrectedIdKeepsTheKey() {
    World before = new World();
    before.roll("王小明").id(ID).studentNumber(NUMBER).school("甲校");
    before.roll("李大伟").id(OTHER_ID);
    World after = new World();
    after.roll("李大伟").id(OTHER_ID);
    after.roll("王小明").id(World.id(BORN, 735)).studentNumber(NUMBER).school("甲校");
    Nights nights = new Nights();
    nights.next(before);
    assertThat(texts(nights.next(after), 2)).containsExactly("P00000002", "P00000001");
  }

  @Test
  void aCorrectedIdWithoutAnyNumberKeepsTheKeyByNameBirthSexAndSchool() {
    World before = new World();
    before.roll("王小明").id(ID).school("甲校");
    World after = new World();
    after.roll("王小明").id(World.id(BORN, 735)).school("甲校");
    Nights nights = new Nights();
    nights.next(before);
    assertThat(nights.next(after).key(0).text()).isEqualTo("P00000001");
  }

  @Test
  void aCorrectedNameKeepsTheKey() {
    World before = new World();
    before.roll("王小明").id(ID);
    World after = new World();
    after.roll("王晓铭").id(ID);
    Nights nights = new Nights();
    nights.next(before);
    assertThat(nights.next(after).key(0).text()).isEqualTo("P00000001");
  }

  @Test
  void twoPeopleWhoTurnOutToBeOneKeepTheOlderKey() {
    World before = new World();
    before.roll("王小明").studentNumber(NUMBER).born(BORN, "MALE").school("甲校");
    before.household("王小明").id(ID).member("M1").household("H1");
    World after = new World();
    after.roll("王小明").id(ID).studentNumber(NUMBER).school("甲校");
    after.household("王小明").id(ID).member("M1").household("H1");
    Nights nights = new Nights();
    nights.next(before);
    PersonKeys keys = nights.next(after);
    assertThat(keys.key(0).text()).isEqualTo("P00000001");
    assertThat(keys.changes()).contains(new KeyChange.Merged(new PersonKey(1), new PersonKey(2)));
    assertThat(keys.person(new PersonKey(2))).isZero();
    assertThat(nights.next(after).person(new PersonKey(2))).isZero();
  }

  @Test
  void anAliasHasItsOwnAliasesFollowed() {
    KeysInMemory known = new KeysInMemory();
    known.apply(new KeyChange.Known(new PersonKey(3), List.of("c")));
    known.apply(new KeyChange.Merged(new PersonKey(2), new PersonKey(3)));
    known.apply(new KeyChange.Merged(new PersonKey(1), new PersonKey(2)));
    assertThat(known.key("c")).isEqualTo(new PersonKey(1));
    assertThat(known.key("d")).isNull();
    assertThat(known.lastNumber()).isEqualTo(3);
  }

  @Test
  void onePersonWhoTurnsOutToBeTwoLeavesTheKeyToWhoHasMoreInCommon() {
    World before = new World();
    before.roll("王小明").id(ID).studentNumber(NUMBER);
    before.aid("王小朋").id(ID);
    World after = new World();
    after.roll("王小明").id(ID).studentNumber(NUMBER);
    after.aid("王小朋").id(OTHER_ID);
    Nights nights = new Nights();
    nights.next(before);
    assertThat(texts(nights.next(after), 2)).containsExactly("P00000001", "P00000002");
  }

  @Test
  void anIdThatGoesOverToSomebodyElseDoesNotTakeTheKeyAlong() {
    World before = new World();
    before.roll("王小明").id(ID).studentNumber(NUMBER).school("甲校");
    World between = new World();
    between.roll("李大伟").id(ID).school("乙校");
    between.roll("王小明").id(World.id(BORN, 735)).studentNumber(NUMBER).school("甲校");
    World after = new World();
    after.roll("李大伟").id(ID).school("乙校");
    Nights nights = new Nights();
    nights.next(before);
    assertThat(texts(nights.next(between), 2)).containsExactly("P00000002", "P00000001");
    PersonKeys last = nights.next(after);
    assertThat(last.key(0).text()).isEqualTo("P00000002");
    assertThat(last.person(new PersonKey(1))).isEqualTo(-1);
  }

  @Test
  void twoPeopleWhoAreHardToTellApartKeepTheirPlaces() {
    World world = new World();
    world.aid("王小明").school("甲校");
    world.aid("王小明").school("甲校");
    Nights nights = new Nights();
    assertThat(texts(nights.next(world), 2)).containsExactly("P00000001", "P00000002");
    PersonKeys again = nights.next(world);
    assertThat(texts(again, 2)).containsExactly("P00000001", "P00000002");
    assertThat(again.changes()).isEmpty();
  }

  @Test
  void aRowThatTookOverAWeakHandleFindsItsOwnKeyAgain() {
    World before = new World();
    before.aid("王小明").school("甲校").studentNumber(NUMBER);
    World after = new World();
    after.roll("王小明").born(BORN, "MALE").studentNumber(NUMBER);
    after.aid("王小明").school("甲校");
    Nights nights = new Nights();
    nights.next(before);
    assertThat(texts(nights.next(after), 2)).containsExactly("P00000001", "P00000002");
    assertThat(texts(nights.next(after), 2)).containsExactly("P00000001", "P00000002");
  }

  @Test
  void rowsOfEarlierNightsAreFoundAgain() {
    World before = new World();
    before.roll("王小明").id(ID).studentNumber(NUMBER).school("甲校");
    before.roll("李大伟").id(OTHER_ID).school("乙校");
    World after = new World();
    after.roll("王小明").id(World.id(BORN, 735)).studentNumber(NUMBER).school("甲校");
    Nights nights = new Nights();
    nights.next(before);
    PersonKeys keys = nights.next(after);
    RecordTable earlier = before.tables().get(ROLL);
    assertThat(keys.keyOf(earlier, 0)).isEqualTo(new PersonKey(1));
    assertThat(keys.keyOf(earlier, 1)).isEqualTo(new PersonKey(2));
  }

  @Test
  void anEarlierRowThatNobodyKnowsHasNoKeyUnlessOneIsAskedFor() {
    World before = new World();
    before.roll("王小明").id(ID);
    before.roll("李大伟").id(OTHER_ID);
    RecordTable earlier = before.tables().get(ROLL);
    World tonight = new World();
    tonight.roll("王小明").id(ID);
    assertThat(assign(tonight, new KeysInMemory()).keyOf(earlier, 1)).isNull();
    Map<ListKind, RecordTable> tables = tonight.tables();
    LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), World.HASH);
    PersonKeys keys =
        PersonKeys.assign(links, tables, List.of(earlier, earlier), new KeysInMemory(), World.HASH);
    assertThat(keys.keyOf(earlier, 0)).isEqualTo(new PersonKey(1));
    assertThat(keys.keyOf(earlier, 1)).isEqualTo(new PersonKey(2));
    assertThat(keys.changes()).hasSize(2);
  }

  @Test
  void aCrashWithinTheChangesLeadsToTheSameKeys() {
    World before = new World();
    before.roll("王小明").studentNumber(NUMBER).born(BORN, "MALE").school("甲校");
    before.household("王小明").id(ID).member("M1").household("H1");
    before.aid("赵钱孙").school("甲校");
    before.roll("李大伟").id(OTHER_ID);
    before.aid("周吴郑").studentNumber("L990101201203050025").school("丙校");
    World after = new World();
    after.roll("王小明").id(ID).studentNumber(NUMBER).school("乙校");
    after.household("王小明").id(ID).member("M1").household("H1");
    after.roll("新来的").id(OTHER_ID);
    after.roll("李大伟").id(World.id("2013-07-08", 457));
    after.aid("赵钱孙").school("甲校");
    after.aid("赵钱孙").school("甲校");
    after.aid("周吴郑").school("丙校");
    after.roll("周吴郑").studentNumber("L990101201203050025").born(BORN, "MALE");
    List<KeyChange> first = assign(before, new KeysInMemory()).changes();
    KeysInMemory known = new KeysInMemory();
    first.forEach(known::apply);
    PersonKeys whole = assign(after, known);
    for (int done = 0; done <= whole.changes().size(); done++) {
      KeysInMemory partly = new KeysInMemory();
      first.forEach(partly::apply);
      whole.changes().subList(0, done).forEach(partly::apply);
      PersonKeys rest = assign(after, partly);
      assertThat(texts(rest, 7)).isEqualTo(texts(whole, 7));
      assertThat(rest.changes()).isEqualTo(whole.changes().subList(done, whole.changes().size()));
    }
  }

  @Test
  void keysDoNotDependOnFileNamesOrRowNumbers() {
    World before = new World();
    before.aid("甲一").school("甲校");
    before.aid("乙二").school("甲校");
    World after = new World();
    after.aid("乙二").school("甲校");
    after.aid("丙三").school("甲校");
    after.aid("甲一").school("甲校");
    Nights nights = new Nights();
    nights.next(before);
    PersonKeys keys = nights.next(after);
    assertThat(texts(keys, 3)).containsExactly("P00000002", "P00000003", "P00000001");
    assertThat(keys.person(new PersonKey(1))).isEqualTo(2);
  }

  @Test
  void handlesHoldAllThatNamesARow() {
    World world = new World();
    world.household("王小明").id(ID).member("M1").household("H1.0");
    assertThat(Handles.of(world.tables().get(HOUSEHOLDS), 0, text -> text))
        .containsExactly(
            "id:" + ID,
            "mn:M1",
            "nm:王小明|2012-03-05|MALE",
            "nb:王小明|2012-03-05|MALE|H1",
            "one:王小明|id:" + ID + "|mn:M1|nm:王小明|2012-03-05|MALE|nb:王小明|2012-03-05|MALE|H1");
  }

  @Test
  void aRowWithoutNumbersIsNamedByListNamePlaceAndClass() {
    World world = new World();
    world.aid("王小明").school("甲 校").studentNumber("0017");
    assertThat(Handles.of(world.tables().get(AID), 0, text -> text)).startsWith("rw:aid|王小明|甲校|");
    assertThat(Handles.plain(world.tables().get(AID), 0)).hasToString("[rw]");
  }
}

package cn.bidui.link;

import static cn.bidui.link.PinnedLink.Ruling.DIFFERENT;
import static cn.bidui.link.PinnedLink.Ruling.SAME;
import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.link.PinnedLink.Ruling;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulingsTest {

  private static final String ID = World.id("2012-03-05", 101);
  private static final String TWIN = World.id("2012-03-05", 103);

  private static List<PinnedLink> rule(World world, ListKind left, ListKind right, Ruling ruling) {
    Map<ListKind, RecordTable> tables = world.tables();
    return Rulings.of(tables.get(left), 0, tables.get(right), 0, ruling, "张老师", World.HASH);
  }

  private static World twins() {
    World world = new World();
    world.roll("王小明").id(ID).school("甲校");
    world.aid("王小朋").id(TWIN).school("甲校");
    return world;
  }

  @Test
  void twoWhoAreNotTheSameArePinnedByTheirIdsTooSoThatOtherRowsOfTheirsStayApart() {
    List<PinnedLink> pins = rule(twins(), ROLL, AID, DIFFERENT);
    World later = new World();
    later.roll("王小明").id(ID).school("乙校");
    later.aid("王小明").id(TWIN).school("乙校");
    assertThat(pins).hasSize(2);
    assertThat(later.link().undecided()).hasSize(1);
    LinkResult links = later.link(pins.toArray(PinnedLink[]::new));
    assertThat(links.undecided()).isEmpty();
    assertThat(links.persons()).isEqualTo(2);
  }

  @Test
  void oneIdUnderTwoNamesIsPinnedByTheRowsAlone() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("李大伟").id(ID);
    assertThat(rule(world, ROLL, AID, DIFFERENT)).hasSize(1);
  }

  @Test
  void theSamePersonIsPinnedByTheRowsAlone() {
    assertThat(rule(twins(), ROLL, AID, SAME)).hasSize(1);
  }

  @Test
  void rowsThatAreAlikeToTheLetterCannotBeRuledOn() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("王小明").id(ID);
    assertThat(rule(world, ROLL, AID, DIFFERENT)).isEmpty();
  }

  @Test
  void aRulingNamesWhoMadeIt() {
    Map<ListKind, RecordTable> tables = twins().tables();
    assertThatThrownBy(
            () -> Rulings.of(tables.get(ROLL), 0, tables.get(AID), 0, SAME, " ", World.HASH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a ruling names the person who made it");
  }

  private static PinnedLink pin(String left, String right, Ruling ruling, String by) {
    return new PinnedLink(left, right, ruling, by);
  }

  @Test
  void theOppositeRulingOnTheSameTwoTurnsTheEarlierRound() {
    PinnedLink earlier = pin("a", "b", DIFFERENT, "王老师");
    Rulings rulings = new Rulings(List.of(earlier));
    assertThat(rulings.reversed(pin("b", "a", SAME, "李老师"))).contains(earlier);
    assertThat(rulings.reversed(pin("b", "a", DIFFERENT, "李老师"))).isEmpty();
    assertThat(rulings.contradicted(pin("b", "a", SAME, "李老师"))).isEmpty();
  }

  @Test
  void sameThroughOthersContradictsDifferent() {
    Rulings rulings = new Rulings(List.of(pin("a", "b", SAME, "王老师"), pin("c", "b", SAME, "赵老师")));
    assertThat(rulings.contradicted(pin("a", "c", DIFFERENT, "李老师")))
        .map(PinnedLink::by)
        .contains("赵老师");
    assertThat(rulings.contradicted(pin("a", "d", DIFFERENT, "李老师"))).isEmpty();
  }

  @Test
  void differentContradictsASameThatWouldLeadAroundIt() {
    PinnedLink apart = pin("a", "c", DIFFERENT, "王老师");
    Rulings rulings = new Rulings(List.of(pin("a", "b", SAME, "赵老师"), apart));
    assertThat(rulings.contradicted(pin("b", "c", SAME, "李老师"))).contains(apart);
    assertThat(rulings.contradicted(pin("c", "b", SAME, "李老师"))).contains(apart);
    assertThat(rulings.contradicted(pin("b", "d", SAME, "李老师"))).isEmpty();
  }

  @Test
  void rulingsThatContradictEachOtherInTheListsGoBackToPeople() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("李大伟").id(World.id("2013-03-05", 101));
    world.aid("赵钱孙").id(World.id("2014-03-05", 101));
    PinnedLink one = rule(world, ROLL, HOUSEHOLDS, SAME).get(0);
    PinnedLink other = rule(world, HOUSEHOLDS, AID, SAME).get(0);
    PinnedLink apart = rule(world, ROLL, AID, DIFFERENT).get(0);
    assertThat(world.link(one, other, apart).undecided())
        .extracting(Undecided::tier, Undecided::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Tier.RULED, "link.undecided.rulings-contradict"));
  }
}

package cn.bidui.link;

import static cn.bidui.link.PinnedLink.Ruling.DIFFERENT;
import static cn.bidui.link.PinnedLink.Ruling.SAME;
import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinsTest {

  private static final String ID = World.id("2012-03-05", 101);

  private static String handle(World world, ListKind kind, int row) {
    Map<ListKind, RecordTable> tables = world.tables();
    return Handles.ruled(tables.get(kind), row, World.HASH);
  }

  private static PinnedLink pin(
      World world, ListKind left, int a, ListKind right, int b, PinnedLink.Ruling ruling) {
    return new PinnedLink(handle(world, left, a), handle(world, right, b), ruling, "张老师");
  }

  @Test
  void theSamePersonIsLinkedWhateverTheListsSay() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("李大伟").id(World.id("2013-03-05", 101));
    LinkResult links = world.link(pin(world, ROLL, 0, AID, 0, SAME));
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.tier(AID, 0)).isEqualTo(Tier.RULED);
    assertThat(links.notes())
        .extracting(IdentityNote::tier, IdentityNote::detail)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Tier.RULED, "link.name.different"));
  }

  @Test
  void differentPeopleStayApartAndAreNotAskedAboutAgain() {
    World world = new World();
    world.roll("王小明").id(ID).school("甲校");
    world.aid("李大伟").id(ID);
    PinnedLink pin = pin(world, ROLL, 0, AID, 0, DIFFERENT);
    assertThat(world.link().undecided()).hasSize(1);
    assertThat(world.link(pin).undecided()).isEmpty();
    assertThat(world.link(pin).persons()).isEqualTo(2);
  }

  @Test
  void differentPeopleStayApartUnderOneIdAndOneName() {
    World world = new World();
    world.roll("王小明").id(ID).born("2012-03-05", "MALE");
    world.household("王小明").id(ID);
    world.aid("王小明").id(ID).studentNumber("L990101201203050017");
    LinkResult links = world.link(pin(world, ROLL, 0, AID, 0, DIFFERENT));
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.person(HOUSEHOLDS, 0)).isZero();
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNLINKED);
  }

  @Test
  void noChainOfSameLeadsAroundDifferent() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("李大伟").id(World.id("2013-03-05", 101));
    world.aid("赵钱孙").id(World.id("2014-03-05", 101));
    LinkResult links =
        world.link(
            pin(world, ROLL, 0, HOUSEHOLDS, 0, SAME),
            pin(world, HOUSEHOLDS, 0, AID, 0, SAME),
            pin(world, ROLL, 0, AID, 0, DIFFERENT));
    assertThat(links.person(ROLL, 0)).isNotEqualTo(links.person(AID, 0));
  }

  @Test
  void theLastRulingOnAPairHolds() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("李大伟").id(ID);
    LinkResult links =
        world.link(pin(world, ROLL, 0, AID, 0, DIFFERENT), pin(world, AID, 0, ROLL, 0, SAME));
    assertThat(links.persons()).isEqualTo(1);
  }

  @Test
  void aHandleThatNobodyHasTonightChangesNothing() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("王小明").id(ID);
    LinkResult links = world.link(new PinnedLink("nobody", "either", DIFFERENT, "张老师"));
    assertThat(links.persons()).isEqualTo(1);
  }

  @Test
  void aRulingKeepsACandidateOfALaterTierApart() {
    World world = new World();
    world.roll("王小明").studentNumber("G" + ID);
    world.household("王小明").id(ID);
    LinkResult links = world.link(pin(world, ROLL, 0, HOUSEHOLDS, 0, DIFFERENT));
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).isEmpty();
  }
}

package cn.bidui.link;

import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Limit;
import cn.bidui.source.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class BirthTiersTest {

  private static final String BORN = "2012-03-05";
  private static final String ID = World.id(BORN, 101);
  private static final String FATHER = World.id("1985-01-01", 301);

  @Test
  void aGuardianInTheHouseholdLinksAChildWithoutId() {
    World world = new World();
    world.roll("王小明").id(ID).guardian(FATHER);
    world.household("王大山").id(FATHER).household("H1");
    world.household("王小明").born(BORN, "MALE").household("H1");
    LinkResult links = world.link();
    assertThat(links.person(HOUSEHOLDS, 1)).isZero();
    assertThat(links.tier(HOUSEHOLDS, 1)).isEqualTo(Tier.NAME_BIRTH_SEX_AND_MORE);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void theHeadOfTheHouseholdCountsAsGuardian() {
    World world = new World();
    world.roll("王小明").born(BORN, "MALE").guardian(FATHER);
    world.household("王小明").id(ID).with(Field.HEAD_ID, FATHER);
    assertThat(world.link().persons()).isEqualTo(1);
  }

  @Test
  void nameBirthAndSexOnlyAreLeftToPeople() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("王小明").born(BORN, "MALE");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided())
        .containsExactly(
            new Undecided(
                ROLL,
                0,
                HOUSEHOLDS,
                0,
                Tier.NAME_BIRTH_SEX,
                1700 + 1240 + 100 - 1700,
                "link.undecided.name-birth-sex"));
  }

  @Test
  void aFormerNameIsLookedForToo() {
    World world = new World();
    world.roll("赵钱孙").former("李周吴").id(ID).guardian(FATHER);
    world.household("李周吴").born(BORN, "MALE").with(Field.HEAD_ID, FATHER);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.notes())
        .extracting(IdentityNote::tier)
        .containsExactly(Tier.NAME_BIRTH_SEX_AND_MORE);
  }

  @Test
  void twoChildrenWhoFitAreBothLeftToPeople() {
    World world = new World();
    world.roll("王小明").id(ID).guardian(FATHER);
    world.household("王小明").born(BORN, "MALE").with(Field.HEAD_ID, FATHER);
    world.household("王小明").born(BORN, "MALE").with(Field.HEAD_ID, FATHER);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(3);
    assertThat(links.decision(HOUSEHOLDS, 0)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.decision(HOUSEHOLDS, 1)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.tier(HOUSEHOLDS, 1)).isEqualTo(Tier.NAME_BIRTH_SEX_AND_MORE);
  }

  @Test
  void aChildWhoFitsTwoPupilsIsLeftToPeople() {
    World world = new World();
    world.roll("王小明").id(ID).guardian(FATHER);
    world.roll("王小明").id(World.id(BORN, 735)).guardian(FATHER);
    world.household("王小明").born(BORN, "MALE").with(Field.HEAD_ID, FATHER);
    assertThat(world.link().persons()).isEqualTo(3);
  }

  @Test
  void nameAndSchoolAloneAreNeverEnough() {
    World world = new World();
    world.roll("王小明").id(ID).school("甲校");
    world.aid("王小明").school("甲校");
    LinkResult links = world.link();
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNLINKED);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void twinsWithoutIdsAreNoPair() {
    World world = new World();
    world.roll("张子涵").born(BORN, "MALE").guardian(FATHER);
    world.household("张子轩").born(BORN, "MALE").with(Field.HEAD_ID, FATHER);
    LinkResult links = world.link();
    assertThat(links.undecided()).isEmpty();
    assertThat(links.persons()).isEqualTo(2);
  }

  @Test
  void anEvenLargerBlockIsReportedInsteadOfCompared() {
    World world = new World();
    for (int i = 0; i < 4; i++) {
      world.household("王小明").born(BORN, "MALE");
    }
    LinkLimits limits =
        new LinkLimits(
            new Limit(3, "rows", "test", "test"),
            LinkLimits.defaults().namesOnOneNumber(),
            LinkLimits.defaults().weights());
    LinkResult links = new Linker(limits).link(world.tables(), List.of(), World.HASH);
    assertThat(links.oversizedBlocks()).containsExactly("name+birth+sex × 4");
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void aHouseholdNumberOfAMultitudeIsAPlaceholder() {
    World world = new World();
    world.roll("王小明").id(ID).guardian(FATHER);
    world.household("王大山").id(FATHER).household("0");
    world.household("王小明").born(BORN, "MALE").household("0");
    for (int i = 0; i < 60; i++) {
      world.household("无关").household("0");
    }
    LinkResult links = world.link();
    assertThat(links.tier(HOUSEHOLDS, 1)).isEqualTo(Tier.NAME_BIRTH_SEX);
    assertThat(links.decision(HOUSEHOLDS, 1)).isEqualTo(Decision.UNDECIDED);
  }

  @Test
  void emptyListsGiveNobody() {
    World world = new World();
    assertThat(world.link().persons()).isZero();
  }
}

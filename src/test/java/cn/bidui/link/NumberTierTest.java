package cn.bidui.link;

import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.IdentityNote.Kind;
import org.junit.jupiter.api.Test;

class NumberTierTest {

  private static final String ID = World.id("2012-03-05", 101);
  private static final String NUMBER = "G" + ID;

  @Test
  void theIdWithinAStudentNumberLinksARowWithoutId() {
    World world = new World();
    world.roll("王小明").studentNumber(NUMBER);
    world.household("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.tier(ROLL, 0)).isEqualTo(Tier.EMBEDDED_ID);
    assertThat(links.notes())
        .containsExactly(
            new IdentityNote(
                Kind.ID_REPAIRED, ROLL, 0, HOUSEHOLDS, 0, Tier.EMBEDDED_ID, "link.slip.missing"));
  }

  @Test
  void theIdWithinAStudentNumberLinksARowWithAWrongId() {
    World world = new World();
    world.aid("王小明").studentNumber(NUMBER).id("990101201203059999");
    world.roll("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.notes())
        .extracting(IdentityNote::left, IdentityNote::detail)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(AID, "link.slip.student-number"));
  }

  @Test
  void aSimilarNameLinksWithASecondNote() {
    World world = new World();
    world.aid("王小朋").studentNumber(NUMBER);
    world.roll("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.notes())
        .extracting(IdentityNote::kind)
        .containsExactly(Kind.NAME_DIFFERS, Kind.ID_REPAIRED);
  }

  @Test
  void aDifferentNameIsNoPair() {
    World world = new World();
    world.aid("李大伟").studentNumber(NUMBER);
    world.roll("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNLINKED);
  }

  @Test
  void equalStudentNumbersLinkAGrantWithoutId() {
    World world = new World();
    world.roll("王小明").studentNumber("L990101201203050017").born("2012-03-05", "MALE");
    world.aid("王小明").studentNumber("L990101201203050017");
    world.aid("王小明").studentNumber("L990101201203050017");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.tier(AID, 1)).isEqualTo(Tier.EMBEDDED_ID);
    assertThat(links.notes()).isEmpty();
  }

  @Test
  void aNumberOfOneSchoolIsNoStudentNumber() {
    World world = new World();
    world.roll("王小明").studentNumber("20120017");
    world.aid("王小明").studentNumber("20120017");
    assertThat(world.link().persons()).isEqualTo(2);
  }

  @Test
  void anIdThatWasChangedIsLinkedToTheOldOneWhenNameBirthAndSexAgree() {
    World world = new World();
    world.roll("王小明").studentNumber(NUMBER).id(World.id("2012-03-05", 735));
    world.aid("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.notes())
        .containsExactly(
            new IdentityNote(
                Kind.ID_REPAIRED, AID, 0, ROLL, 0, Tier.EMBEDDED_ID, "link.slip.changed"));
  }

  @Test
  void twoValidIdsWithDifferentBirthDatesAreLeftToPeople() {
    World world = new World();
    world.roll("王小明").studentNumber(NUMBER).id(World.id("2012-08-09", 735));
    world.aid("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided())
        .extracting(Undecided::tier, Undecided::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Tier.EMBEDDED_ID, "link.undecided.id-changed"));
  }

  @Test
  void twinsAreNotMergedWhenOneHasTheStudentNumberOfTheOther() {
    World world = new World();
    world.roll("张子涵").id(ID).studentNumber(NUMBER);
    world.roll("张子轩").studentNumber(NUMBER);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).extracting(Undecided::tier).containsExactly(Tier.EMBEDDED_ID);
  }

  @Test
  void twoNamesOnOneStudentNumberAreBothLeftToPeople() {
    World world = new World();
    world.aid("张子涵").studentNumber(NUMBER);
    world.aid("张子轩").studentNumber(NUMBER);
    world.household("张子墨").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(3);
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.decision(AID, 1)).isEqualTo(Decision.UNDECIDED);
  }

  @Test
  void aRowThatPointsAtTwoPeopleIsLeftToPeople() {
    World world = new World();
    world.roll("王小明").id(World.id("2013-05-06", 735)).studentNumber("L990101201203050017");
    world.roll("王小明").id(World.id("2014-05-06", 735)).studentNumber("L990101201203050017");
    world.aid("王小明").studentNumber("L990101201203050017");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(3);
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNDECIDED);
  }

  @Test
  void aPlaceholderStudentNumberIsReported() {
    World world = new World();
    String names = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    for (int i = 0; i + 1 < names.length(); i++) {
      world.aid(names.substring(i, i + 2)).studentNumber("L990101000000000000");
    }
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(21);
    assertThat(links.oversizedBlocks()).containsExactly("student-number × 21");
  }
}

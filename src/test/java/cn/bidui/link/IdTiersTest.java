package cn.bidui.link;

import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.IdentityNote.Kind;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTiersTest {

  private static final String BORN = "2012-03-05";
  private static final String ID = World.id(BORN, 101);
  private static final String TWIN = World.id(BORN, 121);

  @Test
  void equalIdsAndEqualNamesAreLinkedAsTier1() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("王小明").id(ID);
    world.aid("王 小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.decision(ROLL, 0)).isEqualTo(Decision.LINKED);
    assertThat(links.tier(AID, 0)).isEqualTo(Tier.ID_AND_NAME);
    assertThat(links.tier(HOUSEHOLDS, 0)).isEqualTo(Tier.ID_AND_NAME);
    assertThat(links.weight(ROLL, 0)).isEqualTo(1700 + 2300 + 1240 + 100 - 1700);
    assertThat(links.notes()).isEmpty();
    assertThat(links.undecided()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "肖小明,萧小明,link.name.variant",
    "王婷,王亭,link.name.homophone",
    "王小佳,王小贾,link.name.other-tone",
    "王小昊,王小吴,link.name.look-alike",
    "王晨宇,王辰雨,link.name.homophone",
    "王?明,王暐明,link.name.wildcard",
    "王□,王暐,link.name.wildcard",
    "王\uE001明,王暐明,link.name.wildcard",
    "阿依努尔,阿依努尔·买买提,link.name.cut-at-dot",
    "王小明,王大明,link.name.one-of-several",
    "王小明,王明,link.name.swapped-or-added",
    "王小明,王明小,link.name.swapped-or-added",
  })
  void equalIdsAndSimilarNamesAreLinkedAsTier2WithANote(String left, String right, String detail) {
    World world = new World();
    world.roll(left).id(ID);
    world.aid(right).id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.tier(ROLL, 0)).isEqualTo(Tier.ID_AND_SIMILAR_NAME);
    assertThat(links.notes())
        .containsExactly(
            new IdentityNote(Kind.NAME_DIFFERS, ROLL, 0, AID, 0, Tier.ID_AND_SIMILAR_NAME, detail));
  }

  @Test
  void aFormerNameIsTheNameItself() {
    World world = new World();
    world.roll("赵钱孙").id(ID).former("李周吴");
    world.household("李周吴").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.tier(HOUSEHOLDS, 0)).isEqualTo(Tier.ID_AND_SIMILAR_NAME);
    assertThat(links.notes()).extracting(IdentityNote::detail).containsExactly("link.name.former");
  }

  @Test
  void equalIdsAndWhollyDifferentNamesAreNeverMerged() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("李大伟").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.decision(ROLL, 0)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.tier(AID, 0)).isEqualTo(Tier.ID_ONLY);
    assertThat(links.undecided())
        .containsExactly(
            new Undecided(
                ROLL,
                0,
                AID,
                0,
                Tier.ID_ONLY,
                2300 - 1000 + 1240 + 100 - 1700,
                "link.undecided.id-shared"));
    assertThat(links.notes())
        .containsExactly(
            new IdentityNote(Kind.ID_SHARED, ROLL, 0, AID, 0, Tier.ID_ONLY, "link.name.different"));
  }

  @Test
  void oneListCanGiveOneIdToTwoPeopleToo() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.roll("李大伟").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.notes()).extracting(IdentityNote::kind).containsExactly(Kind.ID_SHARED);
  }

  @Test
  void ofOneListAndBornApartTheReasonStillSaysWhetherTheNamesAreAlike() {
    World world = new World();
    world.roll("王小明").id(ID).born("2013-05-02", "MALE");
    world.roll("李大伟").id(ID).born("2015-07-08", "MALE");
    assertThat(world.link().undecided())
        .extracting(Undecided::reason)
        .containsExactly("link.undecided.id-shared");
  }

  @Test
  void aRowThatIsLinkedElsewhereStaysLinkedBesideAnOpenPair() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("王小明").id(ID);
    world.aid("李大伟").id(ID);
    LinkResult links = world.link();
    assertThat(links.decision(ROLL, 0)).isEqualTo(Decision.LINKED);
    assertThat(links.tier(ROLL, 0)).isEqualTo(Tier.ID_AND_NAME);
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNDECIDED);
  }

  @Test
  void aChainOfSmallDifferencesDoesNotTieDifferentNames() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("王小刚").id(ID);
    world.aid("王大刚").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(3);
    assertThat(links.undecided()).hasSize(3);
  }

  @Test
  void twoRollsOfOnePupilAreOnePersonWithTwoRows() {
    World world = new World();
    world.roll("王小明").id(ID).school("甲校");
    world.roll("王小明").id(ID).school("乙校");
    LinkResult links = world.link();
    assertThat(links.rows(ROLL, 0)).containsExactly(0, 1);
    assertThat(links.rows(AID, 0)).isEmpty();
    assertThat(links.decision(ROLL, 1)).isEqualTo(Decision.LINKED);
    assertThat(links.tier(ROLL, 1)).isEqualTo(Tier.ID_AND_NAME);
  }

  @Test
  void grantsOfSeveralTermsAreOnePersonWhoIsLinkedByTheBestOfThem() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("王小明").id(ID);
    world.aid("王小朋").id(ID);
    world.aid("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.rows(AID, 0)).containsExactly(0, 1, 2);
    assertThat(links.tier(AID, 2)).isEqualTo(Tier.ID_AND_NAME);
    assertThat(links.tier(AID, 1)).isEqualTo(Tier.ID_AND_SIMILAR_NAME);
  }

  @Test
  void aPersonOnNoOtherListIsUnlinked() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("李大伟").id(World.id("2013-04-06", 202));
    LinkResult links = world.link();
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNLINKED);
    assertThat(links.tier(AID, 0)).isEqualTo(Tier.NONE);
    assertThat(links.weight(AID, 0)).isZero();
  }

  @Test
  void aDisabilityCardCountsAsTheIdWithinIt() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("王小明").id(ID + "42");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.tier(HOUSEHOLDS, 0)).isEqualTo(Tier.EMBEDDED_ID);
    assertThat(links.notes()).isEmpty();
  }

  @Test
  void twinsAreNotMergedWhenOneHasTheIdOfTheOther() {
    String hers = World.id("2012-03-05", 102);
    World world = new World();
    world.roll("张子涵").id(ID);
    world.roll("张子轩").id(hers);
    world.aid("张子轩").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(3);
    assertThat(links.undecided())
        .extracting(Undecided::reason)
        .containsExactly("link.undecided.id-of-relative", "link.undecided.ids-near");
  }

  @Test
  void siblingsAreNotMergedWhenOneHasTheIdOfTheOther() {
    World world = new World();
    world.roll("张子涵").id(ID).guardian(World.id("1985-01-01", 301));
    world.roll("张子轩").id(World.id("2014-06-07", 102)).guardian(World.id("1985-01-01", 301));
    world.aid("张子轩").id(ID);
    assertThat(world.link().person(AID, 0)).isEqualTo(2);
  }

  @Test
  void aChildWithTheIdOfAParentIsNotTheParent() {
    String father = World.id("1985-01-01", 301);
    World world = new World();
    world.roll("张明").id(father).born("2012-03-05", "MALE");
    world.household("张山").id(father).born("1985-01-01", "MALE");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).hasSize(1);
  }

  @Test
  void namesakesWithOneBirthdayAndDistantIdsAreNoPair() {
    World world = new World();
    world.roll("王小明").id(World.id("2012-03-05", 101));
    world.aid("王小明").id(World.id("2012-03-05", 735));
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void aPlaceholderIdIsReportedAndItsNamesStayApart() {
    World world = new World();
    String names = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    for (int i = 0; i + 1 < names.length(); i++) {
      world.household(names.substring(i, i + 2)).id(ID);
    }
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(21);
    assertThat(links.oversizedBlocks()).containsExactly("citizen-id × 21");
    assertThat(links.undecided()).hasSize(20).allMatch(pair -> pair.leftRow() == 0);
  }

  @Test
  void aPersonIsNumberedByTheFirstRowRollFirstThenHouseholds() {
    World world = new World();
    world.aid("甲一").id(World.id("2012-01-01", 1));
    world.household("乙二").id(World.id("2012-01-02", 1));
    world.roll("丙三").id(World.id("2012-01-03", 1));
    LinkResult links = world.link();
    assertThat(links.person(ROLL, 0)).isZero();
    assertThat(links.person(HOUSEHOLDS, 0)).isEqualTo(1);
    assertThat(links.person(AID, 0)).isEqualTo(2);
  }

  @Test
  void oneNameAndIdOfTwoBirthsInOneListIsAQuestion() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.household("王小明").id(ID).born("2014-01-02", "MALE");
    world.household("王小明").id(ID).born(BORN, "MALE");
    LinkResult links = world.link();
    assertThat(links.person(HOUSEHOLDS, 1)).isEqualTo(links.person(ROLL, 0));
    assertThat(links.person(HOUSEHOLDS, 0)).isNotEqualTo(links.person(ROLL, 0));
    assertThat(links.undecided()).isNotEmpty();
  }

  @Test
  void aTwinOfTheNameInAnotherWayOfWritingItKeepsRowsApart() {
    World world = new World();
    world.roll("姜浩恩").id(ID).born(BORN, "MALE");
    world.roll("姜浩峰").id(TWIN).born(BORN, "MALE");
    world.household("姜浩峯").id(ID).born(BORN, "MALE");
    LinkResult links = world.link();
    assertThat(links.person(HOUSEHOLDS, 0)).isNotEqualTo(links.person(ROLL, 0));
    assertThat(links.undecided()).isNotEmpty();
  }

  @Test
  void aListThatNamesTwoUnderOneIdIsAsked() {
    World world = new World();
    world.aid("陈思涵").id(ID);
    world.aid("陈思轩").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).hasSize(1);
  }

  @Test
  void aPupilUnderAnIdOfAnotherNumberIsAskedAboutIfTheNameIsNotTheVeryOne() {
    World world = new World();
    world.household("欧阳志明").id(ID);
    world.aid("欧阳志君").id(ID).studentNumber("G" + TWIN).with(Field.GRADE, "PRIMARY-4");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).hasSize(1);
  }

  @Test
  void oneCharacterAndAnotherSchoolAreTooMuchWhereNothingElseTies() {
    World world = new World();
    world.roll("张墨然").id(ID).school("甲校");
    world.aid("张墨岩").id(ID).school("乙校");
    assertThat(world.link().persons()).isEqualTo(2);
    World tied = new World();
    tied.roll("张墨然").id(ID).school("甲校");
    tied.aid("张墨岩").id(ID).school("甲校");
    assertThat(tied.link().persons()).isEqualTo(1);
  }

  @Test
  void aListThatNamesBothSiblingsUnderOneIdLinksNeitherByALostCharacter() {
    World world = new World();
    String id = World.id("2018-02-05", 65);
    world.roll("罗俊豪").id(id).school("第一小学");
    world.aid("罗俊").id(id).school("第一小学");
    world.aid("罗俊豪").id(id).school("第一小学");
    LinkResult links = world.link();
    assertThat(links.person(ListKind.AID, 1)).isEqualTo(links.person(ListKind.ROLL, 0));
    assertThat(links.person(ListKind.AID, 0)).isNotEqualTo(links.person(ListKind.ROLL, 0));
    assertThat(links.undecided()).isNotEmpty();
  }
}

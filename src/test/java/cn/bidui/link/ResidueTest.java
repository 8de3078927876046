package cn.bidui.link;

import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.CIVIL;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.PAYMENTS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.bidui.source.Field;
import org.junit.jupiter.api.Test;

/** Rows whose ids do not tell who they are: what is asked about, and what is left alone. */
class ResidueTest {

  private static final String BORN = "2012-03-05";
  private static final String ID = World.id(BORN, 101);
  private static final String FATHER = World.id("1985-01-01", 301);
  private static final String RESEMBLING = "link.undecided.resembling";

  private static World.Row seated(World.Row row) {
    return row.school("甲校").with(Field.GRADE, "PRIMARY-3");
  }

  private static void asked(World world) {
    LinkResult links = world.link();
    assertThat(links.undecided())
        .extracting(Undecided::tier, Undecided::reason)
        .containsExactly(tuple(Tier.RESEMBLING, RESEMBLING));
    assertThat(links.decision(ROLL, 0)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.tier(ROLL, 0).label()).isEqualTo("7");
  }

  @Test
  void aGrantWithoutIdIsAskedAboutByNameSchoolAndGrade() {
    World world = new World();
    seated(world.roll("王小明")).id(ID);
    seated(world.aid("王小明"));
    asked(world);
  }

  @Test
  void ofTwoNamesakesTheOneInTheSameGradeIsAskedAbout() {
    World world = new World();
    seated(world.roll("王小明")).id(ID);
    world.roll("王小明").id(World.id("2013-05-06", 101)).school("甲校");
    seated(world.aid("王小明"));
    asked(world);
  }

  @Test
  void twoNamesakesInOneGradeAreBothAskedAbout() {
    World world = new World();
    seated(world.roll("王小明")).id(ID);
    seated(world.roll("王小明")).id(World.id("2013-05-06", 101));
    seated(world.aid("王小明"));
    assertThat(world.link().undecided()).extracting(Undecided::leftRow).containsExactly(0, 1);
  }

  @Test
  void anIdWithTwoSlipsIsAskedAboutWithTheNameAlone() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("王小明").id("88" + ID.substring(2)).school("甲校");
    asked(world);
  }

  @Test
  void twoRowsOfOneListAndDayAreAskedAboutIfOneLacksTheId() {
    World world = new World();
    world.household("王大山").id(FATHER).household("1234567").born("1985-01-01", "MALE");
    world.household("王大山").household("1234567").born("1985-01-01", "MALE");
    assertThat(world.link().undecided())
        .extracting(Undecided::tier, Undecided::reason)
        .containsExactly(tuple(Tier.NAME_BIRTH_SEX_AND_MORE, "link.undecided.not-unique"));
  }

  @Test
  void namesakesOfOneListBornOnOtherDaysAreTwo() {
    World world = new World();
    seated(world.roll("王小明")).id(ID);
    seated(world.roll("王小明")).born("2012-03-06", "MALE");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void aSoundAlikeWithoutIdIsAskedAboutByBirthDate() {
    World world = new World();
    world.roll("王晨宇").id(ID);
    world.household("王辰雨").born(BORN, "MALE");
    asked(world);
  }

  @Test
  void aSlipInTheBirthDateIsAskedAboutWithinOneFamily() {
    World world = new World();
    world.roll("王小明").id(ID).guardian(FATHER);
    world.household("王大山").id(FATHER).household("H1");
    world.household("王小明").born("2012-03-06", "MALE").household("H1");
    asked(world);
  }

  @Test
  void aGrantWithAStrangersIdIsAskedAboutWhereNobodyElseHasTheSeat() {
    World world = new World();
    seated(world.roll("王小明")).id(ID);
    seated(world.aid("王小明")).id(World.id("2013-05-06", 735));
    asked(world);
  }

  @Test
  void aGrantWithAStrangersIdIsNobodysWhereTheSeatIsTaken() {
    World world = new World();
    seated(world.roll("王小明")).id(ID);
    seated(world.aid("王小明")).id(ID);
    seated(world.aid("王小明")).id(World.id("2013-05-06", 735));
    LinkResult links = world.link();
    assertThat(links.undecided()).isEmpty();
    assertThat(links.decision(AID, 1)).isEqualTo(Decision.UNLINKED);
  }

  @Test
  void aChildWithTheIdOfASiblingIsAskedAboutBesideBoth() {
    World world = new World();
    world.roll("张明").id(ID).guardian(FATHER);
    world.roll("张丽华").id(World.id("2014-06-07", 102)).guardian(FATHER);
    world.household("张丽华").id(ID).born("2014-06-07", "FEMALE").with(Field.HEAD_ID, FATHER);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(3);
    assertThat(links.undecided())
        .extracting(Undecided::leftRow, Undecided::tier)
        .containsExactly(tuple(0, Tier.ID_ONLY), tuple(1, Tier.RESEMBLING));
  }

  @Test
  void twinsOnOneRollWithOneIdAreTwoPupils() {
    World world = new World();
    world.roll("宋璇欣").id(ID);
    world.roll("宋璇涵").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).extracting(Undecided::tier).containsExactly(Tier.ID_ONLY);
  }

  @Test
  void aClassmateOfTheVeryNameIsPreferredToALikenessUnderOneId() {
    World world = new World();
    seated(world.roll("张梓涵")).id(ID);
    seated(world.roll("张子涵")).id(World.id("2013-05-06", 101));
    seated(world.aid("张子涵")).id(ID);
    LinkResult links = world.link();
    assertThat(links.person(AID, 0)).isEqualTo(2);
    assertThat(links.decision(AID, 0)).isEqualTo(Decision.UNDECIDED);
  }

  @Test
  void aNamesakeInAnotherSchoolDoesNotUnsettleALikenessUnderOneId() {
    World world = new World();
    seated(world.roll("张梓涵")).id(ID);
    world.roll("张子涵").id(World.id("2013-05-06", 101)).school("乙校");
    seated(world.aid("张子涵")).id(ID);
    assertThat(world.link().person(AID, 0)).isZero();
  }

  @Test
  void aGuardianOfAWholeSchoolTiesNobody() {
    World world = new World();
    world.roll("王小明").id(ID).guardian(FATHER);
    for (int i = 0; i < 61; i++) {
      world.roll("无关" + (char) ('一' + i)).guardian(FATHER);
    }
    world.household("王小明").born(BORN, "MALE").with(Field.HEAD_ID, FATHER);
    LinkResult links = world.link();
    assertThat(links.decision(HOUSEHOLDS, 0)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.tier(HOUSEHOLDS, 0)).isEqualTo(Tier.NAME_BIRTH_SEX);
  }

  @Test
  void namesakesUnderAPlaceholderAreNotMerged() {
    World world = new World();
    String names = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    for (int i = 0; i + 1 < names.length(); i++) {
      world.aid(names.substring(i, i + 2)).id(ID);
    }
    world.aid("甲乙").id(ID);
    assertThat(world.link().persons()).isEqualTo(22);
  }

  @Test
  void oneDigitOverAndOverIsNobodysId() {
    World world = new World();
    world.aid("王小明").id("000000000000000000");
    world.aid("王小明").id("000000000000000000");
    assertThat(world.link().persons()).isEqualTo(2);
  }

  @Test
  void whoeverWasPaidIsNotTheChild() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.add(PAYMENTS, "").id(ID).with(Field.PAYEE_NAME, "王大山");
    LinkResult links = world.link();
    assertThat(links.person(PAYMENTS, 0)).isEqualTo(1);
    assertThat(links.decision(PAYMENTS, 0)).isEqualTo(Decision.UNLINKED);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void aPaymentToTheChildIsTheChilds() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.add(PAYMENTS, "王小明").id(ID).with(Field.PAYEE_NAME, "王大山");
    assertThat(world.link().person(PAYMENTS, 0)).isZero();
  }

  @Test
  void aCivilRowThatNamesTheHeadOnlyIsTheHead() {
    World world = new World();
    world.household("王大山").id(FATHER).household("H1");
    world.add(CIVIL, "").with(Field.HEAD_NAME, "王大山").with(Field.HEAD_ID, FATHER);
    LinkResult links = world.link();
    assertThat(links.person(CIVIL, 0)).isEqualTo(links.person(HOUSEHOLDS, 0));
    assertThat(links.tier(CIVIL, 0)).isEqualTo(Tier.ID_AND_NAME);
  }

  @Test
  void aNamesakeOfTheVillageWithoutAnyNumberIsAskedAbout() {
    World world = new World();
    world.roll("王小明").born(BORN, "MALE").with(Field.TOWNSHIP, "三河村");
    world.household("王小明").with(Field.VILLAGE, "三河村").with(Field.SEX, "MALE");
    asked(world);
  }

  @Test
  void aNamesakeOfAnotherVillageOrSexIsLeftAlone() {
    World world = new World();
    world.roll("王小明").born(BORN, "MALE").with(Field.TOWNSHIP, "三河村");
    world.household("王小明").with(Field.VILLAGE, "四河村").with(Field.SEX, "MALE");
    world.household("王小明").with(Field.VILLAGE, "三河村").with(Field.SEX, "FEMALE");
    assertThat(world.link().undecided()).isEmpty();
  }

  @Test
  void aPupilUnderTheIdOfAGuardianIsLookedForByAllElse() {
    World world = new World();
    seated(world.roll("王小明")).id(ID).born(BORN, "MALE").guardian(FATHER);
    seated(world.aid("王小明")).id(FATHER);
    asked(world);
  }
}

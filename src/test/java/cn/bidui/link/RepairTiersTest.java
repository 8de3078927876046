package cn.bidui.link;

import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.bidui.link.IdentityNote.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTiersTest {

  private static final String BORN = "2012-03-05";
  private static final String ID = World.id(BORN, 101);

  /** {@code 990101201203051019} or the like, with one digit replaced. */
  private static String slip(String id, int at) {
    char wrong = id.charAt(at) == '7' ? '4' : '7';
    return id.substring(0, at) + wrong + id.substring(at + 1);
  }

  @Test
  void aRepairedIdLinksWhenNameBirthAndSexAgree() {
    World world = new World();
    world.roll("王小明").id(slip(ID, 3)).born(BORN, "MALE");
    world.household("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.tier(ROLL, 0)).isEqualTo(Tier.REPAIRED_ID);
    assertThat(links.notes())
        .containsExactly(
            new IdentityNote(
                Kind.ID_REPAIRED,
                ROLL,
                0,
                HOUSEHOLDS,
                0,
                Tier.REPAIRED_ID,
                "link.slip.substitution"));
  }

  @ParameterizedTest
  @CsvSource({
    "990101201230051011,link.slip.swap",
    "99010120120305101,link.slip.lost",
    "9901012012003051011,link.slip.added",
    "990101201203051000,link.slip.zeros",
    "9.90101201203051E+17,link.slip.zeros",
    "99O101201203051011,link.slip.substitution",
  })
  void everySlipIsNamed(String damaged, String detail) {
    World world = new World();
    world.roll("王小明").id(damaged).born(BORN, "MALE");
    world.household("王小明").id("990101201203051011");
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(1);
    assertThat(links.notes()).extracting(IdentityNote::detail).containsExactly(detail);
  }

  @Test
  void aDamagedCardNumberIsRepairedToo() {
    World world = new World();
    world.household("王小明").id(slip(ID, 2) + "42").born(BORN, "MALE");
    world.roll("王小明").id(ID);
    assertThat(world.link().tier(HOUSEHOLDS, 0)).isEqualTo(Tier.REPAIRED_ID);
  }

  @Test
  void aGrantHasNoBirthDateSoItsRepairIsLeftToPeople() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("王小明").id(slip(ID, 3));
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided())
        .containsExactly(
            new Undecided(
                ROLL,
                0,
                AID,
                0,
                Tier.NEARLY_REPAIRED_ID,
                1700 + 1700 - 1700,
                "link.undecided.repair-incomplete"));
    assertThat(links.decision(ROLL, 0)).isEqualTo(Decision.UNDECIDED);
  }

  @Test
  void anotherSexLeavesARepairToPeople() {
    World world = new World();
    world.roll("王小明").id(slip(ID, 3)).born(BORN, "FEMALE");
    world.household("王小明").id(ID);
    assertThat(world.link().undecided()).hasSize(1);
  }

  @Test
  void aRepairWithAllElseAnotherIsNoPair() {
    World world = new World();
    world.roll("李大伟").id(slip(ID, 3)).born("2013-07-08", "MALE");
    world.household("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.undecided()).isEmpty();
    assertThat(links.decision(ROLL, 0)).isEqualTo(Decision.UNLINKED);
  }

  @Test
  void aRepairedIdThatSomebodyOfTheListHasIsLeftToPeople() {
    World world = new World();
    world.roll("王小明").id(slip(ID, 3)).born(BORN, "MALE");
    world.roll("王小明").id(ID).school("乙校");
    world.household("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided())
        .extracting(Undecided::reason)
        .containsExactly("link.undecided.repair-claimed");
  }

  @Test
  void twoDamagedRowsThatRepairToOneIdAreBothLeftToPeople() {
    World world = new World();
    world.household("王小明").id(slip(ID, 3)).born(BORN, "MALE");
    world.household("王小明").id(slip(ID, 4)).born(BORN, "MALE");
    world.roll("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(3);
    assertThat(links.decision(HOUSEHOLDS, 0)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.decision(HOUSEHOLDS, 1)).isEqualTo(Decision.UNDECIDED);
    assertThat(links.tier(HOUSEHOLDS, 1)).isEqualTo(Tier.NEARLY_REPAIRED_ID);
  }

  @Test
  void aClaimWithLessEvidenceHoldsBackOneWithMore() {
    World world = new World();
    world.household("王小明").id(slip(ID, 3)).born(BORN, "MALE");
    world.household("王小明").id(slip(ID, 4));
    world.roll("王小明").id(ID);
    assertThat(world.link().persons()).isEqualTo(3);
  }

  @Test
  void twoPossibleIdsAreLeftToPeople() {
    World world = new World();
    world.roll("王小明").id("990101201203051000").born(BORN, "MALE");
    world.household("王小明").id(World.id(BORN, 101));
    world.household("王小刚").id(World.id(BORN, 103));
    LinkResult links = world.link();
    assertThat(links.undecided())
        .extracting(Undecided::rightRow, Undecided::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(0, "link.undecided.repair-several"));
  }

  @Test
  void aTwinIsNotReachedByRepairingTheIdOfTheOther() {
    World world = new World();
    world.household("张子涵").id(ID).household("H1").born(BORN, "MALE");
    world.household("张子轩").id(slip(ID, 16)).household("H1").born(BORN, "MALE");
    world.roll("张子涵").id(ID);
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void aSlipInIdAndNameIsLeftToPeople() {
    World world = new World();
    world.roll("王小朋").id(slip(ID, 3)).born(BORN, "MALE");
    world.household("王小明").id(ID);
    assertThat(world.link().undecided())
        .extracting(Undecided::tier)
        .containsExactly(Tier.NEARLY_REPAIRED_ID);
  }

  @Test
  void oneWrongIdTwiceInOneListIsOnePersonAndInTwoListsAQuestion() {
    World world = new World();
    world.roll("王小明").id(slip(ID, 3));
    world.aid("王小明").id(slip(ID, 3));
    world.aid("王小明").id(slip(ID, 3));
    LinkResult links = world.link();
    assertThat(links.rows(AID, 1)).containsExactly(0, 1);
    assertThat(links.undecided())
        .extracting(Undecided::reason)
        .containsExactly("link.undecided.same-damaged-id");
    assertThat(links.tier(AID, 1)).isEqualTo(Tier.NEARLY_REPAIRED_ID);
  }

  @Test
  void oneWrongIdWithSeveralNamesIsAPlaceholder() {
    World world = new World();
    world.aid("王小明").id("123456789012345678");
    world.aid("王小明").id("123456789012345678");
    world.aid("李大伟").id("123456789012345678");
    world.aid("赵钱孙").id("身份证件正在办理之中暂时没有号码");
    world.aid("赵钱孙").id("身份证件正在办理之中暂时没有号码");
    assertThat(world.link().persons()).isEqualTo(5);
  }

  @Test
  void oneWrongIdWithTwoBirthDatesIsNoPair() {
    World world = new World();
    world.roll("王小明").id(slip(ID, 3)).born(BORN, "MALE");
    world.roll("王小明").id(slip(ID, 3)).born("2013-03-05", "MALE");
    assertThat(world.link().persons()).isEqualTo(2);
  }

  @Test
  void validIdsOneSlipApartAreLeftToPeople() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("王小明").id(World.id(BORN, 201));
    assertThat(world.link().undecided())
        .extracting(Undecided::tier, Undecided::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Tier.NEARLY_REPAIRED_ID, "link.undecided.ids-near"));
  }

  @Test
  void validIdsOneSlipApartAreAskedAboutThoughTheRollHasNeither() {
    World world = new World();
    world.roll("李小红").id(World.id("2011-07-08", 101));
    world.household("王小明").id(ID);
    world.aid("王小明").id(World.id(BORN, 201));
    assertThat(world.link().undecided())
        .extracting(Undecided::tier, Undecided::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Tier.NEARLY_REPAIRED_ID, "link.undecided.ids-near"));
  }

  @Test
  void whoIsOnTheRollAndAnotherListMayHaveASlipInTheIdOfAThird() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("王小明").id(ID);
    world.household("王小明").id(World.id(BORN, 201));
    assertThat(world.link().undecided())
        .extracting(Undecided::reason)
        .containsExactly("link.undecided.ids-near");
  }

  @Test
  void validIdsOneSlipApartThatOneListHoldsAreTwoPeople() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.roll("王小明").id(World.id(BORN, 201));
    world.aid("王小明").id(World.id(BORN, 201));
    assertThat(world.link().undecided()).isEmpty();
  }

  @Test
  void twinsWithAdjacentIdsAreNoPair() {
    World world = new World();
    world.roll("张子涵").id(World.id(BORN, 101)).guardian(World.id("1985-01-01", 7));
    world.roll("张子轩").id(World.id(BORN, 103)).guardian(World.id("1985-01-01", 7));
    world.aid("张子涵").id(World.id(BORN, 101));
    world.aid("张子轩").id(World.id(BORN, 103));
    LinkResult links = world.link();
    assertThat(links.persons()).isEqualTo(2);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void aNicknameWithADamagedIdIsAskedAbout() {
    World world = new World();
    world.roll("王妞妞").id(slip(ID, 3));
    world.household("王小明").id(ID);
    LinkResult links = world.link();
    assertThat(links.undecided())
        .extracting(Undecided::tier, Undecided::reason)
        .containsExactly(tuple(Tier.NEARLY_REPAIRED_ID, "link.undecided.repair-incomplete"));
  }

  @Test
  void anotherSurnameIsAskedAboutWhereBirthAndSexFit() {
    World world = new World();
    world.roll("刘妞妞").id(slip(ID, 3)).born(BORN, "MALE");
    world.household("王小明").id(ID).born(BORN, "MALE");
    assertThat(world.link().undecided()).hasSize(1);
  }

  @Test
  void nobodyIsAskedAboutAnIdWhoseOwnerStandsBeside() {
    World world = new World();
    world.roll("王妞妞").id(slip(ID, 3));
    world.roll("王小明").id(ID);
    world.household("王小明").id(ID);
    assertThat(world.link().undecided()).isEmpty();
  }

  @Test
  void aSiblingWhoHasTheIdDoesNotHideItsOwner() {
    World world = new World();
    world.roll("王小晗").id(slip(ID, 3)).born(BORN, "MALE");
    world.roll("王大勇").id(ID);
    world.household("王小含").id(ID).born(BORN, "MALE");
    assertThat(world.link().undecided())
        .extracting(Undecided::reason)
        .contains("link.undecided.repair-claimed");
  }
}

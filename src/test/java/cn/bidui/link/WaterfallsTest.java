package cn.bidui.link;

import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.bidui.link.Evidence.Agreement;
import cn.bidui.link.Waterfall.Flip;
import cn.bidui.link.Waterfall.Rival;
import cn.bidui.link.Waterfall.Step;
import cn.bidui.link.Waterfall.Strength;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaterfallsTest {

  private static final String ID = World.id("2012-03-05", 101);
  private static final Waterfalls WATERFALLS = new Waterfalls(LinkLimits.defaults());

  private static List<Waterfall> undecided(World world) {
    return WATERFALLS.of(world.tables(), world.link().undecided());
  }

  private static World namesakes() {
    World world = new World();
    world.roll("王小明").id(ID).born("2012-03-05", "MALE").school("甲校");
    world.household("王小明").born("2012-03-05", "MALE").household("H1");
    world.household("王小明").born("2012-03-05", "MALE").household("H2");
    return world;
  }

  @Test
  void theStepsAddUpToWhatThePairWeighs() {
    World world = namesakes();
    assertThat(undecided(world))
        .extracting(Waterfall::total)
        .isEqualTo(world.link().undecided().stream().map(Undecided::weight).toList())
        .containsExactly(1340, 1340, 340);
  }

  @Test
  void aPairAloneWeighsTheSameAsAmongOthers() {
    World world = new World();
    String father = World.id("1985-01-01", 301);
    world.roll("王小明").studentNumber("G" + ID).guardian(father).born("2012-03-05", "MALE");
    world.household("王大山").id(father).household("H1");
    world.household("王小明").id(World.id("2012-03-05", 103)).household("H1");
    Map<ListKind, RecordTable> tables = world.tables();
    Waterfall alone =
        WATERFALLS.of(
            tables.get(ROLL), 0, tables.get(HOUSEHOLDS), 1, Tier.NAME_BIRTH_SEX, "", List.of());
    Undecided pair = new Undecided(ROLL, 0, HOUSEHOLDS, 1, Tier.NAME_BIRTH_SEX, alone.total(), "");
    assertThat(WATERFALLS.of(tables, List.of(pair))).containsExactly(alone);
    assertThat(alone.steps())
        .filteredOn(step -> step.subject().equals("family"))
        .extracting(Step::weight)
        .containsExactly(1500);
  }

  @Test
  void noPairsNoWaterfalls() {
    assertThat(WATERFALLS.of(Map.of(), List.of())).isEmpty();
  }

  @Test
  void theOtherPairsOfTheTwoRowsAreItsRivals() {
    Waterfall first = undecided(namesakes()).get(0);
    assertThat(first.rivals()).hasSize(2).extracting(Rival::weight).containsExactly(1340, 340);
    assertThat(first.flips())
        .filteredOn(Flip.Contested.class::isInstance)
        .extracting(flip -> ((Flip.Contested) flip).ahead())
        .containsExactly(0, 1000);
  }

  @Test
  void whatWouldSettleItIsTheRuleThenTheStrongestMissingAgreement() {
    List<Flip> flips = undecided(namesakes()).get(0).flips();
    assertThat(flips.get(0)).isEqualTo(new Flip.Settles("link.undecided.name-birth-sex"));
    assertThat(flips.get(1)).isInstanceOf(Flip.Lifts.class);
    Flip.Lifts lifts = (Flip.Lifts) flips.get(1);
    assertThat(lifts.step().subject()).isEqualTo("citizen-id");
    assertThat(lifts.to()).isEqualTo(3640);
  }

  private static Step step(Agreement agreement, int weight, int frequency, int most, int least) {
    return new Step("name", "", "", agreement, agreement.key(), weight, frequency, most, least);
  }

  private static Waterfall made(int prior, Step... steps) {
    return new Waterfall(prior, List.of(steps), 2000, 0, Tier.NONE, "", List.of());
  }

  @Test
  void thePriorAndTheFrequenciesCountToo() {
    Waterfall waterfall = made(-1660, step(Agreement.AGREES, 1700, -120, 1700, -1000));
    assertThat(waterfall.total()).isEqualTo(-80);
    assertThat(waterfall.strength()).isEqualTo(Strength.UNLIKELY);
  }

  @Test
  void whatOtherRowsSaidWhenThePairWasDecidedIsALineOfItsOwn() {
    Waterfall alone = made(-1600, step(Agreement.AGREES, 1700, 0, 1700, -1000));
    Waterfall decided = Waterfalls.decided(alone, -900);
    assertThat(decided.total()).isEqualTo(-900);
    assertThat(decided.steps()).hasSize(2).last().extracting(Step::weight).isEqualTo(-1000);
    assertThat(Waterfalls.decided(alone, alone.total())).isSameAs(alone);
  }

  @Test
  void aWeightBetweenTheLinesIsPossibleAndOneAtTheLineLikely() {
    assertThat(made(0, step(Agreement.AGREES, 1999, 0, 1999, 0)).strength())
        .isEqualTo(Strength.POSSIBLE);
    assertThat(made(0, step(Agreement.AGREES, 2000, 0, 2000, 0)).strength())
        .isEqualTo(Strength.LIKELY);
  }

  @Test
  void whereNoSingleAgreementReachesTheLineThatIsSaid() {
    Waterfall waterfall = made(-1000, step(Agreement.DIFFERS, -800, 0, 1240, -800));
    assertThat(waterfall.flips()).containsExactly(new Flip.NothingLifts(240));
    assertThat(made(100).flips()).containsExactly(new Flip.NothingLifts(100));
  }

  @Test
  void theStrongestAgreementIsWhatALikelyPairHangsBy() {
    Step strong = step(Agreement.AGREES, 1700, 0, 1700, -1000);
    Step weak = step(Agreement.AGREES, 400, 0, 400, -500);
    assertThat(made(0, weak, strong).flips()).containsExactly(new Flip.Drops(strong, -600));
  }

  @Test
  void aPairThatNoSingleDifferenceBringsDownHasNothingToFlipIt() {
    Step strong = step(Agreement.AGREES, 2300, 0, 2300, 1500);
    assertThat(made(1000, strong, strong).flips()).isEmpty();
  }

  @Test
  void atMostThreeRivalsAreShownTheStrongestFirst() {
    List<Rival> rivals = List.of(rival(1, 5), rival(2, 40), rival(3, 5), rival(4, 7));
    assertThat(Waterfalls.strongest(rivals))
        .extracting(each -> each.row().row(), Rival::weight)
        .containsExactly(tuple(2, 40), tuple(4, 7), tuple(1, 5));
  }

  private static Rival rival(int row, int weight) {
    return new Rival(new RowRef(new SourceFile("", "a.csv", ""), "", row), weight);
  }

  @Test
  void everyTierStrengthAndReasonHasItsWordsInBothLanguages() {
    for (Messages words : List.of(Messages.ZH, Messages.EN)) {
      for (Tier tier : Tier.values()) {
        assertThat(tier == Tier.NONE || words.has("link.pass." + tier.label())).isTrue();
      }
      assertThat(Strength.values()).allMatch(strength -> words.has(strength.key()));
      assertThat(words.keys("link.undecided."))
          .isNotEmpty()
          .allMatch(key -> words.has(key.replace("link.undecided.", "link.settles.")));
    }
  }

  @Test
  void theWeightIsTheSameInWhicheverOrder() {
    World world = namesakes();
    Map<ListKind, RecordTable> tables = world.tables();
    Waterfall one =
        WATERFALLS.of(tables.get(ROLL), 0, tables.get(HOUSEHOLDS), 0, Tier.NONE, "", List.of());
    Waterfall other =
        WATERFALLS.of(tables.get(HOUSEHOLDS), 0, tables.get(ROLL), 0, Tier.NONE, "", List.of());
    assertThat(one.total()).isEqualTo(other.total()).isEqualTo(1340);
  }
}

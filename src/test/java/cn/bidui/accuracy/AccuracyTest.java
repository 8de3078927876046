package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.bench.Rates;
import org.junit.jupiter.api.Test;

/** A slice of what {@code scripts/accuracy} measures, with fixed seeds. */
class AccuracyTest {

  private static final int PUPILS = 8000;

  private static Tally measure(World world) {
    return Count.of(LinkedWorld.of(TrueLists.of(world)), rows -> {}, rows -> {});
  }

  @Test
  void aCarefulCountyIsLinkedWithoutAWrongLink() {
    Tally tally = measure(new CountyWorld(1, PUPILS, Rates.DEFAULT));
    assertThat(tally.wrong()).isZero();
    assertThat(tally.recallLinked()).isGreaterThan(0.995);
    assertThat(tally.recall()).isGreaterThanOrEqualTo(0.9999);
    assertThat(tally.queue()).isLessThan(0.002);
  }

  @Test
  void aHardCountyIsLinkedWithoutAWrongLink() {
    Tally tally = measure(new CountyWorld(1, PUPILS, Rates.HARD));
    assertThat(tally.wrong()).isZero();
    assertThat(tally.recallLinked()).isGreaterThan(0.98);
    assertThat(tally.recall()).isGreaterThanOrEqualTo(0.999);
    assertThat(tally.queue()).isLessThan(0.01);
  }

  @Test
  void anIdWithOneSlipIsRepairedOrAskedAbout() {
    Tally tally = measure(new CountyWorld(2, PUPILS, Rates.HARD));
    assertSlipsCaught(tally);
    assertThat(tally.wrong()).isZero();
  }

  private static void assertSlipsCaught(Tally tally) {
    assertThat(tally.slippedIds).isPositive();
    assertThat(tally.slippedLinked + tally.slippedQueued).isEqualTo(tally.slippedIds);
  }

  @Test
  void aCountyOfAnotherKindIsLinkedWithoutAWrongLink() {
    Tally tally = measure(new ForeignWorld(1, PUPILS));
    assertThat(tally.wrong()).isZero();
    assertSlipsCaught(tally);
    assertThat(tally.recallLinked()).isGreaterThan(0.97);
    assertThat(tally.recall()).isGreaterThanOrEqualTo(0.999);
    assertThat(tally.queue()).isLessThan(0.02);
  }

  @Test
  void theSameSeedGivesTheSameCounts() {
    World world = new CountyWorld(3, 2000, Rates.HARD);
    assertThat(Tables.of(measure(world)).replaceAll("time of linking, s .*", ""))
        .isEqualTo(Tables.of(measure(world)).replaceAll("time of linking, s .*", ""));
  }
}

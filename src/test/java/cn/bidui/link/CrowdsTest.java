package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.Relinker.Relinked;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CrowdsTest {

  private static final String GIVEN = "伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲";
  private static final String BORN = "2012-02-03";

  private static LinkLimits limits(int rows, int pairs) {
    LinkLimits shipped = LinkLimits.defaults();
    return new LinkLimits(
        new Limit(rows, "rows", "test", "test"),
        new Limit(pairs, "pairs", "test", "test"),
        shipped.namesOnOneNumber(),
        shipped.review(),
        shipped.threshold(),
        shipped.weights());
  }

  private static LinkResult link(World world, LinkLimits limits) {
    return new Linker(limits).link(world.tables(), List.of(), World.HASH);
  }

  private static String name(int i) {
    return "王" + GIVEN.charAt(i % 30) + GIVEN.charAt(i / 30 % 30);
  }

  private static String born(int i) {
    return LocalDate.of(2008, 9, 1).plusDays(i).toString();
  }

  private static World.Row row(World world, boolean second, String name) {
    return second ? world.household(name) : world.roll(name);
  }

  @Test
  void oneIdForEveryoneIsAPlaceholderAndItsRowsAreNotComparedOneByOne() {
    World world = new World();
    for (int i = 0; i < 4000; i++) {
      row(world, i % 2 == 1, name(i / 2)).id(World.id(BORN, 11)).school("一小");
    }
    LinkResult links = link(world, limits(5000, 100_000));
    assertThat(links.oversizedBlocks())
        .contains("citizen-id × 4000", "first+character+birth × 4000");
    assertThat(links.persons()).isEqualTo(4000);
  }

  @Test
  void oneIdForPeopleOfOneNameBornOnManyDaysIsAPlaceholder() {
    World world = new World();
    for (int i = 0; i < 4000; i++) {
      row(world, i % 2 == 1, "王伟").id(World.id(BORN, 11)).born(born(i / 2), "MALE");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).containsExactly("citizen-id × 4000", "name × 4000");
    assertThat(links.undecided()).isEmpty();
    assertThat(links.persons()).isEqualTo(4000);
  }

  @Test
  void oneNameForEveryoneIsReportedAndNobodyIsLookedForByIt() {
    World world = new World();
    for (int i = 0; i < 6000; i++) {
      row(world, i % 2 == 1, "王伟").born(born(i / 2), "MALE").school("学校" + i / 2 % 20);
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).containsExactly("name × 6000");
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void oneNameForEveryoneLeavesDamagedIdsThatAreRepaired() {
    World world = new World();
    for (int i = 0; i < 3000; i++) {
      String id = World.id(born(i / 2), 11);
      row(world, i % 2 == 1, "王伟")
          .id(i % 2 == 1 ? id.substring(0, 17) : id)
          .born(born(i / 2), "MALE");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).containsExactly("name × 3000");
    assertThat(links.tier(ListKind.HOUSEHOLDS, 7)).isEqualTo(Tier.REPAIRED_ID);
  }

  @Test
  void oneDamagedTextForEveryoneIsReportedInsteadOfPaired() {
    World world = new World();
    for (int i = 0; i < 3000; i++) {
      row(world, i % 2 == 1, "王伟").id("99010120120203001A");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).containsExactly("citizen-id × 3000", "name × 3000");
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void rowsWithoutNamesAreNoCrowd() {
    World world = new World();
    for (int i = 0; i < 3000; i++) {
      row(world, i % 2 == 1, "").born(BORN, "MALE").school("一小");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).isEmpty();
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void oneHouseholdNumberForEveryoneSaysNothing() {
    World world = new World();
    for (int i = 0; i < 3000; i++) {
      row(world, i % 2 == 1, name(i / 2)).born(born(i / 2), "MALE").household("1");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).isEmpty();
    assertThat(links.undecided()).hasSize(1500);
  }

  @Test
  void aBlockOfFewRowsIntoWhichManyLookIsReportedByName() {
    World world = new World();
    for (int i = 0; i < 40; i++) {
      row(world, i % 2 == 1, "王小明").born(BORN, "MALE");
    }
    assertThat(link(world, limits(500, 1600)).oversizedBlocks()).isEmpty();
    assertThat(link(world, limits(500, 1599)).oversizedBlocks())
        .containsExactly("name+birth+sex × 40");
  }

  @Test
  void manyBlocksOfOnePassAreComparedUpToSoManyPairsInAll() {
    World world = new World();
    for (int i = 0; i < 2000; i++) {
      row(world, i % 2 == 1, name(i / 2 % 20)).born(BORN, "MALE");
    }
    LinkResult links = link(world, limits(5000, 10_000));
    assertThat(links.oversizedBlocks()).contains("name+birth+sex × 100").hasSizeGreaterThan(19);
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void aCrowdIsReportedAgainByANightThatTakesEverythingOver() {
    World world = new World();
    for (int i = 0; i < 40; i++) {
      row(world, i % 2 == 1, "王小明").born(BORN, "MALE");
    }
    Relinker relinker = new Relinker(limits(500, 1599), "1.0");
    Relinked first = relinker.link(world.tables(), List.of(), World.HASH, LinkMemory.none());
    Relinked second = relinker.link(world.tables(), List.of(), World.HASH, first.memory());
    assertThat(first.links().oversizedBlocks()).containsExactly("name+birth+sex × 40");
    assertThat(second.links().oversizedBlocks()).containsExactly("name+birth+sex × 40");
    assertThat(second.again()).isZero();
  }

  @Test
  void manyDamagedIdsThatRepairToOneAreReportedInsteadOfPaired() {
    World world = new World();
    String id = World.id(BORN, 11);
    for (int i = 0; i < 5; i++) {
      world.roll("王伟").id(id);
    }
    for (int i = 0; i < 21; i++) {
      world.household(name(i)).id(slip(id, i)).school("一小");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).containsExactly("citizen-id × 21");
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void asManyDamagedIdsAsAFamilysSlipsAreStillAskedAbout() {
    World world = new World();
    String id = World.id(BORN, 11);
    world.roll("王伟").id(id);
    for (int i = 0; i < 20; i++) {
      world.household(name(i)).id(slip(id, i)).school("一小");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).isEmpty();
    assertThat(links.undecided()).hasSize(20);
  }

  /** One digit more, the {@code i}th of all that can stand too many; no two are the same. */
  private static String slip(String id, int i) {
    int at = i / 9;
    int digit = (id.charAt(at) - '0' + 1 + i % 9) % 10;
    return id.substring(0, at) + digit + id.substring(at);
  }

  @Test
  void damagedIdsAreNotRepairedToAnIdThatMoreThanAPersonsRowsHave() {
    World world = new World();
    String id = World.id(BORN, 11);
    for (int i = 0; i < 20_000; i++) {
      world.roll("王伟").id(id).born(BORN, "MALE");
      world.household("王伟").id(slip(id, i % 150)).born(BORN, "MALE");
    }
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).contains("citizen-id × 20000");
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void oneStudentNumberForEveryoneIsReported() {
    World world = new World();
    String number = "G" + World.id(BORN, 11);
    for (int i = 0; i < 20_000; i++) {
      world.roll(name(i)).studentNumber(number).born(born(i / 2), "MALE");
    }
    world.aid("王伟").id(World.id(BORN, 11));
    LinkResult links = link(world, limits(5000, 1_000_000));
    assertThat(links.oversizedBlocks()).contains("student-number × 20000");
    assertThat(links.decision(ListKind.AID, 0)).isEqualTo(Decision.UNLINKED);
  }

  @Test
  void oneStudentNumberForEveryoneOfOneNameIsReported() {
    World world = new World();
    String number = "G" + World.id(BORN, 11);
    for (int i = 0; i < 20_000; i++) {
      world.roll("王伟").studentNumber(number);
    }
    world.aid("王伟").id(World.id(BORN, 11));
    LinkResult links = link(world, limits(500, 100_000));
    assertThat(links.oversizedBlocks()).contains("student-number × 20000");
    assertThat(links.undecided()).isEmpty();
  }

  @Test
  void moreRowsThanOnePersonsThatHangTogetherAreReportedAsAWhole() {
    for (int rows : new int[] {399, 400}) {
      World world = new World();
      for (int i = 0; i < rows; i++) {
        world.roll("王伟").studentNumber("G" + World.id(BORN, 11)).born(born(i), "MALE");
      }
      world.aid("王伟").id(World.id(BORN, 11));
      LinkResult links = link(world, limits(5000, 100_000));
      boolean whole = links.oversizedBlocks().contains("student-number × " + (rows + 1));
      assertThat(whole).isEqualTo(rows == 400);
    }
  }
}

package cn.bidui.link.assign;

import static cn.bidui.link.assign.Verdict.ACCEPTED;
import static cn.bidui.link.assign.Verdict.REFUSED;
import static cn.bidui.link.assign.Verdict.TIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 0–9 are of list 0, rows 10–19 of list 1, rows 20–29 of list 2 and so on. */
class PersonsTest {

  private static final long ALL = -1L;

  private static Persons close(long once, int[]... pairs) {
    return Persons.of(column(pairs, 0), column(pairs, 1), column(pairs, 2), 40, r -> r / 10, once);
  }

  private static int[] column(int[][] pairs, int column) {
    return Arrays.stream(pairs).mapToInt(pair -> pair[column]).toArray();
  }

  private static int[] pair(int left, int right, int weight) {
    return new int[] {left, right, weight};
  }

  private static List<Verdict> verdicts(Persons persons, int pairs) {
    return IntStream.range(0, pairs).mapToObj(persons::verdict).toList();
  }

  @Test
  void pairsOfThreeListsAreClosedToOnePerson() {
    Persons three = close(ALL, pair(0, 10, 900), pair(10, 20, 900), pair(0, 20, 100));
    assertThat(verdicts(three, 3)).containsOnly(ACCEPTED);
    assertThat(three.of(20)).isZero();
    assertThat(three.of(1)).isEqualTo(1);
  }

  @Test
  void theWeakestPairOfAChainThatJoinsTwoRowsOfOneListIsCut() {
    Persons chain = close(ALL, pair(0, 10, 900), pair(10, 20, 500), pair(1, 20, 800));
    assertThat(verdicts(chain, 3)).containsExactly(ACCEPTED, REFUSED, ACCEPTED);
    assertThat(chain.of(20)).isEqualTo(1);
    assertThat(chain.of(10)).isZero();
  }

  @Test
  void aListInWhichPeopleStandSeveralTimesCutsNothing() {
    Persons chain = close(0b110, pair(0, 10, 900), pair(10, 20, 500), pair(1, 20, 800));
    assertThat(verdicts(chain, 3)).containsOnly(ACCEPTED);
    assertThat(chain.of(20)).isZero();
  }

  @Test
  void equalPairsOfWhichOneIsTooManyAreLeftToPeople() {
    Persons chain = close(ALL, pair(0, 10, 900), pair(10, 20, 500), pair(1, 20, 500));
    assertThat(verdicts(chain, 3)).containsExactly(ACCEPTED, TIED, TIED);
    assertThat(chain.of(20)).isEqualTo(20);
  }

  @Test
  void aWeakerPairDoesNotDecideWhatEqualPairsLeftOpen() {
    Persons open =
        close(ALL, pair(0, 20, 500), pair(1, 20, 500), pair(0, 10, 400), pair(10, 20, 300));
    assertThat(verdicts(open, 4)).containsExactly(TIED, TIED, ACCEPTED, TIED);
    assertThat(open.of(10)).isZero();
    assertThat(open.of(20)).isEqualTo(20);
  }

  @Test
  void twoRowsOfOneListAreNeverOnePerson() {
    assertThat(close(ALL, pair(0, 1, 900)).verdict(0)).isEqualTo(REFUSED);
    assertThat(close(0, pair(0, 1, 900)).verdict(0)).isEqualTo(ACCEPTED);
  }

  private static List<int[]> pairs(Random random) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int left = random.nextInt(40);
      int right = random.nextInt(40);
      if (left / 10 != right / 10) {
        pairs.add(pair(left, right, random.nextInt(8)));
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void nobodyHasTwoRowsOfOneListAndNothingIsCutThatFits(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      int[][] pairs = pairs(random).toArray(int[][]::new);
      Persons persons = close(ALL, pairs);
      Set<List<Integer>> seen = new HashSet<>();
      for (int row = 0; row < 40; row++) {
        assertThat(seen.add(List.of(persons.of(row), row / 10))).isTrue();
      }
      for (int pair = 0; pair < pairs.length; pair++) {
        int left = persons.of(pairs[pair][0]);
        int right = persons.of(pairs[pair][1]);
        assertThat(left == right).isEqualTo(persons.verdict(pair) == ACCEPTED);
        if (persons.verdict(pair) == REFUSED) {
          assertThat(IntStream.range(0, 4).anyMatch(l -> has(seen, left, right, l))).isTrue();
        }
      }
    }
  }

  private static boolean has(Set<List<Integer>> seen, int left, int right, int list) {
    return seen.contains(List.of(left, list)) && seen.contains(List.of(right, list));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderOfPairsChangesNothing(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      List<int[]> pairs = pairs(random);
      List<String> before = lines(pairs);
      Collections.shuffle(pairs, random);
      assertThat(lines(pairs)).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  private static List<String> lines(List<int[]> pairs) {
    Persons persons = close(ALL, pairs.toArray(int[][]::new));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      int[] pair = pairs.get(i);
      lines.add(Arrays.toString(pair) + persons.verdict(i) + persons.of(pair[0]));
    }
    return lines;
  }
}

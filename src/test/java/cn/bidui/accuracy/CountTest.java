package cn.bidui.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The measure itself is measured: a mistaken truth must show as a wrong link. */
class CountTest {

  private static final LocalDate BIRTH = LocalDate.of(2014, 5, 6);
  private static final String ID = IdNumbers.ofOrder(BIRTH, 11);
  private static final String OTHER = IdNumbers.ofOrder(BIRTH, 234);

  private final List<WorldRow> rows = new ArrayList<>();
  private final List<int[]> wrong = new ArrayList<>();
  private final List<int[]> missed = new ArrayList<>();

  private CountTest roll(int person, String name, String id, String... errors) {
    Map<Field, String> cells = new EnumMap<>(Field.class);
    cells.put(Field.NAME, name);
    cells.put(Field.CITIZEN_ID, id);
    cells.put(Field.BIRTH_DATE, BIRTH.toString());
    cells.put(Field.SEX, "男");
    cells.put(Field.SCHOOL_NAME, "城关镇第一小学");
    cells.put(Field.GRADE, "三年级");
    rows.add(new WorldRow(ListKind.ROLL, person, person, cells, List.of(errors)));
    return this;
  }

  private CountTest household(int person, String name, String id, String... errors) {
    Map<Field, String> cells = new EnumMap<>(Field.class);
    cells.put(Field.NAME, name);
    cells.put(Field.CITIZEN_ID, id);
    cells.put(Field.BIRTH_DATE, BIRTH.toString());
    cells.put(Field.SEX, "男");
    rows.add(new WorldRow(ListKind.HOUSEHOLDS, person, person, cells, List.of(errors)));
    return this;
  }

  private Tally count() {
    World world =
        new World() {
          @Override
          public String name() {
            return "by hand";
          }

          @Override
          public void forEach(Consumer<WorldRow> taker) {
            rows.forEach(taker);
          }
        };
    return Count.of(LinkedWorld.of(TrueLists.of(world)), wrong::add, missed::add);
  }

  @Test
  void aRightLinkIsCountedAsOne() {
    Tally tally = roll(1, "张晨光", ID).household(1, "张晨光", ID).count();
    assertThat(tally.links).isEqualTo(1);
    assertThat(tally.wrong()).isZero();
    assertThat(tally.truePairs).isEqualTo(1);
    assertThat(tally.linkedPairs).isEqualTo(1);
    assertThat(tally.byError).containsOnlyKeys("nothing wrong");
  }

  @Test
  void aLinkOfTwoPeopleIsWrongIfSomethingTellsThemApart() {
    Tally tally = roll(1, "张晨光", ID, "id-of-sibling").household(2, "张晨广", ID).count();
    assertThat(tally.wrong()).isEqualTo(1);
    assertThat(tally.wrongPairs).isEqualTo(1);
    assertThat(wrong).containsExactly(new int[] {0, 1});
    assertThat(tally.wrongKinds).containsOnlyKeys("strangers, tier 2: id-of-sibling");
  }

  @Test
  void twoPeopleWhoseRowsSayTheSameAreCountedApart() {
    Tally tally = roll(1, "张晨光", ID).household(2, "张晨光", ID).count();
    assertThat(tally.wrong()).isZero();
    assertThat(tally.sameToAnybody).isEqualTo(1);
  }

  @Test
  void aPairThatIsNeitherLinkedNorAskedAboutIsMissed() {
    Tally tally = roll(1, "张晨光", ID).household(1, "李毛毛", OTHER, "name-nickname").count();
    assertThat(tally.recall()).isZero();
    assertThat(missed).containsExactly(new int[] {0, 1});
    assertThat(tally.missedKinds).containsOnlyKeys("roll-households: name-nickname");
  }

  @Test
  void aQuestionCountsAsFoundIfItsAnswerIsYes() {
    Tally tally = roll(1, "张晨光", ID).household(1, "李毛毛", ID, "name-nickname").count();
    assertThat(tally.questions).isEqualTo(1);
    assertThat(tally.rightQuestions).isEqualTo(1);
    assertThat(tally.queuedPairs).isEqualTo(1);
    assertThat(tally.recall()).isEqualTo(1);
    assertThat(tally.recallLinked()).isZero();
  }

  @Test
  void anIdWithOneSlipWhoseOwnerIsElsewhereIsFollowed() {
    char typed = ID.charAt(16) == '9' ? '8' : '9';
    String slipped = ID.substring(0, 16) + typed + ID.charAt(17);
    Tally tally = roll(1, "张晨光", ID).household(1, "张晨光", slipped, "id-wrong-digit").count();
    assertThat(tally.slippedIds).isEqualTo(1);
    assertThat(tally.slippedLinked + tally.slippedQueued).isEqualTo(1);
  }

  @Test
  void rowsThatTheNightSendsBackAreNotLinked() {
    Tally tally = roll(1, "张晨光", ID).household(1, "", ID).count();
    assertThat(tally.sentBack).isEqualTo(1);
    assertThat(tally.rows).isEqualTo(1);
    assertThat(tally.truePairs).isZero();
  }

  @Test
  void talliesOfSeveralWorldsAddUp() {
    Tally one = roll(1, "张晨光", ID).household(1, "张晨光", ID).count();
    Tally sum = new Tally();
    sum.add(one);
    sum.add(one);
    assertThat(sum.links).isEqualTo(2);
    assertThat(sum.byError.get("nothing wrong")).containsExactly(2, 2, 0);
    assertThat(Tables.of(sum))
        .contains("| automatic links | 2 |  |", "| nothing wrong | 2 | 100 %");
  }
}

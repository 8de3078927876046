package cn.bidui.accuracy;

import cn.bidui.fixture.people.Chance;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A county that nothing was tuned to: other people ({@link ForeignPeople}), other columns (no birth
 * dates among the households, no guardians on the roll, student numbers in every second school
 * only), two more lists, few and large schools, and errors at other rates.
 */
record ForeignWorld(long seed, int pupils) implements World {

  @Override
  public String name() {
    return "foreign, " + pupils + " pupils, seed " + seed;
  }

  @Override
  public void forEach(Consumer<WorldRow> taker) {
    new ForeignPeople(seed, pupils).forEach(new Clerk(seed, taker)::write);
  }

  /** Writes the rows of households. */
  private static final class Clerk {

    private final Chance chance;
    private final Consumer<WorldRow> taker;

    Clerk(long seed, Consumer<WorldRow> taker) {
      this.chance = new Chance(seed).forPurpose("foreign lists");
      this.taker = taker;
    }

    void write(ForeignHousehold household) {
      for (ForeignPerson child : household.children()) {
        boolean funded = child.pupil() && chance.permille(household.listed() ? 900 : 120);
        if (child.pupil() && !chance.permille(15)) {
          row(ListKind.ROLL, household, child, roll(household, child));
        }
        if (funded) {
          row(ListKind.AID, household, child, aid(household, child));
        }
        if (funded && chance.permille(800)) {
          row(ListKind.HARDSHIP, household, child, hardship(household, child));
        }
        if (household.number() % 2 == 0) {
          row(ListKind.POPULATION, household, child, population(household, child));
        }
      }
      if (household.listed()) {
        household
            .people()
            .forEach(one -> row(ListKind.HOUSEHOLDS, household, one, member(household, one)));
      }
    }

    private static Map<Field, String> roll(ForeignHousehold household, ForeignPerson child) {
      Map<Field, String> cells = pupil(household, child);
      cells.put(Field.SEX, child.sex());
      cells.put(Field.BIRTH_DATE, child.birth().toString());
      cells.put(Field.CLASS_NAME, (1 + child.number() % 12) + "班");
      cells.put(Field.TOWNSHIP, household.village());
      if (household.number() % 2 == 0 && !child.id().isEmpty()) {
        cells.put(Field.STUDENT_NUMBER, "G" + child.id());
      }
      return cells;
    }

    private static Map<Field, String> aid(ForeignHousehold household, ForeignPerson child) {
      Map<Field, String> cells = pupil(household, child);
      cells.put(Field.PROGRAM, "家庭经济困难非寄宿生生活补助");
      cells.put(Field.AMOUNT_DUE, "312.50");
      return cells;
    }

    private static Map<Field, String> hardship(ForeignHousehold household, ForeignPerson child) {
      Map<Field, String> cells = pupil(household, child);
      cells.put(Field.SEX, child.sex());
      cells.put(Field.HARDSHIP_LEVEL, "一般困难");
      return cells;
    }

    private static Map<Field, String> population(ForeignHousehold household, ForeignPerson child) {
      Map<Field, String> cells = person(child);
      cells.put(Field.SEX, child.sex());
      cells.put(Field.BIRTH_DATE, child.birth().toString());
      cells.put(Field.VILLAGE, household.village());
      cells.put(Field.HEAD_NAME, household.head().name());
      return cells;
    }

    private static Map<Field, String> member(ForeignHousehold household, ForeignPerson one) {
      Map<Field, String> cells = person(one);
      cells.put(Field.SEX, one.sex());
      cells.put(Field.RELATION, one.relation());
      cells.put(Field.VILLAGE, household.village());
      cells.put(Field.HOUSEHOLD_NUMBER, String.format("990201%07d", household.number()));
      cells.put(Field.MEMBER_NUMBER, String.format("%02d", household.people().indexOf(one) + 1));
      cells.put(Field.HOUSEHOLD_TYPE, "脱贫户");
      cells.put(Field.HEAD_NAME, household.head().name());
      cells.put(Field.HEAD_ID, household.head().id());
      return cells;
    }

    private static Map<Field, String> pupil(ForeignHousehold household, ForeignPerson child) {
      Map<Field, String> cells = person(child);
      cells.put(Field.SCHOOL_NAME, household.school());
      cells.put(Field.GRADE, "一二三四五六七八九".charAt(child.grade() - 1) + "年级");
      return cells;
    }

    private static Map<Field, String> person(ForeignPerson person) {
      Map<Field, String> cells = new EnumMap<>(Field.class);
      cells.put(Field.NAME, person.name());
      cells.put(Field.CITIZEN_ID, person.id());
      return cells;
    }

    private void row(
        ListKind list, ForeignHousehold household, ForeignPerson person, Map<Field, String> cells) {
      List<String> wrong = new ArrayList<>();
      ForeignError.Subject subject = new ForeignError.Subject(person, household, chance);
      for (ForeignError error : ForeignError.values()) {
        String right = cells.getOrDefault(error.field(), "");
        String written = error.befall(right, subject);
        boolean second = wrong.stream().anyMatch(code -> sameCell(code, error));
        if (!written.equals(right) && !second) {
          cells.put(error.field(), written);
          wrong.add(error.code());
        }
      }
      if (person.id().isEmpty()) {
        wrong.add("never-registered");
      }
      taker.accept(new WorldRow(list, person.number(), household.number(), cells, wrong));
    }

    /** One cell goes wrong once. */
    private static boolean sameCell(String code, ForeignError error) {
      return code.substring(0, code.indexOf('-'))
          .equals(error.code().substring(0, error.code().indexOf('-')));
    }
  }
}

package cn.bidui.accuracy;

import cn.bidui.fixture.people.BirthSlips;
import cn.bidui.fixture.people.Chance;
import cn.bidui.fixture.people.IdSlips;
import cn.bidui.fixture.people.NameSlips;
import cn.bidui.source.Field;
import com.google.errorprone.annotations.Immutable;
import java.util.Locale;

/**
 * What goes wrong in the foreign county, in rows of a million: from a third of the other county's
 * default rates to five times as often.
 */
enum ForeignError {
  ID_WRONG_DIGIT(Field.CITIZEN_ID, 3000, (id, of) -> IdSlips.substituted(id, of.chance())),
  ID_SWAPPED(Field.CITIZEN_ID, 1500, (id, of) -> IdSlips.swapped(id, of.chance())),
  ID_MISSING_DIGIT(Field.CITIZEN_ID, 70, (id, of) -> IdSlips.missing(id, of.chance().below(18))),
  ID_EXTRA_DIGIT(Field.CITIZEN_ID, 400, (id, of) -> IdSlips.inserted(id, of.chance())),
  ID_TWO_DIGITS(Field.CITIZEN_ID, 100, (id, of) -> IdSlips.twiceSubstituted(id, of.chance())),
  ID_BLANK(Field.CITIZEN_ID, 1500, (id, of) -> ""),
  ID_OF_SIBLING(Field.CITIZEN_ID, 250, (id, of) -> of.siblingId()),
  ID_OF_GUARDIAN(Field.CITIZEN_ID, 250, (id, of) -> of.household().head().id()),
  ID_NEIGHBORING(Field.CITIZEN_ID, 100, (id, of) -> IdSlips.reissued(id)),
  ID_FIFTEEN(Field.CITIZEN_ID, 300_000, (id, of) -> of.bornBefore(1970) ? IdSlips.fifteen(id) : id),
  ID_LOWER_X(Field.CITIZEN_ID, 200_000, (id, of) -> id.replace('X', 'x')),

  NAME_HOMOPHONE(Field.NAME, 8000, (name, of) -> NameSlips.homophone(name, of.chance())),
  NAME_LOOK_ALIKE(Field.NAME, 1000, (name, of) -> NameSlips.lookAlike(name, of.chance())),
  NAME_SWAPPED(Field.NAME, 1000, (name, of) -> NameSlips.swapped(name)),
  NAME_OTHER_CHARACTER(Field.NAME, 2000, (name, of) -> NameSlips.otherCharacter(name, of.chance())),
  NAME_LOST_CHARACTER(Field.NAME, 700, (name, of) -> NameSlips.lost(name, of.chance())),
  NAME_SPACED(Field.NAME, 15_000, (name, of) -> NameSlips.spaced(name)),
  NAME_NICKNAME(Field.NAME, 150, (name, of) -> NameSlips.nickname(name, of.chance())),

  BIRTH_WRONG_DIGIT(Field.BIRTH_DATE, 500, (day, of) -> BirthSlips.oneDigit(day, of.chance())),
  BIRTH_FIRST_OF_JANUARY(Field.BIRTH_DATE, 300, (day, of) -> BirthSlips.firstOfJanuary(day)),
  BIRTH_BLANK(Field.BIRTH_DATE, 2500, (day, of) -> ""),
  SEX_WRONG(Field.SEX, 700, (sex, of) -> sex.equals("男") ? "女" : "男"),
  NUMBER_BLANK(Field.STUDENT_NUMBER, 5000, (number, of) -> ""),
  SCHOOL_STALE(Field.SCHOOL_NAME, 8000, (school, of) -> "第" + of.chance().between(1, 9) + "中学");

  /** Of whom a row speaks, where something goes wrong. */
  record Subject(ForeignPerson person, ForeignHousehold household, Chance chance) {

    boolean bornBefore(int year) {
      return person.birth().getYear() < year;
    }

    /** The own id where there is no sibling. */
    String siblingId() {
      return household.children().stream()
          .filter(child -> child.number() != person.number() && !person.relation().equals("户主"))
          .map(ForeignPerson::id)
          .findFirst()
          .orElse(person.id());
    }
  }

  @Immutable
  private interface Change {
    String apply(String right, Subject subject);
  }

  private final Field field;
  private final int perMillion;
  private final Change change;

  ForeignError(Field field, int perMillion, Change change) {
    this.field = field;
    this.perMillion = perMillion;
    this.change = change;
  }

  Field field() {
    return field;
  }

  /** What it makes of {@code right} now: mostly nothing. */
  String befall(String right, Subject subject) {
    boolean happens = !right.isEmpty() && subject.chance().perMillion(perMillion);
    return happens ? change.apply(right, subject) : right;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package cn.bidui.normalize;

import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The canonical values of one row, typed: what {@link Layout} says how they are written. */
final class Canonical {

  private final Function<Field, String> values;

  Canonical(Function<Field, String> values) {
    this.values = values;
  }

  /** The text; blank for none. */
  String text(Field field) {
    return values.apply(field);
  }

  /** The name; blank where the row does not have it. */
  PersonName name(Field field) {
    return PersonName.of(text(field));
  }

  @Nullable PersonName nameOrNull(Field field) {
    return orNull(field, PersonName::of);
  }

  CitizenIdReading id(Field field) {
    return CitizenId.read(text(field));
  }

  @Nullable CitizenIdReading idOrNull(Field field) {
    return orNull(field, CitizenId::read);
  }

  @Nullable StudentNumber studentNumber() {
    return StudentNumber.read(text(Field.STUDENT_NUMBER)).orElse(null);
  }

  @Nullable Sex sex() {
    return choice(Field.SEX, Sex.class);
  }

  @Nullable Grade grade() {
    return orNull(Field.GRADE, Grade::parse);
  }

  @Nullable Term term() {
    return orNull(Field.TERM, Term::parse);
  }

  @Nullable LocalDate day(Field field) {
    return orNull(field, Canonical::isoDay);
  }

  @Nullable YearMonth month(Field field) {
    return orNull(field, Canonical::isoMonth);
  }

  @Nullable BigDecimal number(Field field) {
    return orNull(field, BigDecimal::new);
  }

  @Nullable Yuan money(Field field) {
    return orNull(field, Canonical::yuan);
  }

  private static Yuan yuan(String text) {
    return Yuan.read(text).orElseThrow(() -> new IllegalArgumentException("not canonical money"));
  }

  boolean yes(Field field) {
    return text(field).equals("true");
  }

  <E extends Enum<E>> @Nullable E choice(Field field, Class<E> type) {
    return orNull(field, name -> Enum.valueOf(type, name));
  }

  /** The one guardian that lists of children name; none if they do not. */
  List<Guardian> guardians() {
    boolean named = !text(Field.GUARDIAN1_NAME).isEmpty() || !text(Field.GUARDIAN1_ID).isEmpty();
    return named
        ? List.of(new Guardian(name(Field.GUARDIAN1_NAME), id(Field.GUARDIAN1_ID)))
        : List.of();
  }

  private <T> @Nullable T orNull(Field field, Function<String, T> parse) {
    String text = text(field);
    return text.isEmpty() ? null : parse.apply(text);
  }

  /** Of {@code 2012-03-05}; a formatter would take ten times as long. */
  static LocalDate isoDay(String iso) {
    int year = Integer.parseInt(iso, 0, 4, 10);
    int month = Integer.parseInt(iso, 5, 7, 10);
    return LocalDate.of(year, month, Integer.parseInt(iso, 8, 10, 10));
  }

  /** Of {@code 2023-04}. */
  static YearMonth isoMonth(String iso) {
    return YearMonth.of(Integer.parseInt(iso, 0, 4, 10), Integer.parseInt(iso, 5, 7, 10));
  }
}

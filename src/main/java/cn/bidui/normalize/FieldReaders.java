package cn.bidui.normalize;

import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading.Fault;
import cn.bidui.person.CitizenIdReading.Invalid;
import cn.bidui.person.PersonName;
import cn.bidui.person.Text;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Yuan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which reader each field has. */
final class FieldReaders {

  private FieldReaders() {}

  /** The reader of {@code field} in a sheet of {@code kind} with that header. */
  static FieldReader of(ListKind kind, Field field, Header header) {
    return switch (field) {
      case NAME -> FieldReaders::requiredName;
      case FORMER_NAME, GUARDIAN1_NAME, GUARDIAN2_NAME, HEAD_NAME -> FieldReaders::name;
      case CITIZEN_ID, GUARDIAN1_ID, GUARDIAN2_ID, HEAD_ID -> FieldReaders::citizenId;
      case STUDENT_NUMBER -> FieldReaders::number;
      case ACCOUNT, HOUSEHOLD_NUMBER, MEMBER_NUMBER, SCHOOL_CODE -> FieldReaders::key;
      case SCHOOL_NAME -> kind == ListKind.ROLL ? FieldReaders::school : RowReading::text;
      case GRADE -> kind == ListKind.ROLL ? GradeReader::required : GradeReader::optional;
      case PROGRAM -> FieldReaders::requiredText;
      case TERM -> new TermReader();
      case BIRTH_DATE, PAID_ON -> FieldReaders::day;
      case RISK_CLEARED_MONTH, IDENTIFIED_MONTH -> FieldReaders::month;
      case AMOUNT_DUE, AMOUNT_PAID -> FieldReaders::money;
      case SEX -> word(Vocabularies.SEX, "");
      case ROLL_STATUS -> word(Vocabularies.STATUS, RollStatus.ENROLLED.name());
      case BOARDING -> word(Vocabularies.boarding(header), "");
      case MONITOR_CATEGORY -> word(Vocabularies.MONITORED, "");
      case RISK_CLEARED -> word(Vocabularies.RISK_CLEARED, "");
      case ENJOYS_POLICY -> word(Vocabularies.ENJOYS_POLICY, "");
      case ORPHAN -> word(Vocabularies.ORPHAN, "");
      case STUDY_FORM -> FieldReaders::fullTime;
      case MINIMUM_LIVING, EXTREME_POVERTY -> WelfareReader.of(header, field);
      default -> RowReading::text;
    };
  }

  /** Whether {@code field} is a person's name. */
  static boolean holdsName(Field field) {
    return switch (field) {
      case NAME, FORMER_NAME, GUARDIAN1_NAME, GUARDIAN2_NAME, HEAD_NAME -> true;
      default -> false;
    };
  }

  private static String requiredName(RowReading row, Field field) {
    String name = name(row, field);
    return name.isEmpty() ? row.refuse(ProblemCode.VALUE_MISSING, field) : name;
  }

  private static String name(RowReading row, Field field) {
    String raw = row.raw(field);
    return raw.isEmpty() || PersonName.of(raw).isBlank() ? "" : raw;
  }

  private static String requiredText(RowReading row, Field field) {
    String text = row.text(field);
    return text.isEmpty() && row.has(field) ? row.refuse(ProblemCode.VALUE_MISSING, field) : text;
  }

  /** A pupil is at a school that the row names, by name or by code. */
  private static String school(RowReading row, Field field) {
    String name = row.text(field);
    boolean named = !name.isEmpty() || !row.text(Field.SCHOOL_CODE).isEmpty();
    return named ? name : row.refuse(ProblemCode.VALUE_MISSING, field);
  }

  /** A citizen id as the row has it: an invalid one is data, one without its last digits is not. */
  private static String citizenId(RowReading row, Field field) {
    String raw = number(row, field);
    boolean rounded =
        raw.endsWith("000")
            && CitizenId.read(raw) instanceof Invalid invalid
            && invalid.fault() == Fault.PRECISION_LOST;
    return rounded ? row.refuse(ProblemCode.ID_PRECISION_LOST, field) : raw;
  }

  /** A number that is a name: as the row has it, unless digits of it were lost. */
  private static String number(RowReading row, Field field) {
    String raw = row.raw(field);
    if (raw.isEmpty() || Text.isNothing(raw)) {
      return "";
    }
    String whole = NumberText.wholePart(raw);
    boolean wasNumber = row.cell(field).kind() == Cell.Kind.NUMBER || !whole.isEmpty();
    String digits = whole.isEmpty() ? raw : whole;
    boolean tooLong = wasNumber && digits.length() > NumberText.PRECISE_DIGITS;
    return tooLong || NumberText.scientific(raw)
        ? row.refuse(ProblemCode.ID_PRECISION_LOST, field)
        : digits;
  }

  /** A number by which rows are brought together: without blanks and marks. */
  private static String key(RowReading row, Field field) {
    String folded = Text.unwrap(Text.fold(number(row, field)));
    return Text.isNothing(folded) ? "" : folded;
  }

  private static String day(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return "";
    }
    String day = DateText.day(row.cell(field).kind(), text);
    return day.isEmpty() ? row.refuse(ProblemCode.DATE_UNREADABLE, field, "2015-08-31") : day;
  }

  private static String month(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return "";
    }
    String month = DateText.month(row.cell(field).kind(), text);
    return month.isEmpty() ? row.refuse(ProblemCode.DATE_UNREADABLE, field, "2023-04") : month;
  }

  private static String money(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return "";
    }
    boolean number = row.cell(field).kind() == Cell.Kind.NUMBER;
    Optional<Yuan> amount = Yuan.read(number ? NumberText.withoutNoise(text) : text);
    return amount.isPresent()
        ? amount.get().toString()
        : row.refuse(ProblemCode.MONEY_UNREADABLE, field);
  }

  private static FieldReader word(Vocabulary words, String ifBlank) {
    return (row, field) -> {
      String text = row.text(field);
      if (text.isEmpty()) {
        return ifBlank;
      }
      @Nullable String meaning = words.read(text);
      return meaning == null
          ? row.refuse(ProblemCode.VALUE_UNKNOWN, field, words.allowed())
          : meaning;
    };
  }

  /** 学习形式: whatever is a form of study, but not full time, is not full time. */
  private static String fullTime(RowReading row, Field field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return "";
    }
    if (NumberText.isDigits(text)) {
      return row.refuse(ProblemCode.VALUE_UNKNOWN, field, "全日制、非全日制");
    }
    return Boolean.toString(text.contains("全日制") && !text.contains("非"));
  }
}

package cn.bidui.normalize;

import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading.Fault;
import cn.bidui.person.CitizenIdReading.Invalid;
import cn.bidui.person.Grade;
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
      case NAME -> nameOf(kind);
      case FORMER_NAME, GUARDIAN1_NAME, GUARDIAN2_NAME, HEAD_NAME, PAYEE_NAME -> FieldReaders::name;
      case CITIZEN_ID -> FieldReaders::ownId;
      case GUARDIAN1_ID, GUARDIAN2_ID, HEAD_ID, PAYEE_ID, DISABILITY_NUMBER ->
          FieldReaders::citizenId;
      case STUDENT_NUMBER -> FieldReaders::number;
      case ACCOUNT, HOUSEHOLD_NUMBER, MEMBER_NUMBER, BENEFIT_NUMBER, TRANSACTION ->
          FieldReaders::key;
      case SCHOOL_CODE -> kind == ListKind.SCHOOLS ? FieldReaders::requiredKey : FieldReaders::key;
      case SCHOOL_NAME -> schoolOf(kind);
      case GRADE -> onRoll(kind) ? GradeReader::required : GradeReader::optional;
      case STAGE -> SchoolStages::read;
      case PROGRAM -> kind == ListKind.PAYMENTS ? RowReading::text : FieldReaders::requiredText;
      case TERM -> kind == ListKind.PAYMENTS ? SpanReaders::termOfPayment : new TermReader();
      case RECOGNIZED_YEAR -> SpanReaders::schoolYear;
      case BIRTH_DATE, PAID_ON -> FieldReaders::day;
      case RECOGNIZED_ON,
          ISSUED_ON,
          CHANGED_ON,
          APPROVED_ON,
          LEAVE_FROM,
          PLACED_FROM,
          CHECKED_ON,
          ABSENT_SINCE ->
          SpanReaders::first;
      case LEAVE_TO, PLACED_TO -> SpanReaders::last;
      case RISK_CLEARED_MONTH, IDENTIFIED_MONTH, PAYMENT_MONTH, BENEFIT_FROM -> FieldReaders::month;
      case AMOUNT_DUE, BENEFIT_AMOUNT -> FieldReaders::money;
      case AMOUNT_PAID ->
          kind == ListKind.PAYMENTS ? FieldReaders::requiredMoney : FieldReaders::money;
      case HOUSEHOLD_SIZE, ABSENT_DAYS -> SpanReaders::quantity;
      case SEX -> word(Vocabularies.SEX, "");
      case ROLL_STATUS -> word(Vocabularies.STATUS, RollStatus.ENROLLED.name());
      case BOARDING -> word(Vocabularies.boarding(header), "");
      case MONITOR_CATEGORY -> word(Vocabularies.MONITORED, "");
      case RISK_CLEARED -> word(Vocabularies.RISK_CLEARED, "");
      case ENJOYS_POLICY -> word(Vocabularies.ENJOYS_POLICY, "");
      case ORPHAN -> word(Vocabularies.ORPHAN, "");
      case STUDY_FORM -> FieldReaders::fullTime;
      case MINIMUM_LIVING -> welfare(kind, HardshipGroup.MINIMUM_LIVING, header, field);
      case EXTREME_POVERTY -> welfare(kind, HardshipGroup.EXTREME_POVERTY, header, field);
      case HARDSHIP_LEVEL -> word(WelfareWords.LEVEL, "");
      case HARDSHIP_TYPE -> GroupReaders::groups;
      case IS_LIFTED_OUT,
          IS_UNSTABLE,
          IS_MARGINAL,
          IS_SUDDEN_HARDSHIP,
          IS_LOW_INCOME_EDGE,
          IS_RIGID_EXPENSE,
          IS_UNATTENDED,
          IS_DISABLED,
          IS_DISABLED_GUARDIAN,
          IS_MARTYR_CHILD ->
          word(Vocabularies.YES_OR_NO, "");
      case BENEFIT -> BenefitReader.of(header);
      case DISABILITY_KIND -> DisabilityReaders::kind;
      case DISABILITY_LEVEL -> DisabilityReaders::level;
      case ATTENDING -> FieldReaders::attending;
      case CHANGE_TYPE -> SpokenOf.change(header);
      case CHANGE_STATUS -> word(SchoolingWords.PROGRESS, "");
      case PLACEMENT -> SpokenOf.placement(header);
      case PRESENCE -> word(SchoolingWords.PRESENCE, "");
      default -> RowReading::text;
    };
  }

  private static FieldReader nameOf(ListKind kind) {
    return switch (kind) {
      case CIVIL -> (row, field) -> nameOr(Field.HEAD_NAME, row, field);
      case PAYMENTS -> (row, field) -> nameOr(Field.PAYEE_NAME, row, field);
      default -> FieldReaders::requiredName;
    };
  }

  private static FieldReader schoolOf(ListKind kind) {
    return switch (kind) {
      case ROLL, ENROLLED -> FieldReaders::school;
      case SCHOOLS -> FieldReaders::requiredText;
      default -> RowReading::text;
    };
  }

  /** Lists of pupils whose grade a school knows. */
  private static boolean onRoll(ListKind kind) {
    return kind == ListKind.ROLL || kind == ListKind.ENROLLED;
  }

  private static FieldReader welfare(
      ListKind kind, HardshipGroup group, Header header, Field field) {
    return kind == ListKind.HARDSHIP
        ? GroupReaders.welfare(group, header, field)
        : WelfareReader.of(header, field);
  }

  /** Whether {@code field} is a person's name. */
  static boolean holdsName(Field field) {
    return switch (field) {
      case NAME, FORMER_NAME, GUARDIAN1_NAME, GUARDIAN2_NAME, HEAD_NAME, PAYEE_NAME -> true;
      default -> false;
    };
  }

  private static String requiredName(RowReading row, Field field) {
    String name = name(row, field);
    return name.isEmpty() ? row.refuse(ProblemCode.VALUE_MISSING, field) : name;
  }

  /** A row that does not name the person has to name {@code other}. */
  private static String nameOr(Field other, RowReading row, Field field) {
    String name = name(row, field);
    if (!name.isEmpty() || !name(row, other).isEmpty()) {
      return name;
    }
    return row.refuse(ProblemCode.VALUE_MISSING, row.has(field) ? field : other);
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

  /** The person's id; where there is none, the number of the disability card, which begins so. */
  private static String ownId(RowReading row, Field field) {
    String own = citizenId(row, field);
    String card = row.raw(Field.DISABILITY_NUMBER);
    // What is wrong with the card's number is noted where its own column is read.
    return own.isEmpty() && !Text.isNothing(card) ? card : own;
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

  private static String requiredKey(RowReading row, Field field) {
    String key = key(row, field);
    return key.isEmpty() ? row.refuse(ProblemCode.VALUE_MISSING, field) : key;
  }

  /** 就读状况: its words, or the grade that the child is in. */
  private static String attending(RowReading row, Field field) {
    String text = row.text(field);
    @Nullable String meaning = text.isEmpty() ? "" : SchoolingWords.ATTENDING.read(text);
    if (meaning == null && Grade.read(text).isPresent()) {
      return PopulationRecord.Attending.IN_SCHOOL.name();
    }
    return meaning == null
        ? row.refuse(ProblemCode.VALUE_UNKNOWN, field, SchoolingWords.ATTENDING.allowed())
        : meaning;
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

  private static String requiredMoney(RowReading row, Field field) {
    boolean missing = row.text(field).isEmpty();
    return missing ? row.refuse(ProblemCode.VALUE_MISSING, field) : money(row, field);
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

package cn.bidui.normalize;

import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.source.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A disabled person (残疾人证).
 *
 * @param id from its own column, else from the number of the card
 * @param number 残疾人证号; null where the list does not have it
 * @param kind from its column, else from the number; null if neither says
 * @param level 1 is the gravest, 4 the lightest; null if neither column nor number says
 * @param issuedOn 发证日期
 * @param cardStatus 证件状态 as text; blank if none
 * @param guardians the one that the list names
 */
public record DisabilityRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable DisabilityNumber number,
    @Nullable Kind kind,
    @Nullable Integer level,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String township,
    String village,
    @Nullable LocalDate issuedOn,
    String cardStatus,
    String school,
    String remark,
    List<Guardian> guardians)
    implements ListRecord {

  /** The last of the levels; 1 and 2 are grave (重度). */
  static final int LIGHTEST = 4;

  private static final Pattern VOID = Pattern.compile("注销|作废|死亡|迁出");

  public DisabilityRecord {
    guardians = List.copyOf(guardians);
  }

  static DisabilityRecord of(Canonical row) {
    return new DisabilityRecord(
        row.name(Field.NAME),
        row.id(Field.CITIZEN_ID),
        DisabilityNumber.read(row.text(Field.DISABILITY_NUMBER)),
        row.choice(Field.DISABILITY_KIND, Kind.class),
        level(row.text(Field.DISABILITY_LEVEL)),
        row.sex(),
        row.day(Field.BIRTH_DATE),
        row.text(Field.TOWNSHIP),
        row.text(Field.VILLAGE),
        row.day(Field.ISSUED_ON),
        row.text(Field.CARD_STATUS),
        row.text(Field.SCHOOL_NAME),
        row.text(Field.REMARK),
        row.guardians());
  }

  /** Whether the card still is one: neither cancelled nor its holder gone; one that ran out is. */
  public boolean stands() {
    return !VOID.matcher(cardStatus).find();
  }

  static @Nullable Integer level(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  /** 残疾类别, in the order of the digit that stands for each in a card's number. */
  public enum Kind {
    VISUAL("视力"),
    HEARING("听力"),
    SPEECH("言语"),
    PHYSICAL("肢体"),
    INTELLECTUAL("智力"),
    MENTAL("精神"),
    MULTIPLE("多重");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The Chinese word. */
    public String label() {
      return label;
    }
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "DisabilityRecord[" + name + "]";
  }
}

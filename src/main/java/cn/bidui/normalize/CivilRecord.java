package cn.bidui.normalize;

import cn.bidui.normalize.RollRecord.Guardian;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import cn.bidui.source.Field;
import cn.bidui.source.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on welfare (民政救助): a person, or a household of which the list names the head only.
 *
 * @param name the person; blank where the list names the head only
 * @param headName 户主; null where the list does not have it
 * @param group 低保 and 特困 by town and country, 孤儿, 事实无人抚养 …
 * @param number 低保证号; blank if none
 * @param recipientClass 低保人员类别 as text; blank if none
 * @param from 起始保障年月
 * @param amount 享受低保金额, yuan per month
 * @param status 享受状态 as text; blank if none
 * @param size 保障人数: how many of the household are covered
 * @param guardians of children, the one that the list names
 */
public record CivilRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable PersonName headName,
    @Nullable CitizenIdReading headId,
    String relation,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String township,
    String village,
    HardshipGroup group,
    String number,
    String recipientClass,
    @Nullable YearMonth from,
    @Nullable Yuan amount,
    String status,
    @Nullable BigDecimal size,
    String account,
    String remark,
    List<Guardian> guardians)
    implements ListRecord {

  public CivilRecord {
    guardians = List.copyOf(guardians);
  }

  static CivilRecord of(Canonical row) {
    return new CivilRecord(
        row.name(Field.NAME),
        row.id(Field.CITIZEN_ID),
        row.nameOrNull(Field.HEAD_NAME),
        row.idOrNull(Field.HEAD_ID),
        row.text(Field.RELATION),
        row.sex(),
        row.day(Field.BIRTH_DATE),
        row.text(Field.TOWNSHIP),
        row.text(Field.VILLAGE),
        HardshipGroup.valueOf(row.text(Field.BENEFIT)),
        row.text(Field.BENEFIT_NUMBER),
        row.text(Field.BENEFIT_CLASS),
        row.month(Field.BENEFIT_FROM),
        row.money(Field.BENEFIT_AMOUNT),
        row.text(Field.BENEFIT_STATUS),
        row.number(Field.HOUSEHOLD_SIZE),
        row.text(Field.ACCOUNT),
        row.text(Field.REMARK),
        row.guardians());
  }

  /** Whether the list names nobody but the head of the household. */
  public boolean headOnly() {
    return name.isBlank();
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "CivilRecord[" + name + "]";
  }
}

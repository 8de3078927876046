package cn.bidui.normalize;

import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was made (实际发放): to the child's own account or to somebody else's for it.
 *
 * @param name the child; blank where the list names the account holder only
 * @param payee 户名; null where the list does not have it
 * @param paid 实发金额
 * @param paidOn 发放日期
 * @param month 发放月份
 * @param term null if neither the row nor the file says; does not follow from the day of payment
 * @param program as the row has it; blank if none
 * @param status 发放状态 as text; blank if none
 */
public record PaymentRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable StudentNumber studentNumber,
    String school,
    String schoolCode,
    @Nullable Grade grade,
    String township,
    @Nullable PersonName payee,
    @Nullable CitizenIdReading payeeId,
    String account,
    Yuan paid,
    @Nullable LocalDate paidOn,
    @Nullable YearMonth month,
    @Nullable Term term,
    String program,
    String transaction,
    String status,
    String remark)
    implements ListRecord {

  static PaymentRecord of(Canonical row) {
    return new PaymentRecord(
        row.name(Field.NAME),
        row.id(Field.CITIZEN_ID),
        row.studentNumber(),
        row.text(Field.SCHOOL_NAME),
        row.text(Field.SCHOOL_CODE),
        row.grade(),
        row.text(Field.TOWNSHIP),
        row.nameOrNull(Field.PAYEE_NAME),
        row.idOrNull(Field.PAYEE_ID),
        row.text(Field.ACCOUNT),
        Objects.requireNonNull(row.money(Field.AMOUNT_PAID)),
        row.day(Field.PAID_ON),
        row.month(Field.PAYMENT_MONTH),
        row.term(),
        row.text(Field.PROGRAM),
        row.text(Field.TRANSACTION),
        row.text(Field.PAYMENT_STATUS),
        row.text(Field.REMARK));
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "PaymentRecord[" + name + "]";
  }
}

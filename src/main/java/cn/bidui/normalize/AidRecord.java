package cn.bidui.normalize;

import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.PersonName;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One grant in the aid system (受助): person × program × term.
 *
 * @param grade as the row has it; only a stage where it says no more
 * @param program the program's name as the row has it; policies know its spellings
 * @param tier 资助档次/标准 as text; blank if none
 * @param due 应发金额
 * @param paid 实发金额
 * @param paymentStatus 发放状态 as text; blank if none
 */
public record AidRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable StudentNumber studentNumber,
    String school,
    String schoolCode,
    @Nullable Grade grade,
    Term term,
    String program,
    String tier,
    @Nullable Yuan due,
    @Nullable Yuan paid,
    @Nullable LocalDate paidOn,
    String account,
    String paymentStatus,
    String remark)
    implements ListRecord {

  /**
   * What the aid system says was granted: the amount due, or what was paid where it has only that.
   */
  public @Nullable Yuan granted() {
    return due != null ? due : paid;
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "AidRecord[" + name + "]";
  }
}

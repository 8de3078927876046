package cn.bidui.normalize;

import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.Grade;
import cn.bidui.person.HouseholdNumber;
import cn.bidui.person.PersonName;
import cn.bidui.person.Sex;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A member of a household in the monitoring system (防返贫监测 家庭成员). Household kind and monitored kind
 * are independent: 脱贫不稳定户 is 脱贫户 too.
 *
 * @param liftedOut 户类型 is 脱贫户
 * @param monitored 监测对象类别; null if the household is not monitored
 * @param schooling 在校生状况 as a grade; null if blank or not a pupil
 * @param schoolingText 在校生状况 as the row has it; blank means not a student
 * @param notInSchoolReason 义务教育阶段未上学原因; blank if none
 * @param riskCleared 风险是否已消除; null if the export does not say
 * @param riskClearedMonth 消除监测时间
 * @param identifiedMonth 识别监测时间
 * @param enjoysPolicy 是否享受政策 (脱贫户); null if the export does not say
 * @param minimumLiving 低保, and whether urban or rural
 * @param extremePoverty 特困, and whether urban or rural
 * @param disabled 健康状况 names 残疾, or the id is a disability card
 * @param orphan 孤儿 or 事实无人抚养
 */
public record HouseholdRecord(
    PersonName name,
    CitizenIdReading id,
    @Nullable HouseholdNumber household,
    String memberNumber,
    String relation,
    @Nullable Sex sex,
    @Nullable LocalDate birth,
    String township,
    String village,
    boolean liftedOut,
    @Nullable MonitoredKind monitored,
    @Nullable Grade schooling,
    String schoolingText,
    String notInSchoolReason,
    String education,
    @Nullable Boolean riskCleared,
    @Nullable YearMonth riskClearedMonth,
    @Nullable YearMonth identifiedMonth,
    @Nullable Boolean enjoysPolicy,
    Welfare minimumLiving,
    Welfare extremePoverty,
    boolean disabled,
    boolean orphan,
    @Nullable PersonName headName,
    @Nullable CitizenIdReading headId)
    implements ListRecord {

  /** 监测对象类别. */
  public enum MonitoredKind {
    UNSTABLE("脱贫不稳定户"),
    MARGINAL("边缘易致贫户"),
    SUDDEN_HARDSHIP("突发严重困难户");

    private final String label;

    MonitoredKind(String label) {
      this.label = label;
    }

    /** The Chinese word. */
    public String label() {
      return label;
    }
  }

  /** 低保 and 特困 are kept apart by town and country: it decides who is due what. */
  public enum Welfare {
    NONE,
    URBAN,
    RURAL
  }

  /** The masked name only: the rest may tell who it is. */
  @Override
  public String toString() {
    return "HouseholdRecord[" + name + "]";
  }
}

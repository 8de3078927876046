package cn.bidui.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column can mean (数据项), whatever its header says. Column profiles in {@code jobs/columns}
 * name these in lower case with hyphens ({@code citizen-id}) and list the spellings of each.
 */
public enum Field {
  NAME,
  FORMER_NAME,
  ID_TYPE,
  CITIZEN_ID,
  STUDENT_NUMBER,
  SEX,
  BIRTH_DATE,
  ETHNICITY,
  SCHOOL_NAME,
  SCHOOL_CODE,
  /** 学段, where a list has it apart from the grade. */
  STAGE,
  GRADE,
  CLASS_NAME,
  BOARDING,
  /** 学籍状态: 在读, 休学 … */
  ROLL_STATUS,
  /** 学习形式: 全日制 … */
  STUDY_FORM,
  /** 成员1/监护人1: name and id of the guardians on the roll. */
  GUARDIAN1_NAME,
  GUARDIAN1_ID,
  GUARDIAN2_NAME,
  GUARDIAN2_ID,
  COUNTY,
  TOWNSHIP,
  VILLAGE,
  HOUSEHOLD_NUMBER,
  /** 户类型: 脱贫户, 一般农户 … */
  HOUSEHOLD_TYPE,
  /** 监测对象类别: one of the three monitored kinds, or blank. */
  MONITOR_CATEGORY,
  HEAD_NAME,
  HEAD_ID,
  MEMBER_NUMBER,
  RELATION,
  /** 在校生状况. */
  SCHOOLING,
  /** 义务教育阶段未上学原因. */
  NOT_IN_SCHOOL_REASON,
  /** 文化程度. */
  EDUCATION,
  HEALTH,
  /** 风险是否已消除. */
  RISK_CLEARED,
  /** 消除监测时间, a month. */
  RISK_CLEARED_MONTH,
  /** 识别监测时间, a month. */
  IDENTIFIED_MONTH,
  /** 是否享受政策 (脱贫户). */
  ENJOYS_POLICY,
  /** 享受低保政策情况: 城市低保, 农村低保, 未享受. */
  MINIMUM_LIVING,
  /** 享受特困供养政策情况: 城市特困, 农村特困, 不享受. */
  EXTREME_POVERTY,
  /** 是否事实无人抚养儿童 / 孤儿. */
  ORPHAN,
  SCHOOL_YEAR,
  /** 学期, or school year and term in one column. */
  TERM,
  PROGRAM,
  /** 资助档次/标准. */
  TIER,
  AMOUNT_DUE,
  AMOUNT_PAID,
  PAID_ON,
  ACCOUNT,
  /** 发放状态. */
  PAYMENT_STATUS,
  REMARK,
  /** 数据截止日期, where a list has it in a column. */
  DATA_DATE;

  /** The name in profiles: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field of that code. */
  public static Optional<Field> ofCode(String code) {
    return Arrays.stream(values()).filter(field -> field.code().equals(code)).findFirst();
  }

  /** Whether the cell holds a citizen id, which reports mask. */
  public boolean holdsId() {
    return this == CITIZEN_ID
        || this == STUDENT_NUMBER
        || this == GUARDIAN1_ID
        || this == GUARDIAN2_ID
        || this == HEAD_ID
        || this == ACCOUNT;
  }
}

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
  DATA_DATE,

  /** 困难等级: 特别困难, 比较困难, 一般困难. */
  HARDSHIP_LEVEL,
  /** 困难类型: one group or several in one cell. */
  HARDSHIP_TYPE,
  /** 认定学年. */
  RECOGNIZED_YEAR,
  /** 认定时间. */
  RECOGNIZED_ON,
  /** One column with 是 or 否 for each group; 低保, 特困 and 孤儿 have theirs above. */
  IS_LIFTED_OUT,
  IS_UNSTABLE,
  IS_MARGINAL,
  IS_SUDDEN_HARDSHIP,
  /** 低保边缘家庭. */
  IS_LOW_INCOME_EDGE,
  /** 刚性支出困难家庭. */
  IS_RIGID_EXPENSE,
  /** 事实无人抚养儿童. */
  IS_UNATTENDED,
  IS_DISABLED,
  /** 残疾人子女. */
  IS_DISABLED_GUARDIAN,
  /** 烈士子女. */
  IS_MARTYR_CHILD,

  /** 户名, 开户人: whose account it is, where that is not the child's own. */
  PAYEE_NAME,
  PAYEE_ID,
  /** 发放月份. */
  PAYMENT_MONTH,
  /** 交易流水号. */
  TRANSACTION,

  /** 救助类型: 低保, 特困, 孤儿, 事实无人抚养 … */
  BENEFIT,
  /** 城乡类别. */
  TOWN_OR_COUNTRY,
  /** 低保证号. */
  BENEFIT_NUMBER,
  /** 低保人员类别 and the like, as text. */
  BENEFIT_CLASS,
  /** 起始保障年月. */
  BENEFIT_FROM,
  /** 享受低保金额, yuan per month. */
  BENEFIT_AMOUNT,
  /** 享受状态: 在保, 停保. */
  BENEFIT_STATUS,
  /** 保障人数. */
  HOUSEHOLD_SIZE,

  /** 残疾人证号: 20 characters, 22 after a reissue. */
  DISABILITY_NUMBER,
  /** 残疾类别. */
  DISABILITY_KIND,
  /** 残疾等级. */
  DISABILITY_LEVEL,
  /** 发证日期. */
  ISSUED_ON,
  /** 证件状态. */
  CARD_STATUS,

  /** 就读状况 as a village found it. */
  ATTENDING,

  /** 异动类型: 转学, 休学, 复学, 退学 … */
  CHANGE_TYPE,
  /** 异动日期. */
  CHANGED_ON,
  /** 批准日期. */
  APPROVED_ON,
  /** 休学起始日期 and 休学结束日期. */
  LEAVE_FROM,
  LEAVE_TO,
  /** 转出学校. */
  FROM_SCHOOL,
  /** 转入学校. */
  TO_SCHOOL,
  /** 转入地 or whereabouts. */
  TO_PLACE,
  /** 办理状态: 在途, 办结. */
  CHANGE_STATUS,
  /** 原因 of a change, a placement or an absence. */
  REASON,

  /** 安置方式: 送教上门, 随班就读, 特教学校, 延缓入学, 免学. */
  PLACEMENT,
  PLACED_FROM,
  PLACED_TO,

  /** 核查日期. */
  CHECKED_ON,
  /** 在校状态 on the day of the check. */
  PRESENCE,
  /** 缺勤天数. */
  ABSENT_DAYS,
  /** 缺勤起始日期. */
  ABSENT_SINCE,

  /** 学校别名, 曾用名. */
  SCHOOL_ALIAS,
  /** 办学类型. */
  SCHOOL_KIND,
  /** 举办者. */
  SPONSOR,
  /** 学校状态: 正常, 停办. */
  SCHOOL_STATUS,
  /** 务工地点: only lists of migrant work have it, which are not taken. */
  WORK_PLACE,

  /** 问题类型: what a bureau's own ledger says it is about. */
  TOPIC,
  /** 处理结果, 反馈类别. */
  OUTCOME,
  /** 核实人. */
  VERIFIED_BY,
  /** 有效期, 复核日期. */
  VALID_UNTIL,
  /** 佐证. */
  EVIDENCE;

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
        || this == PAYEE_ID
        || this == DISABILITY_NUMBER
        || this == ACCOUNT;
  }
}

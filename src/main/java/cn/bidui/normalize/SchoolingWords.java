package cn.bidui.normalize;

import cn.bidui.normalize.AttendanceRecord.Presence;
import cn.bidui.normalize.PlacementRecord.Placement;
import cn.bidui.normalize.PopulationRecord.Attending;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollChangeRecord.Progress;

/** The words by which lists say where a child is, and what became of its place on the roll. */
final class SchoolingWords {

  /** 就读状况. */
  static final Vocabulary ATTENDING =
      new Vocabulary("在读、县外就读、未入学、辍学、休学、已毕业、学龄前、延缓入学、送教上门、迁出、死亡，或年级")
          .meaning(
              Attending.IN_SCHOOL.name(),
              "在读",
              "在校",
              "就读",
              "已入学",
              "入学",
              "在校就读",
              "在学",
              "在校生",
              "本地就读",
              "本县就读",
              "县内就读",
              "本乡就读",
              "正常就读",
              "正常在读",
              "已就读",
              "是",
              "幼儿园",
              "在园",
              "幼儿园就读",
              "中职就读",
              "高中就读")
          .meaning(
              Attending.ELSEWHERE.name(),
              "县外就读",
              "外地就读",
              "外县就读",
              "外出就读",
              "省外就读",
              "省内县外就读",
              "市外就读",
              "省内就读",
              "随迁就读",
              "异地就读",
              "随父母外出就读")
          .meaning(
              Attending.NOT_ENROLLED.name(),
              "未入学",
              "未就读",
              "未上学",
              "失学",
              "适龄未入学",
              "不在校",
              "不在读",
              "未在校",
              "未在读",
              "未就学",
              "否")
          .meaning(Attending.DROPPED_OUT.name(), "辍学", "已辍学", "疑似辍学", "退学", "失学辍学")
          .meaning(Attending.ON_LEAVE.name(), "休学", "休学中", "因病休学")
          .meaning(
              Attending.GRADUATED.name(), "毕业", "已毕业", "初中毕业", "已初中毕业", "高中毕业", "大学毕业", "毕业未升学")
          .meaning(Attending.TOO_YOUNG.name(), "学龄前", "学龄前儿童", "未到入学年龄", "未达入学年龄", "未满6周岁", "散居")
          .meaning(Attending.DEFERRED.name(), "延缓入学", "缓学", "免学", "延缓", "免予入学")
          .meaning(Attending.TAUGHT_AT_HOME.name(), "送教上门", "送教")
          .meaning(
              Attending.GONE.name(),
              "迁出",
              "户口迁出",
              "已迁出",
              "空挂户",
              "出国",
              "出境",
              "出国出境",
              "死亡",
              "已死亡",
              "去世",
              "查无此人");

  /** 异动类型. */
  static final Vocabulary CHANGE =
      new Vocabulary("转学、转入、转出、休学、复学、退学、毕业、升学、留级、跳级、转班、出国、死亡、注销、保留学籍")
          .meaning(Change.TRANSFER.name(), "转学", "学籍转接", "省内转学", "跨省转学", "县内转学", "市内转学", "转学申请")
          .meaning(Change.TRANSFER_IN.name(), "转入", "转学转入", "转学入", "调入", "外省转入", "省内转入", "跨省转入")
          .meaning(Change.TRANSFER_OUT.name(), "转出", "转学转出", "转学出", "调出", "省内转出", "跨省转出")
          .meaning(Change.SUSPENSION.name(), "休学", "因病休学", "休学申请", "继续休学", "延长休学")
          .meaning(Change.RETURN.name(), "复学", "休学复学", "复学申请", "恢复学籍", "恢复入学")
          .meaning(
              Change.WITHDRAWAL.name(), "退学", "自动退学", "辍学", "离校", "开除", "开除学籍", "除名", "劝退", "失学")
          .meaning(Change.GRADUATION.name(), "毕业", "结业", "肄业", "升学", "升级", "毕业离校")
          .meaning(Change.REPETITION.name(), "留级", "重读", "降级")
          .meaning(Change.SKIPPING.name(), "跳级")
          .meaning(Change.OTHER_CLASS.name(), "转班", "调班", "校内转班", "校内调班", "转专业", "班级调整")
          .meaning(Change.ABROAD.name(), "出国", "出境", "出国出境", "出国(境)", "境外就读", "出国留学")
          .meaning(Change.DEATH.name(), "死亡", "去世", "身故", "学生死亡")
          .meaning(Change.CANCELLATION.name(), "注销", "注销学籍", "学籍注销", "删除", "学籍删除")
          .meaning(Change.KEPT.name(), "保留学籍", "参军入伍", "保留入学资格");

  /** 办理状态. */
  static final Vocabulary PROGRESS =
      new Vocabulary("在途、办结、退回")
          .meaning(
              Progress.PENDING.name(),
              "在途",
              "办理中",
              "审核中",
              "待审核",
              "待审批",
              "待办",
              "未办结",
              "申请中",
              "处理中",
              "已申请",
              "待转入校审核",
              "转出校审核中",
              "转入校审核中",
              "待转出校核办",
              "待转入校核办",
              "转学在途",
              "未审核",
              "已提交")
          .meaning(
              Progress.DONE.name(),
              "办结",
              "已办结",
              "完成",
              "已完成",
              "审核通过",
              "通过",
              "已通过",
              "同意",
              "成功",
              "已批准",
              "批准",
              "审批通过",
              "已审核",
              "办理完成",
              "已办理",
              "转学成功",
              "生效",
              "已生效")
          .meaning(
              Progress.REFUSED.name(),
              "退回",
              "已退回",
              "驳回",
              "不同意",
              "审核不通过",
              "未通过",
              "不通过",
              "撤销",
              "已撤销",
              "取消",
              "已取消",
              "失败");

  /** 安置方式. */
  static final Vocabulary PLACEMENT =
      new Vocabulary("送教上门、随班就读、特教学校、特教班、康复机构、延缓入学、免学、远程教育、未安置")
          .meaning(Placement.TAUGHT_AT_HOME.name(), "送教上门", "送教", "送教到家", "送教服务")
          .meaning(
              Placement.REGULAR_CLASS.name(),
              "随班就读",
              "普通学校随班就读",
              "普通学校",
              "普校就读",
              "普通学校就读",
              "普校",
              "普校随班就读")
          .meaning(
              Placement.SPECIAL_SCHOOL.name(),
              "特教学校",
              "特殊教育学校",
              "特校",
              "特殊教育学校就读",
              "特教学校就读",
              "特校就读",
              "特殊教育")
          .meaning(
              Placement.SPECIAL_CLASS.name(),
              "特教班",
              "普通学校特教班",
              "附设特教班",
              "普校特教班",
              "儿童福利机构特教班",
              "福利机构特教班")
          .meaning(Placement.REHABILITATION.name(), "康复机构", "康复机构就读", "康复机构特教班", "机构康复", "康复训练")
          .meaning(Placement.DEFERRED.name(), "延缓入学", "缓学", "延缓", "延期入学")
          .meaning(Placement.EXEMPT.name(), "免学", "免予入学", "免于入学", "免除入学")
          .meaning(Placement.REMOTE.name(), "远程教育", "网络教育", "线上教育")
          .meaning(Placement.NONE.name(), "未安置", "未入学", "待安置", "尚未安置");

  /** 在校状态. */
  static final Vocabulary PRESENCE =
      new Vocabulary("在校、缺勤、请假、休学、辍学、实习、外地借读、转学在途、送教上门")
          .meaning(
              Presence.PRESENT.name(),
              "在校",
              "到校",
              "正常",
              "出勤",
              "是",
              "在校就读",
              "已到校",
              "正常在校",
              "在读",
              "全勤",
              "√")
          .meaning(
              Presence.ABSENT.name(),
              "缺勤",
              "不在校",
              "未到校",
              "旷课",
              "缺课",
              "失联",
              "否",
              "未在校",
              "人不在校",
              "在籍不在校",
              "未返校",
              "×")
          .meaning(Presence.EXCUSED.name(), "请假", "病假", "事假", "长期请假", "因病请假", "长期病假", "住院")
          .meaning(Presence.SUSPENDED.name(), "休学", "休学中", "因病休学")
          .meaning(Presence.DROPPED_OUT.name(), "辍学", "疑似辍学", "退学", "失学")
          .meaning(Presence.INTERNSHIP.name(), "实习", "顶岗实习", "岗位实习", "校外实习")
          .meaning(Presence.ELSEWHERE.name(), "外地借读", "借读", "外校借读", "人籍分离", "外地就读", "县外就读", "省外就读")
          .meaning(Presence.TRANSFERRING.name(), "转学在途", "转学", "已转出", "转出", "转学中")
          .meaning(Presence.TAUGHT_AT_HOME.name(), "送教上门", "送教");

  private SchoolingWords() {}
}

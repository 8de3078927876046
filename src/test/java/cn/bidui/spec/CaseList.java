package cn.bidui.spec;

import cn.bidui.source.ListKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists of a case by the names that cases use, each read by one of the column profiles. */
enum CaseList {
  ROLL("学籍", ListKind.ROLL, "roll-compulsory"),
  ROLL_PRESCHOOL("学籍（学前）", ListKind.ROLL, "roll-preschool"),
  ROLL_SENIOR("学籍（普高）", ListKind.ROLL, "roll-senior"),
  ROLL_VOCATIONAL("学籍（中职）", ListKind.ROLL, "roll-vocational"),
  EARLIER_ROLL("上次学籍", ListKind.ROLL, "roll-compulsory"),
  AID("受助", ListKind.AID, "aid"),
  HOUSEHOLDS("防返贫", ListKind.HOUSEHOLDS, "households"),
  ENROLLED("在校生", ListKind.ENROLLED, "enrolled"),
  HARDSHIP("困难学生", ListKind.HARDSHIP, "hardship"),
  HARDSHIP_GROUPS("困难学生（分类）", ListKind.HARDSHIP, "hardship-groups"),
  PAYMENTS("发放", ListKind.PAYMENTS, "payments"),
  CIVIL("民政", ListKind.CIVIL, "civil"),
  CIVIL_HEADS("民政（户主）", ListKind.CIVIL, "civil-heads"),
  DISABILITY("残联", ListKind.DISABILITY, "disability"),
  POPULATION("户籍", ListKind.POPULATION, "population"),
  ROLL_CHANGES("学籍异动", ListKind.ROLL_CHANGES, "roll-changes"),
  PLACEMENTS("安置", ListKind.PLACEMENTS, "placements"),
  ATTENDANCE("在校核查", ListKind.ATTENDANCE, "attendance"),
  SCHOOLS("学校名册", ListKind.SCHOOLS, "schools");

  private final String title;
  private final ListKind kind;
  private final String profile;

  CaseList(String title, ListKind kind, String profile) {
    this.title = title;
    this.kind = kind;
    this.profile = profile;
  }

  static CaseList of(String title, CaseNode at) {
    return Arrays.stream(values())
        .filter(list -> list.title.equals(title))
        .findFirst()
        .orElseThrow(() -> at.mistake("没有名单“" + title + "”；可以写：" + titles()));
  }

  static Optional<CaseList> of(ListKind kind) {
    return Arrays.stream(values()).filter(list -> list.kind == kind).findFirst();
  }

  private static String titles() {
    return Arrays.stream(values()).map(CaseList::title).collect(Collectors.joining("、"));
  }

  String title() {
    return title;
  }

  ListKind kind() {
    return kind;
  }

  String profile() {
    return profile;
  }
}

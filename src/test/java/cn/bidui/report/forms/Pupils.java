package cn.bidui.report.forms;

import cn.bidui.ledger.DutyRole;
import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.report.forms.Dossier.Answering;
import cn.bidui.report.forms.Dossier.Answering.Seat;
import cn.bidui.report.forms.Dossier.Away;
import cn.bidui.report.forms.Dossier.Child;
import cn.bidui.report.forms.Dossier.Discovery;
import cn.bidui.report.forms.Dossier.Home;
import cn.bidui.report.forms.Dossier.Schooling;
import cn.bidui.report.forms.Dossier.Standing;
import cn.bidui.report.forms.Dossier.Work;
import cn.bidui.report.forms.Dossier.Work.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Invented children: one of whom everything is known, one of whom nothing, one whose all is long.
 */
final class Pupils {

  static final LocalDate TONIGHT = LocalDate.of(2026, 5, 12);
  static final Letterhead HEAD = new Letterhead("青禾县教育局", TONIGHT);
  static final Standing NOTHING = new Standing("", "", null, null, "", null, null);

  private Pupils() {}

  /** A child with two rare characters in its name: one of Extension A, one of Extension B. */
  static Dossier known() {
    return new Dossier(
        "C1f0e2d3c4b5a",
        new TreeSet<>(List.of("vanished-from-roll")),
        new Child(
            "龙㛃𠅤",
            "女",
            LocalDate.of(2013, 3, 9),
            "990101********0023",
            "G99010********0023",
            "听力 二级"),
        new Home("青石镇", "石头村三组", "脱贫户、脱贫不稳定户", "龙大山"),
        new Schooling("青石镇初级中学", "七年级", "七（2）班"),
        new Discovery(LocalDate.of(2026, 4, 20), List.of("学籍消失", "疑似失学"), "厌学"),
        new Answering(
            new TreeMap<>(
                Map.of(
                    DutyRole.COUNTY_HEAD, new Seat("县小一", ""),
                    DutyRole.BUREAU_HEAD, new Seat("局小二", ""),
                    DutyRole.TOWNSHIP_HEAD, new Seat("镇小三", "0000-1234567"),
                    DutyRole.VILLAGE_HEAD, new Seat("村小四", "00000000000"),
                    DutyRole.PRINCIPAL, new Seat("校小五", ""),
                    DutyRole.TEACHER, new Seat("师小六", ""))),
            "师小六",
            List.of("教小七", "干小八", "龙大山")),
        new Work(
            CaseStage.HANDLING,
            true,
            LocalDate.of(2026, 5, 20),
            List.of(
                new Visit(LocalDate.of(2026, 4, 23), "师小六", "电话联系家长，称孩子随亲戚外出，答应五一后回来"),
                new Visit(LocalDate.of(2026, 5, 6), "校小五", "上门，孩子在家，不愿到校，家长同意再做工作")),
            true,
            LocalDate.of(2026, 5, 8),
            "青石政教〔2026〕3号",
            LocalDate.of(2026, 5, 11)),
        NOTHING,
        new Away("", ""));
  }

  /** A child of whom a list has the name and nothing else. */
  static Dossier unknown() {
    return new Dossier(
        "C0a1b2c3d4e5f",
        new TreeSet<>(List.of("never-enrolled")),
        new Child("乔乔", "", null, "", "", ""),
        new Home("", "", "", ""),
        new Schooling("", "", ""),
        new Discovery(null, List.of("疑似失学"), ""),
        new Answering(new TreeMap<>(), "", List.of()),
        new Work(CaseStage.REGISTERED, true, null, List.of(), false, null, "", null),
        NOTHING,
        new Away("", ""));
  }

  /** A child about whom every text is longer than any form has room for. */
  static Dossier longest() {
    String much = "很长的一段话".repeat(30);
    List<Visit> visits = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      visits.add(new Visit(LocalDate.of(2026, 11, 10 + i), "阿卜杜热西提·阿卜杜克热木", much));
    }
    Map<DutyRole, Seat> seats = new TreeMap<>();
    for (DutyRole role : DutyRole.values()) {
      seats.put(role, new Seat("买买提江·阿卜杜克热木", "000-0000-00000000"));
    }
    return new Dossier(
        "Cffffffffffff",
        new TreeSet<>(List.of("absent")),
        new Child(
            "阿卜杜热西提·阿卜杜克热木·麦麦提依明",
            "男",
            LocalDate.of(2012, 12, 31),
            "990101********002X",
            "G99010********002X",
            "多重 一级"),
        new Home(much, much, "脱贫户、脱贫不稳定户、低保、特困、孤儿/事实无人抚养", much),
        new Schooling(much, "初中九年级", "九年级（12）实验班"),
        new Discovery(LocalDate.of(2026, 11, 10), List.of("在籍不在校", "学籍消失", "残疾儿童未安置"), much),
        new Answering(new TreeMap<>(seats), much, List.of(much, much, much)),
        new Work(
            CaseStage.ANSWERED,
            true,
            LocalDate.of(2026, 12, 31),
            visits,
            true,
            LocalDate.of(2026, 12, 30),
            much,
            LocalDate.of(2026, 12, 30)),
        new Standing(
            "B4 康复机构或延缓入学（已批准）",
            "就读学校名称和学籍号",
            LocalDate.of(2027, 8, 31),
            LocalDate.of(2026, 12, 31),
            much,
            LocalDate.of(2026, 12, 31),
            LocalDate.of(2026, 12, 31)),
        new Away(much, much));
  }

  /** A child who may go to school in another county. */
  static Dossier away(String caseId, String name, String place, String school) {
    return new Dossier(
        caseId,
        new TreeSet<>(List.of("out-of-county")),
        new Child(
            name, "男", LocalDate.of(2014, 2, 1), "990101********0018", "G99010********0018", ""),
        new Home("青石镇", "石头村", "", "白大"),
        new Schooling("", "六年级", ""),
        new Discovery(LocalDate.of(2026, 5, 1), List.of("县外就读待核"), ""),
        new Answering(new TreeMap<>(), "", List.of()),
        new Work(CaseStage.ASSIGNED, true, null, List.of(), false, null, "", null),
        NOTHING,
        new Away(place, school));
  }
}

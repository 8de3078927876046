package cn.bidui.spec;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.Judge;
import cn.bidui.judge.Judgement;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Limit;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.RulePlan;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One case: a county, the night on which it is judged, and what is to be said of it. */
final class SpecCase {

  private static final List<String> KEYS =
      List.of(
          "标题", "基准日", "政策", "县级政策", "参数", "停用", "人物", "对照", "名单", "上次学籍日期", "只看", "应有", "不应有",
          "核对", "未核对");

  private final CaseNode at;
  private final Map<String, CaseNode> parts;
  private final UsualRows usual;
  private final Expectations expectations;

  SpecCase(CaseNode at, UsualRows usual, List<String> onlyInFile) {
    this.at = at;
    this.usual = usual;
    parts = at.map(KEYS);
    expectations = new Expectations(at, parts, onlyInFile);
  }

  String title() {
    return at.need(parts, "标题").text();
  }

  int line() {
    return at.line();
  }

  /** Fails, with all that differs, unless the program says exactly what the case expects. */
  void check() {
    expectations.check(judge());
  }

  Judgement judge() {
    Cast cast = new Cast();
    cast.add(usual.people());
    if (parts.containsKey("人物")) {
      cast.add(at.need(parts, "人物").map());
    }
    CaseCounty county = new CaseCounty(cast, date("基准日"));
    at.need(parts, "名单")
        .map()
        .forEach(
            (title, rows) -> {
              CaseList list = CaseList.of(title, rows);
              county.add(list, new CaseSheet(list, withControl(list, rows), usual.of(list)));
            });
    if (parts.containsKey("上次学籍日期")) {
      county.earlier(date("上次学籍日期"));
    }
    return new Judge(policies(), plans()).judge(county.build());
  }

  /** Case rows first, so that they keep their numbers. */
  private List<CaseNode> withControl(CaseList list, CaseNode rows) {
    List<CaseNode> all = new ArrayList<>(rows.list());
    CaseNode control = parts.get("对照");
    if (control == null) {
      all.addAll(usual.control(list));
    } else if (!control.text().equals("不用")) {
      throw control.mistake("“对照”只能写“不用”");
    }
    return all;
  }

  private LocalDate date(String key) {
    CaseNode day = at.need(parts, key);
    try {
      return LocalDate.parse(day.text());
    } catch (DateTimeParseException unreadable) {
      throw day.mistake("日期写成 2026-01-15");
    }
  }

  private AidPolicies policies() {
    List<NamedText> files = new ArrayList<>();
    List<String> names =
        parts.containsKey("政策") ? at.need(parts, "政策").texts() : List.of("national");
    names.forEach(name -> files.add(CountyFixture.file(name + ".yml")));
    if (parts.containsKey("县级政策")) {
      files.add(new NamedText("县级政策", at.need(parts, "县级政策").text()));
    }
    Mistakes mistakes = new Mistakes();
    AidPolicies read = AidPolicies.read(files, mistakes);
    if (!mistakes.none()) {
      throw at.mistake("政策有错：" + mistakes.all());
    }
    return read;
  }

  private Map<String, RulePlan> plans() {
    Map<String, RulePlan> plans = new TreeMap<>();
    if (parts.containsKey("停用")) {
      for (CaseNode rule : at.need(parts, "停用").list()) {
        String code = RuleNames.code(rule);
        plans.put(code, new RulePlan(code, false, Map.of()));
      }
    }
    if (parts.containsKey("参数")) {
      at.need(parts, "参数").map().forEach((title, numbers) -> plan(title, numbers, plans));
    }
    return plans;
  }

  private static void plan(String title, CaseNode numbers, Map<String, RulePlan> plans) {
    String code = RuleNames.code(title, numbers);
    Map<String, Limit> limits = new LinkedHashMap<>();
    numbers
        .map(RuleNames.numbers(code))
        .forEach(
            (name, value) ->
                limits.put(name, new Limit(Long.parseLong(value.text()), "days", "县里规定", "案例")));
    plans.put(code, new RulePlan(code, true, limits));
  }
}

package cn.bidui.acceptance;

import cn.bidui.acceptance.MonthModel.Act;
import cn.bidui.acceptance.MonthModel.Answer;
import cn.bidui.acceptance.MonthModel.Entry;
import cn.bidui.acceptance.MonthModel.Night;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The second part of the model: how far the cases have come, told from nights and words. */
final class MonthCases {

  private static final int VISIT_DAYS = 15;

  private MonthCases() {}

  /** One finding inside its case. */
  private static final class Item {
    boolean open;
    boolean checked;
    boolean right;
    LocalDate since = LocalDate.MIN;
    @Nullable Answer answer;
  }

  /** A case, told from the log each night anew. */
  private static final class Case {
    final SortedMap<String, Item> items = new TreeMap<>();
    LocalDate registered = LocalDate.MIN;
    LocalDate opened = LocalDate.MIN;
    @Nullable LocalDate answered;
    @Nullable LocalDate filed;
    @Nullable LocalDate extended;
    boolean handled;
    int rebounds;
    int reviews;

    boolean any(Predicate<Item> wanted) {
      return items.values().stream().anyMatch(wanted);
    }

    boolean open() {
      return any(item -> item.open);
    }

    boolean looked() {
      return items.keySet().stream()
          .allMatch(a -> !MonthModel.rule(a).two() || items.get(a).checked);
    }
  }

  /** What is published of the cases after the last night of {@code log}. */
  static SortedMap<String, String> after(List<Object> log, LocalDate asOf) {
    SortedMap<String, String> measures = new TreeMap<>();
    SortedMap<String, Case> cases = new TreeMap<>();
    for (Object each : log) {
      if (each instanceof Night night) {
        Map<String, List<String>> groups = new TreeMap<>();
        night
            .entries()
            .keySet()
            .forEach(
                a -> groups.computeIfAbsent(MonthModel.caseOf(a), no -> new ArrayList<>()).add(a));
        groups.forEach(
            (id, abouts) -> wakes(cases.computeIfAbsent(id, none -> new Case()), abouts, night));
        cases.values().forEach(file -> dawns(file, night.asOf()));
      } else if (each instanceof Answer answer) {
        answered(cases.get(MonthModel.caseOf(answer.about())), answer);
      } else if (each instanceof Act act) {
        acted(cases.get(MonthModel.caseOf(act.about())), act);
      }
    }
    cases.forEach(
        (id, file) -> {
          if (file.filed == null || file.filed.equals(asOf)) {
            measures.put("case " + id, words(file, asOf));
          }
        });
    return measures;
  }

  /** A night over a case: first what opens, then what the data no longer shows. */
  private static void wakes(Case file, List<String> abouts, Night night) {
    boolean known = !file.items.isEmpty();
    boolean rested = !file.open();
    boolean home = file.any(item -> item.right);
    String came = "";
    for (String about : abouts) {
      Entry entry = night.entries().get(about);
      boolean fresh = !file.items.containsKey(about);
      Item item = file.items.computeIfAbsent(about, none -> new Item());
      boolean asked = entry.open() || (entry.state().equals("explained") && item.answer == null);
      if (!asked || item.open) {
        continue;
      }
      boolean inTime =
          item.answer == null
              || item.answer.until() == null
              || !night.asOf().isAfter(item.answer.until());
      boolean back =
          fresh ? known && rested && home && MonthModel.rule(about).two() : item.right && inTime;
      came += back ? "rebound" : fresh ? "" : "review";
      if (rested && !file.open()) {
        file.opened = night.asOf();
        file.registered = known ? file.registered : night.asOf();
        file.handled = false;
        file.extended = null;
      }
      file.answered = null;
      file.filed = null;
      item.open = true;
      item.checked = false;
      item.right = false;
      item.answer = null;
      item.since = night.asOf();
    }
    file.rebounds += came.contains("rebound") ? 1 : 0;
    file.reviews += came.contains("review") ? 1 : 0;
    boolean was = file.open();
    for (String about : abouts) {
      if (night.entries().get(about).gone()) {
        Item item = file.items.get(about);
        item.open = false;
        item.right = true;
        item.answer = null;
      }
    }
    file.answered = was && !file.open() ? night.asOf() : file.answered;
  }

  private static void dawns(Case file, LocalDate asOf) {
    if (file.filed == null && !file.open() && file.looked()) {
      file.filed = asOf;
    }
  }

  private static void answered(Case file, Answer answer) {
    Item item = file.items.get(answer.about());
    boolean closes = !MonthModel.LEAVES_OPEN.contains(answer.outcome());
    file.handled = true;
    file.filed = null;
    item.open = !closes;
    item.checked = false;
    item.right = answer.outcome().equals("F3");
    item.answer = closes ? answer : null;
    file.answered = file.open() ? null : answer.day();
  }

  private static void acted(Case file, Act act) {
    switch (act.what()) {
      case "verify" -> {
        if (!file.open() && !file.any(i -> i.answer != null && i.answer.by().equals(act.by()))) {
          file.items.values().forEach(item -> item.checked = true);
        }
      }
      case "visit", "send-back" -> file.handled |= file.open();
      default -> {
        if (act.what().startsWith("extend ")) {
          file.extended = LocalDate.parse(act.what().substring(7));
        }
      }
    }
  }

  private static String words(Case file, LocalDate asOf) {
    LocalDate due = file.answered == null ? file.opened : file.answered;
    due = due.plusDays(VISIT_DAYS);
    if (file.open()) {
      due = LocalDate.MAX;
      for (Map.Entry<String, Item> each : file.items.entrySet()) {
        LocalDate own =
            each.getValue()
                .since
                .plusDays(each.getValue().open ? MonthModel.rule(each.getKey()).days() : 0);
        due = each.getValue().open && own.isBefore(due) ? own : due;
      }
      due = file.extended == null ? due : file.extended;
    }
    String stage =
        file.open()
            ? file.handled ? "handling" : "assigned"
            : file.filed == null ? "answered" : "filed";
    List<String> open =
        file.items.keySet().stream()
            .filter(a -> file.items.get(a).open)
            .map(a -> a.split(" ", -1)[0])
            .toList();
    return String.join(
        " | ",
        stage,
        String.join(";", open),
        "" + file.registered,
        "" + file.opened,
        file.filed == null ? "" : "" + file.filed,
        file.filed == null ? "" + due : "",
        "" + (file.filed == null && asOf.isAfter(due)),
        file.rebounds + " " + file.reviews);
  }
}

package cn.bidui.cli;

import cn.bidui.batch.KnownPlaces;
import cn.bidui.ledger.Duties;
import cn.bidui.ledger.Duties.Duty;
import cn.bidui.ledger.DutyRole;
import cn.bidui.report.DutyBook.Line;
import cn.bidui.report.notice.LineOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The lines of the table of duties: a line for each known place, and whatever it says besides. */
final class DutyLines {

  /** The place of who answers for the whole county. */
  static final String COUNTY = "全县";

  /** Between a township and its village. */
  static final String WITHIN = "/";

  private final KnownPlaces places;
  private final Duties duties;
  private final List<Line> lines = new ArrayList<>();
  private final List<Duty> told = new ArrayList<>();

  private DutyLines(KnownPlaces places, Duties duties) {
    this.places = places;
    this.duties = duties;
  }

  /** From the county down to the class. */
  static List<Line> of(KnownPlaces places, Duties duties) {
    DutyLines all = new DutyLines(places, duties);
    all.county();
    all.townships();
    all.schools();
    all.others();
    return List.copyOf(all.lines);
  }

  private void county() {
    add(new Duty(DutyRole.COUNTY_HEAD, COUNTY, "", "", ""), "", "", "");
    add(new Duty(DutyRole.BUREAU_HEAD, COUNTY, "", "", ""), "", "", "");
  }

  private void townships() {
    for (String township : places.townships()) {
      add(new Duty(DutyRole.TOWNSHIP_HEAD, township, "", "", ""), township, "", "");
      for (String village : places.villages().getOrDefault(township, none())) {
        Duty head = new Duty(DutyRole.VILLAGE_HEAD, township + WITHIN + village, "", "", "");
        add(head, township, village, "");
      }
    }
  }

  private void schools() {
    places
        .schools()
        .forEach(
            (school, township) -> {
              add(new Duty(DutyRole.PRINCIPAL, school, "", "", ""), township, "", school);
              for (String name : inOrder(places.classes().getOrDefault(school, none()))) {
                add(new Duty(DutyRole.TEACHER, school, name, "", ""), township, "", school);
              }
            });
  }

  /** Grade 7 before 8 before 9, and class 2 before class 10. */
  private static List<String> inOrder(SortedSet<String> classes) {
    return classes.stream()
        .sorted(Comparator.comparing(LineOrder::counted).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static SortedSet<String> none() {
    return new TreeSet<>();
  }

  /** What the table says of places that no list names now is kept. */
  private void others() {
    for (Duty duty : duties.all()) {
      if (!told.contains(duty)) {
        boolean school = duty.role() == DutyRole.PRINCIPAL || duty.role() == DutyRole.TEACHER;
        String[] parts = duty.place().split(WITHIN, 2);
        boolean village = duty.role() == DutyRole.VILLAGE_HEAD && parts.length == 2;
        boolean place = !school && !duty.place().equals(COUNTY);
        lines.add(
            new Line(
                duty.role(),
                place ? parts[0] : school ? places.schools().getOrDefault(duty.place(), "") : "",
                village ? parts[1] : "",
                school ? duty.place() : "",
                duty.className(),
                duty.name(),
                duty.phone()));
      }
    }
  }

  private void add(Duty slot, String township, String village, String school) {
    Duty known = duties.of(slot.role(), slot.place(), slot.className()).orElse(slot);
    told.add(known);
    lines.add(
        new Line(
            slot.role(), township, village, school, slot.className(), known.name(), known.phone()));
  }
}

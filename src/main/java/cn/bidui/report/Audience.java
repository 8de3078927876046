package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.score.Place;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.person.PersonName;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is to read a workbook, and what they may learn from it (需要才知道): the county everything, a
 * school or a township nothing of any other school or its pupils.
 */
final class Audience {

  private static final Words WORDS = Words.ZH;

  private final Places places;
  private final Set<String> own;
  private final @Nullable Substitutes schools;
  private final Set<Place> counted;

  private Audience(
      Places places, Set<String> own, @Nullable Substitutes schools, Set<Place> counted) {
    this.places = places;
    this.own = own;
    this.schools = schools;
    this.counted = counted;
  }

  /** The education bureau. */
  static Audience county(Places places) {
    return new Audience(places, Set.of(), null, Set.of());
  }

  /** One school. */
  static Audience school(String school, Places places, SchoolNames names) {
    return only(names.spellings(school), places, names, Set.of(Place.school(school)));
  }

  /** One township, its schools, and the schools where children of the township have findings. */
  static Audience township(
      String township, List<LedgerFinding> findings, Places places, SchoolNames names) {
    Set<String> own = names.spellingsIn(township);
    findings.forEach(finding -> own.addAll(names.spellings(finding.finding().school())));
    Set<Place> counted = new HashSet<>(Set.of(Place.township(township)));
    names.spellingsIn(township).stream().map(Place::school).forEach(counted::add);
    return only(own, places, names, counted);
  }

  private static Audience only(
      Set<String> own, Places places, SchoolNames names, Set<Place> counted) {
    return new Audience(
        places, own, names.outside(own, WORDS.text("report.other-school")), counted);
  }

  /** Whether this is the bureau, from which nothing is withheld. */
  boolean everything() {
    return schools == null;
  }

  /** Whether what is counted at {@code place} is this reader's own. */
  boolean isPlace(Place place) {
    return everything() || counted.contains(place);
  }

  /** {@code text} of {@code finding}, as this audience may read it. */
  String read(String text, Finding finding) {
    return schools == null ? text : schools.in(strangers(finding).in(text));
  }

  /** Why it was raised. */
  String why(Finding finding) {
    return read(WORDS.why(finding.explanation()), finding);
  }

  /** What was found, money or words. */
  String found(Finding finding) {
    return read(Masks.longNumbers(finding.found()), finding);
  }

  /** Where it stands, one place a line. */
  String where(Finding finding) {
    return finding.evidence().stream()
        .map(place -> where(place, finding))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** Of lists that are not the reader's own, only which list and which row. */
  String where(RowRef place, Finding finding) {
    String list = places.list(place).map(WORDS::list).orElse(WORDS.text("report.earlier-list"));
    if (!mayOpen(place)) {
      return WORDS.text("report.place.row", list, place.row());
    }
    return read(WORDS.text("report.place.full", list, file(place), place.row()), finding);
  }

  /** A row; empty if it is not compared tonight. */
  Optional<Spot> spot(RowRef place) {
    return places.spot(place);
  }

  /** {@code 城关小学/学籍.xlsx 初一}: files of two units may have one name. */
  static String file(RowRef place) {
    String unit = place.file().unit().isEmpty() ? "" : place.file().unit() + "/";
    String sheet = place.sheet().isEmpty() ? "" : " " + place.sheet();
    return unit + place.file().name() + sheet;
  }

  private boolean mayOpen(RowRef place) {
    return everything() || places.spot(place).filter(this::isOwn).isPresent();
  }

  private boolean isOwn(Spot spot) {
    return spot.list() != ListKind.HOUSEHOLDS && own.contains(spot.text(Field.SCHOOL_NAME));
  }

  private boolean isForeign(Spot spot) {
    return spot.list() != ListKind.HOUSEHOLDS && !own.contains(spot.text(Field.SCHOOL_NAME));
  }

  /** Masks the names on rows of other schools; the pupil's own name is left as it is. */
  private Substitutes strangers(Finding finding) {
    Map<String, String> names = new HashMap<>();
    places.spots(finding).stream().filter(this::isForeign).forEach(spot -> mask(names, spot));
    names.put(finding.name(), finding.name());
    return new Substitutes(names);
  }

  private static void mask(Map<String, String> names, Spot spot) {
    PersonName name = PersonName.of(spot.text(Field.NAME));
    names.put(name.raw(), name.masked());
    names.put(name.folded(), name.masked());
  }
}

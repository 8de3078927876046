package cn.bidui.judge.night;

import cn.bidui.judge.score.Place;
import cn.bidui.normalize.RollRecord;
import cn.bidui.source.School;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where something counts on the scoreboard (统计归属): at a school and in the township in which it
 * lies. A pupil on the roll counts for the school of the roll, somebody else for the school that a
 * list names.
 *
 * @param school blank where no list names one; then it counts for the county alone
 * @param township the school's; blank if unknown
 */
public record Site(String school, String township) {

  public static Site of(Night night, Person person) {
    return person
        .enrollment()
        .map(row -> of(night, row.record()))
        .orElseGet(() -> of(night, "", Portrait.school(night, person)));
  }

  public static Site of(School school) {
    return new Site(school.name(), school.township());
  }

  private static Site of(Night night, RollRecord roll) {
    Site known = of(night, roll.schoolCode(), roll.school());
    return known.township.isEmpty() ? new Site(known.school, roll.township()) : known;
  }

  private static Site of(Night night, String code, String name) {
    Optional<School> school = night.school(code, name);
    return school.map(Site::of).orElseGet(() -> new Site(name, ""));
  }

  List<Place> places() {
    List<Place> places = new ArrayList<>(3);
    places.add(Place.COUNTY);
    if (!township.isEmpty()) {
      places.add(Place.township(township));
    }
    if (!school.isEmpty()) {
      places.add(Place.school(school));
    }
    return places;
  }
}

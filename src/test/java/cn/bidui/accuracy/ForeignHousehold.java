package cn.bidui.accuracy;

import java.util.List;

/**
 * A household of the foreign county: an adult, then children.
 *
 * @param number counts them from 1
 * @param listed whether it stands in the monitoring system
 */
record ForeignHousehold(
    int number, String village, String school, boolean listed, List<ForeignPerson> people) {

  ForeignPerson head() {
    return people.get(0);
  }

  List<ForeignPerson> children() {
    return people.subList(1, people.size());
  }
}

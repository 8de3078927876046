package cn.bidui.accuracy;

import java.time.LocalDate;

/**
 * Somebody of the foreign county.
 *
 * @param id blank for a child who was never registered
 * @param grade 1–9, or 0 for who goes to no school of the county
 */
record ForeignPerson(
    int number, String name, boolean male, LocalDate birth, String id, String relation, int grade) {

  String sex() {
    return male ? "男" : "女";
  }

  boolean pupil() {
    return grade > 0;
  }
}

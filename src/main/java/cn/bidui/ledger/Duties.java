package cn.bidui.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The table of duties (双线七长责任表): who answers for the county, a township, a village, a school, a
 * class.
 *
 * @param all in order
 */
public record Duties(List<Duty> all) {

  /** Nobody has said who answers for what. */
  public static final Duties NONE = new Duties(List.of());

  private static final String BETWEEN = "\t";

  /**
   * One line of the table.
   *
   * @param place the county, township, village or school; a village with its township, {@code
   *     城关镇/东街村}
   * @param className of a teacher; blank for anybody else
   * @param phone blank if it is not kept
   */
  public record Duty(DutyRole role, String place, String className, String name, String phone)
      implements Comparable<Duty> {

    private static final Comparator<Duty> ORDER =
        Comparator.comparing(Duty::role)
            .thenComparing(Duty::place)
            .thenComparing(Duty::className)
            .thenComparing(Duty::name)
            .thenComparing(Duty::phone);

    private boolean isOf(DutyRole wanted, String where, String ofClass) {
      return role == wanted && place.equals(where) && className.equals(ofClass);
    }

    @Override
    public int compareTo(Duty other) {
      return ORDER.compare(this, other);
    }

    /** No person. */
    @Override
    public String toString() {
      return "Duty[" + role + "]";
    }
  }

  public Duties {
    all = all.stream().distinct().sorted().toList();
  }

  /** Who has {@code role} at {@code place}; of a class, its teacher. */
  public Optional<Duty> of(DutyRole role, String place, String className) {
    // They stand in order, and a blank name stands before every other.
    int at = Collections.binarySearch(all, new Duty(role, place, className, "", ""));
    int first = at < 0 ? -at - 1 : at;
    return first < all.size() && all.get(first).isOf(role, place, className)
        ? Optional.of(all.get(first))
        : Optional.empty();
  }

  /** Who answers for a case: the class's teacher, else the principal, else the township's head. */
  public Optional<Duty> answering(String school, String className, String township) {
    return first(DutyRole.TEACHER, school, className)
        .or(() -> first(DutyRole.PRINCIPAL, school, ""))
        .or(() -> first(DutyRole.TOWNSHIP_HEAD, township, ""));
  }

  private Optional<Duty> first(DutyRole role, String place, String className) {
    return place.isEmpty() ? Optional.empty() : of(role, place, className);
  }

  /** The table as text, one duty a line; the same table gives the same text. */
  public String write() {
    StringBuilder text = new StringBuilder();
    for (Duty duty : all) {
      text.append(
              String.join(
                  BETWEEN,
                  duty.role().code(),
                  plain(duty.place()),
                  plain(duty.className()),
                  plain(duty.name()),
                  plain(duty.phone())))
          .append('\n');
    }
    return text.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }

  /** Reads what {@link #write} wrote; lines that it did not write are left out. */
  public static Duties read(String text) {
    List<Duty> duties = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String[] parts = line.split(BETWEEN, -1);
      if (parts.length == 5) {
        DutyRole.find(parts[0])
            .ifPresent(role -> duties.add(new Duty(role, parts[1], parts[2], parts[3], parts[4])));
      }
    }
    return new Duties(duties);
  }
}

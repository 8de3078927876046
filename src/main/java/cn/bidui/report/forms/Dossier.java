package cn.bidui.report.forms;

import cn.bidui.ledger.DutyRole;
import cn.bidui.ledger.cases.CaseStage;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about one child who may have left school, or goes to school elsewhere (个案档案).
 * Texts are blank, and days null, where nobody knows.
 *
 * @param rules of the findings that the case has
 */
public record Dossier(
    String caseId,
    SortedSet<String> rules,
    Child child,
    Home home,
    Schooling schooling,
    Discovery discovery,
    Answering answering,
    Work work,
    Standing standing,
    Away away) {

  public Dossier {
    rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
  }

  /**
   * Who it is.
   *
   * @param id masked unless somebody asked for whole ids
   * @param studentNumber as {@code id}
   */
  public record Child(
      String name,
      String sex,
      @Nullable LocalDate birth,
      String id,
      String studentNumber,
      String disability) {

    /** No person. */
    @Override
    public String toString() {
      return "Child";
    }
  }

  /** Where the child lives, and with whom. */
  public record Home(String township, String village, String kind, String guardian) {

    /** No person. */
    @Override
    public String toString() {
      return "Home";
    }
  }

  /** Where the child went to school. */
  public record Schooling(String school, String grade, String className) {}

  /**
   * How it came to light.
   *
   * @param by titles of the rules, in order
   * @param reason why the child is not in school, as a list says
   */
  public record Discovery(@Nullable LocalDate since, List<String> by, String reason) {
    public Discovery {
      by = List.copyOf(by);
    }
  }

  /**
   * Who answers for the child (双线七长、三帮一); the parent is {@link Home#guardian}.
   *
   * @param seats those whom the table of duties names
   * @param responsible who answers for the case
   * @param helpers teacher, village cadre, guardian; three, blank where nobody is
   */
  public record Answering(
      SortedMap<DutyRole, Seat> seats, String responsible, List<String> helpers) {

    private static final int HELPERS = 3;

    public Answering {
      seats = Collections.unmodifiableSortedMap(new TreeMap<>(seats));
      List<String> given = helpers;
      helpers =
          java.util.stream.IntStream.range(0, HELPERS)
              .mapToObj(i -> i < given.size() ? given.get(i) : "")
              .toList();
    }

    /** Whoever has that role for this child. */
    public record Seat(String name, String phone) {

      /** Nobody is named. */
      static final Seat EMPTY = new Seat("", "");

      /** No person. */
      @Override
      public String toString() {
        return "Seat";
      }
    }

    Seat seat(DutyRole role) {
      return seats.getOrDefault(role, Seat.EMPTY);
    }

    /** No person. */
    @Override
    public String toString() {
      return "Answering";
    }
  }

  /**
   * What has been done.
   *
   * @param open whether the data still shows it and no answer closes it
   * @param due last day for an answer
   * @param reportDue whether the school owes the bureau a written report
   */
  public record Work(
      CaseStage stage,
      boolean open,
      @Nullable LocalDate due,
      List<Visit> visits,
      boolean reportDue,
      @Nullable LocalDate reportedOn,
      String noticeNumber,
      @Nullable LocalDate noticeOn) {

    public Work {
      visits = List.copyOf(visits);
    }

    /** Somebody went, called, persuaded (劝返). */
    public record Visit(LocalDate on, String by, String words) {

      /** No person. */
      @Override
      public String toString() {
        return "Visit[" + on + "]";
      }
    }
  }

  /**
   * What came of it.
   *
   * @param outcome the class of the answer (反馈类别)
   * @param proof what shows it (佐证)
   */
  public record Standing(
      String outcome,
      String proof,
      @Nullable LocalDate until,
      @Nullable LocalDate returnedOn,
      String verifiedBy,
      @Nullable LocalDate verifiedOn,
      @Nullable LocalDate filedOn) {

    /** No person. */
    @Override
    public String toString() {
      return "Standing";
    }
  }

  /**
   * Where else the child may go to school.
   *
   * @param place the county, as a list names it
   * @param school as a list names it
   */
  public record Away(String place, String school) {}

  /** No person. */
  @Override
  public String toString() {
    return "Dossier[" + caseId + "]";
  }
}

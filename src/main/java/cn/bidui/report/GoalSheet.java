package cn.bidui.report;

import cn.bidui.judge.score.Goal;
import cn.bidui.judge.score.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scoreboard as a sheet of a workbook, as far as its reader may see it. */
final class GoalSheet {

  private static final Words WORDS = Words.ZH;

  private final GoalBoard board;
  private final Audience audience;

  GoalSheet(NightReport night, Audience audience) {
    this.board = new GoalBoard(night);
    this.audience = audience;
  }

  void write(Book book) {
    Page page = book.page(WORDS.text("report.sheet.goals"));
    page.widths(30, 12, 12, 12, 12, 12, 12, 12, 12);
    page.line(Look.TITLE, WORDS.text("report.heading.goals"));
    page.line(Look.NOTE, WORDS.text("report.goal.note"));
    if (audience.everything()) {
      county(page);
      trend(page);
    } else {
      own(page);
    }
    places(page, Place.Level.TOWNSHIP, "report.column.township");
    places(page, Place.Level.SCHOOL, "report.column.school");
  }

  private void county(Page page) {
    head(page, "report.column.goal");
    for (Goal goal : Goal.values()) {
      page.cells(board.compared(goal) ? Look.TEXT : Look.MUTED, board.row(goal, Place.COUNTY));
    }
  }

  /** A school or a township reads its own figures one below the other. */
  private void own(Page page) {
    for (Place.Level level : List.of(Place.Level.TOWNSHIP, Place.Level.SCHOOL)) {
      for (Place place : board.places(level)) {
        if (audience.isPlace(place)) {
          page.gap().line(Look.HEADING, place.name());
          head(page, "report.column.goal");
          Arrays.stream(Goal.values())
              .forEach(goal -> page.cells(Look.TEXT, board.row(goal, place)));
        }
      }
    }
  }

  private static void head(Page page, String first) {
    page.cells(
        Look.HEADER,
        WORDS.text(first),
        WORDS.text("report.column.right"),
        WORDS.text("report.column.of"),
        WORDS.text("report.column.rate"),
        WORDS.text("report.column.errors"),
        WORDS.text("report.column.change"),
        WORDS.text("report.column.state"));
  }

  private void trend(Page page) {
    page.gap().line(Look.HEADING, WORDS.text("report.heading.trend"));
    List<Object> titles = new ArrayList<>(List.of(WORDS.text("report.column.goal")));
    board.nights().stream().map(LocalDate::toString).forEach(titles::add);
    page.cells(Look.HEADER, titles.toArray());
    for (Goal goal : Goal.values()) {
      List<Object> cells = new ArrayList<>(List.of(GoalBoard.title(goal)));
      for (@Nullable Long errors : board.errors(goal)) {
        cells.add(errors == null ? "–" : errors);
      }
      page.cells(Look.TEXT, cells.toArray());
    }
  }

  private void places(Page page, Place.Level level, String column) {
    List<Place> places = board.places(level);
    if (!audience.everything() || places.isEmpty()) {
      return;
    }
    page.gap().line(Look.HEADING, WORDS.text("report.heading.by", WORDS.text(column)));
    List<Object> titles = new ArrayList<>(List.of(WORDS.text(column)));
    Arrays.stream(Goal.values()).map(GoalBoard::title).forEach(titles::add);
    page.cells(Look.HEADER, titles.toArray());
    places.forEach(place -> page.cells(Look.TEXT, board.line(place)));
  }
}

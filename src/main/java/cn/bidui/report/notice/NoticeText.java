package cn.bidui.report.notice;

import cn.bidui.source.Messages;
import cn.bidui.source.Term.Season;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The words of one school's notice, the same on paper and on the page. */
final class NoticeText {

  private static final Messages WORDS = Messages.ZH;

  private final NoticeFacts facts;
  private final String school;
  private final List<PublicLine> lines;

  /**
   * A column of the list.
   *
   * @param share of the width that the columns have together
   */
  record Column(String title, int share, Function<PublicLine, String> value) {}

  NoticeText(NoticeFacts facts, String school, List<PublicLine> lines) {
    this.facts = facts;
    this.school = school;
    this.lines = lines;
  }

  static String word(String key) {
    return WORDS.text("report.notice." + key);
  }

  String school() {
    return school;
  }

  String title() {
    return WORDS.text("report.notice.title", term(), facts.title());
  }

  String lead() {
    return WORDS.text("report.notice.lead", school, term(), facts.title(), lines.size());
  }

  private String term() {
    String season = facts.term().season() == Season.AUTUMN ? "autumn" : "spring";
    return WORDS.text("report.notice." + season, facts.term().year());
  }

  /** What is to be known of the notice, by what it is called, in order. */
  List<Map.Entry<String, String>> facts() {
    NoticePeriod period = facts.period();
    String contact = facts.contact().isBlank() ? word("contact.by-hand") : facts.contact().strip();
    return List.of(
        Map.entry(word("unit"), unit()),
        Map.entry(
            word("period"),
            WORDS.text(
                "report.notice.period.text", day(period.from()), day(period.to()), period.days())),
        Map.entry(word("contact"), WORDS.text("report.notice.contact.text", contact)),
        Map.entry(
            word("take-down"), WORDS.text("report.notice.take-down.text", day(period.takeDown()))));
  }

  private String unit() {
    return facts.unit().isBlank() ? school : facts.unit().strip();
  }

  String seal() {
    return WORDS.text("report.notice.seal", unit());
  }

  /** Of the notice: its first day. */
  String date() {
    return day(from());
  }

  /** Those of the fields that the school has, behind the number of the line. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(word("column.name"), 18, PublicLine::name));
    columns.add(new Column(word("column.department"), 16, PublicLine::department));
    columns.add(new Column(word("column.grade"), 14, PublicLine::grade));
    columns.add(new Column(word("column.major"), 18, PublicLine::major));
    columns.add(new Column(word("column.class"), 14, PublicLine::className));
    columns.removeIf(
        column -> lines.stream().allMatch(line -> column.value().apply(line).isEmpty()));
    return columns;
  }

  List<PublicLine> lines() {
    return lines;
  }

  LocalDate from() {
    return facts.period().from();
  }

  LocalDate takeDown() {
    return facts.period().takeDown();
  }

  /** {@code 2025年9月8日}. */
  private static String day(LocalDate day) {
    return WORDS.text("report.notice.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}

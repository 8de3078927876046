package cn.bidui.report.city;

import cn.bidui.report.BarChart;
import cn.bidui.report.Html;
import cn.bidui.report.Standing;
import cn.bidui.report.Words;
import cn.bidui.report.city.CityTable.Line;
import cn.bidui.report.city.CityTable.Tone;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The city's page: the day in one sentence, four numbers, who is missing, the tables. */
final class CityPage {

  /** More than these are in the table, not in the picture. */
  private static final int BARS = 20;

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private static final Messages WORDS = Messages.ZH;

  private final City city;
  private final LocalDate asOf;
  private final CityTables tables;
  private final Html page = new Html();

  CityPage(City city, LocalDate asOf, CityTables tables) {
    this.city = city;
    this.asOf = asOf;
    this.tables = tables;
  }

  String html() {
    page.head(WORDS.text("report.city.page.title", asOf));
    page.element("p class=\"sub\"", WORDS.text("report.city.page.sub", asOf));
    verdict();
    numbers();
    table(tables.summary());
    chart("report.city.chart.counties", counties());
    table(tables.goalMatrix());
    table(tables.unfunded());
    table(tables.dropouts());
    table(tables.rules());
    chart("report.city.chart.rules", rules());
    table(tables.gaps());
    page.element("h2", WORDS.text("report.heading.books"));
    page.raw("<ul class=\"books\">\n<li>").link(CityFolder.BOOK, WORDS.text("report.city.book"));
    page.raw("</li>\n</ul>\n");
    return page.foot(WORDS.text("report.city.page.foot")).toString();
  }

  private void verdict() {
    int counted = city.of(Condition.COUNTED).size();
    boolean whole = counted == city.counties().size();
    page.element(
        "div class=\"verdict" + (whole ? "" : " bad") + "\"",
        WORDS.text(
            "report.city.verdict",
            city.counties().size(),
            counted,
            city.of(Condition.APART).size(),
            city.of(Condition.MISSING).size()));
    for (County county : city.counties()) {
      for (Remark remark : county.remarks()) {
        page.element("p class=\"alarm\"", sentence(county, remark));
      }
    }
  }

  private static String sentence(County county, Remark remark) {
    return WORDS.text(
        "report.city.remark", county.label(WORDS), remark.title(WORDS), remark.action(WORDS));
  }

  private void numbers() {
    List<CountyNight> counted = city.nights(Condition.COUNTED);
    Figures sum = CityTables.sum(counted);
    Standing all = sum.all();
    boolean unfunded = counted.stream().anyMatch(night -> night.knows(FindingCount.UNFUNDED));
    boolean dropouts = counted.stream().anyMatch(CountyNight::knowsDropouts);
    page.raw("<div class=\"four\">\n");
    number(
        "report.city.four.counties",
        counted.size(),
        WORDS.text("report.city.four.of", city.counties().size()));
    number(
        "report.four.open",
        CityTables.known(!counted.isEmpty(), all.open()),
        WORDS.text("report.city.four.new", all.added() + all.reopened(), all.resolved()));
    number(
        "report.city.four.unfunded",
        CityTables.known(unfunded, sum.allUnfunded().people()),
        WORDS.text("report.city.four.yuan", sum.allUnfunded().yuan()));
    number(
        "report.city.four.dropouts",
        CityTables.known(dropouts, sum.allDropouts().open()),
        WORDS.text("report.city.four.explained", sum.allDropouts().explained()));
    page.raw("</div>\n");
  }

  private void number(String title, Object value, String below) {
    page.raw("<div>").element("span", WORDS.text(title));
    // Below a dash, a 0 would look like a figure.
    String told = value.equals(CityTables.DASH) ? WORDS.text("report.city.four.nothing") : below;
    page.element("b", value.toString()).element("span", told).raw("</div>\n");
  }

  private void chart(String title, Map<String, Integer> bars) {
    if (!bars.isEmpty()) {
      page.element("h3", WORDS.text(title)).raw(BarChart.svg(WORDS.text(title), bars));
    }
  }

  private Map<String, Integer> counties() {
    Map<String, Integer> open = new LinkedHashMap<>();
    for (County county : city.counties()) {
      county
          .figures()
          .ifPresent(night -> open.put(county.label(WORDS), night.figures().all().open()));
    }
    return most(open);
  }

  private Map<String, Integer> rules() {
    Map<String, Integer> open = new LinkedHashMap<>();
    city.sum(Condition.COUNTED)
        .rules()
        .forEach((rule, standing) -> open.put(Words.ZH.rule(rule), standing.open()));
    open.values().removeIf(count -> count == 0);
    return most(open);
  }

  private static Map<String, Integer> most(Map<String, Integer> bars) {
    Map<String, Integer> most = new LinkedHashMap<>();
    bars.entrySet().stream()
        .sorted(Comparator.comparingInt(bar -> -bar.getValue()))
        .limit(BARS)
        .forEach(bar -> most.put(bar.getKey(), bar.getValue()));
    return most;
  }

  private void table(CityTable table) {
    page.element("h2", table.name());
    page.element("p class=\"sub\"", table.note());
    page.table(table.titles());
    table.lines().forEach(this::line);
    page.end();
  }

  private void line(Line line) {
    page.raw("<tr class=\"" + mark(line.tone()) + "\">");
    line.cells().forEach(cell -> page.element(tag(cell), cell.toString()));
    page.raw("</tr>\n");
  }

  /** Figures, and what stands in their place, to the right; dates on one line. */
  private static String tag(Object cell) {
    String text = cell.toString();
    if (cell instanceof Number || text.equals(CityTables.DASH)) {
      return "td class=\"n\"";
    }
    return DATE.matcher(text).matches() ? "td class=\"d\"" : "td";
  }

  private static String mark(Tone tone) {
    return switch (tone) {
      case PLAIN -> "plain";
      case APART -> "apart";
      case MISSING -> "off";
      case SUBTOTAL -> "part";
      case TOTAL -> "sum";
    };
  }
}

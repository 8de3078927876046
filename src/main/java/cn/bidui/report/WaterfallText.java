package cn.bidui.report;

import cn.bidui.link.Evidence.Agreement;
import cn.bidui.link.Waterfall;
import cn.bidui.link.Waterfall.Flip;
import cn.bidui.link.Waterfall.Step;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A waterfall in words: as a table for a terminal, and as sentences for a sheet. */
public final class WaterfallText {

  /** A grade as records hold it. */
  private static final Pattern GRADE = Pattern.compile("(?:" + stages() + ")-[0-9]{1,2}");

  private final Messages messages;
  private final Function<RowRef, String> place;

  /**
   * In the words of one language.
   *
   * @param place how a row is named to the reader
   */
  public WaterfallText(Messages messages, Function<RowRef, String> place) {
    this.messages = messages;
    this.place = place;
  }

  /** The whole of it, line by line: the sum as a table, then what it means. */
  public List<String> lines(Waterfall waterfall) {
    List<String> lines = new ArrayList<>(table(waterfall).lines(new Words(messages)));
    if (!waterfall.tier().label().isEmpty()) {
      String label = waterfall.tier().label();
      lines.add(text("link.waterfall.pass", text("link.pass." + label)));
      lines.add(text("link.waterfall.tier", label, text("link.tier." + label)));
    }
    if (!waterfall.reason().isEmpty()) {
      lines.add(text("link.waterfall.reason", text(waterfall.reason())));
    }
    lines.add(standing(waterfall));
    String flips = waterfall.reason().isEmpty() ? "link.waterfall.change" : "link.waterfall.flip";
    waterfall.flips().forEach(flip -> lines.add(text(flips, sentence(flip, waterfall))));
    return lines;
  }

  private static String stages() {
    return Stream.of(Stage.values()).map(Stage::name).collect(Collectors.joining("|"));
  }

  private String standing(Waterfall waterfall) {
    return text(
        "link.waterfall.standing",
        text(waterfall.strength().key()),
        bits(waterfall.total()),
        bits(waterfall.accept()));
  }

  private TextTable table(Waterfall waterfall) {
    TextTable table = new TextTable();
    for (String title : List.of("subject", "left", "right", "level", "weight")) {
      table.title(text("link.waterfall." + title));
    }
    if (waterfall.prior() != 0) {
      table.row(text("link.waterfall.prior"), "", "", "", precise(waterfall.prior()));
    }
    waterfall.steps().stream().filter(WaterfallText::tells).forEach(step -> row(step, table));
    table.row(text("link.waterfall.total"), "", "", "", precise(waterfall.total()));
    return table;
  }

  /** Whether either side says anything. */
  static boolean tells(Step step) {
    return step.agreement() != Agreement.MISSING
        || !step.left().isBlank()
        || !step.right().isBlank();
  }

  private void row(Step step, TextTable table) {
    table.row(
        subject(step),
        value(step, step.left()),
        value(step, step.right()),
        text(step.level()),
        precise(step.weight()));
    if (step.frequency() != 0) {
      table.row(text("link.waterfall.frequency"), "", "", "", precise(step.frequency()));
    }
  }

  /** What is compared: 姓名. */
  String subject(Step step) {
    return subject(step.subject(), messages);
  }

  /** A name for this purpose, else the field's own. */
  static String subject(String code, Messages messages) {
    String own = "link.subject." + code;
    return messages.text(messages.has(own) ? own : "field." + code);
  }

  /** A side that agrees without a value of its own has one from elsewhere, such as from the id. */
  String value(Step step, String value) {
    if (value.isBlank()) {
      boolean inferred = step.agreement() != Agreement.MISSING;
      return text(inferred ? "link.waterfall.inferred" : "link.waterfall.blank");
    }
    if (step.subject().equals(Field.GRADE.code()) && GRADE.matcher(value).matches()) {
      return Grade.parse(value).label();
    }
    return step.subject().equals(Field.SEX.code()) ? text("link.sex." + value) : value;
  }

  /** How the two sides stand to each other: 相近. */
  String level(Step step) {
    return text(step.level());
  }

  /** What the weight amounts to: 很可能是同一人. */
  String strength(Waterfall waterfall) {
    return text(waterfall.strength().key());
  }

  /** What would flip it, a sentence each. */
  List<String> flips(Waterfall waterfall) {
    return waterfall.flips().stream().map(flip -> sentence(flip, waterfall)).toList();
  }

  private String sentence(Flip flip, Waterfall waterfall) {
    String line = bits(waterfall.accept());
    if (flip instanceof Flip.Settles rule) {
      return settles(rule.reason());
    } else if (flip instanceof Flip.Lifts lifts) {
      Step step = lifts.step();
      String key = "link.flip.lifts." + step.agreement().name().toLowerCase(Locale.ROOT);
      return text(key, subject(step), bits(lifts.to()), line);
    } else if (flip instanceof Flip.NothingLifts nothing) {
      return text("link.flip.nothing-lifts", bits(nothing.to()), line);
    } else if (flip instanceof Flip.Drops drops) {
      return text("link.flip.drops", subject(drops.step()), bits(drops.to()), line);
    }
    return contested((Flip.Contested) flip);
  }

  private String contested(Flip.Contested contested) {
    int ahead = contested.ahead();
    String key = ahead == 0 ? "equal" : ahead > 0 ? "ahead" : "behind";
    return text(
        "link.flip.contested." + key,
        place.apply(contested.rival().row()),
        tenths(Math.abs(ahead)).toPlainString());
  }

  /** What a rule asks for; a reason without words of its own is for the papers to decide. */
  private String settles(String reason) {
    String key = reason.replaceFirst("^link\\.undecided\\.", "link.settles.");
    boolean known = key.startsWith("link.settles.") && messages.has(key);
    return text(known ? key : "link.settles.papers");
  }

  private String text(String key, Object... words) {
    return messages.text(key, words);
  }

  /** {@code 2130} → {@code +21.3}. */
  static String bits(int weight) {
    return (weight < 0 ? "" : "+") + tenths(weight).toPlainString();
  }

  private static BigDecimal tenths(int weight) {
    return BigDecimal.valueOf(weight, 2).setScale(1, RoundingMode.HALF_UP);
  }

  /** To the hundredth, so that the column adds up; right-aligned. */
  static String precise(int weight) {
    return String.format(Locale.ROOT, "%+8.2f", weight / 100.0);
  }
}

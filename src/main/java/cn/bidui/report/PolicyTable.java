package cn.bidui.report;

import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.plan.AidPolicy;
import cn.bidui.plan.AidStandard;
import cn.bidui.plan.AidStandard.Payment;
import cn.bidui.plan.Category;
import cn.bidui.plan.Entered;
import cn.bidui.plan.PolicyLine;
import cn.bidui.plan.Province;
import cn.bidui.source.Messages;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What pupils are due by the policies (应享标准表), as a table for a terminal and its sources. */
public final class PolicyTable {

  private final Messages messages;
  private final String and;

  /** In the words of one language. */
  public PolicyTable(Messages messages) {
    this.messages = messages;
    this.and = messages.text("report.and");
  }

  /** The table, a line for each standard, then documents and articles by their numbers in it. */
  public List<String> lines(Stage stage, List<PolicyLine> standards) {
    // Of a list of categories that is cut nobody would know who is left out.
    TextTable table = new TextTable(true);
    for (String title : List.of("program", "amount", "payer", "level", "source", "who")) {
      table.title(word("column." + title));
    }
    List<String> sources = new ArrayList<>();
    standards.forEach(
        line -> row(table, line, sources, who(stage, line, standards.indexOf(line), standards)));
    List<String> lines = new ArrayList<>(table.lines(new Words(messages)));
    for (int at = 0; at < sources.size(); at++) {
      lines.add(word("source", at + 1, sources.get(at)));
    }
    return lines;
  }

  private void row(TextTable table, PolicyLine line, List<String> sources, String who) {
    AidStandard standard = line.row().standard();
    String cited = cited(standard.source(), sources);
    for (String continued : line.continued()) {
      cited += cited(continued, sources);
    }
    table.row(
        line.program().name(),
        amount(standard),
        word("payer." + code(line.program().payer())),
        word("level." + line.level().code()),
        cited,
        who);
  }

  private static String cited(String source, List<String> sources) {
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return "[" + (sources.indexOf(source) + 1) + "]";
  }

  private String amount(AidStandard standard) {
    @Nullable Yuan least = standard.least();
    @Nullable Yuan most = standard.most();
    @Nullable Yuan average = standard.average();
    if (least == null || most == null) {
      return average == null ? word("amount.local") : word("amount.average", average);
    }
    String stated = average == null ? "" : word("amount.on-average", average);
    if (!standard.tiers().isEmpty()) {
      return standard.tiers().stream().map(Yuan::toString).collect(Collectors.joining(and))
          + stated;
    }
    if (standard.payment() == Payment.CAP) {
      return word("amount.cap", most);
    }
    if (standard.payment() == Payment.ONCE) {
      return word("amount.once", most);
    }
    return (standard.fixed() ? most.toString() : least + "—" + most) + stated;
  }

  /** Categories first, then what narrows them. */
  private String who(Stage stage, PolicyLine line, int at, List<PolicyLine> standards) {
    List<String> words = new ArrayList<>(List.of(categories(line)));
    if (standards.subList(0, at).stream().anyMatch(nearer -> takesFrom(nearer, line))) {
      words.add(word("others"));
    }
    AidPolicy row = line.row();
    if (!row.years().isEmpty()) {
      Set<Integer> years = new TreeSet<>(row.years());
      words.add(
          years.stream()
              .filter(year -> year <= stage.years())
              .map(year -> grade(stage, year))
              .collect(Collectors.joining(and)));
    }
    @Nullable Boarding boarding = row.boarding();
    if (boarding != null) {
      words.add(word("boarding." + code(boarding)));
    }
    @Nullable Province province = row.province();
    if (province != null) {
      words.add(word("province." + code(province)));
    }
    entered(row.entered(), words);
    return String.join(word("comma"), words);
  }

  /** Whether the line of a nearer file speaks of some of the same pupils first. */
  private static boolean takesFrom(PolicyLine nearer, PolicyLine line) {
    return nearer.program().code().equals(line.program().code())
        && nearer.level() != line.level()
        && !Collections.disjoint(nearer.categories(), line.categories());
  }

  private String categories(PolicyLine line) {
    if (line.row().everyone()) {
      return word("everyone");
    }
    return line.categories().isEmpty()
        ? word("unspecified")
        : line.categories().stream().map(this::category).collect(Collectors.joining(and));
  }

  private String category(Category category) {
    return word("category." + category.code());
  }

  private String grade(Stage stage, int year) {
    return messages == Messages.ZH
        ? new Grade(stage, year).label()
        : word("grade", Integer.toString(year));
  }

  private void entered(Entered entered, List<String> words) {
    @Nullable Term from = entered.from();
    @Nullable Term to = entered.to();
    if (from != null && to != null) {
      words.add(word("entered.between", from.label(), to.label()));
    } else if (from != null) {
      words.add(word("entered.from", from.label()));
    } else if (to != null) {
      words.add(word("entered.to", to.label()));
    }
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }

  private String word(String key, Object... words) {
    return messages.text("report.policy." + key, words);
  }
}

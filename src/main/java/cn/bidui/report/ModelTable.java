package cn.bidui.report;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two models side by side (模型对照): what each level of each comparison says, old and new. */
public final class ModelTable {

  /** What a level of a comparison is called; both by their number. */
  @FunctionalInterface
  public interface LevelWord {
    /** The word for {@code level}, 0 being missing. */
    String of(int comparison, int level);
  }

  private final Messages messages;
  private final LevelWord word;

  /** In the words of one language. */
  public ModelTable(Messages messages, LevelWord word) {
    this.messages = messages;
    this.word = word;
  }

  /**
   * A table for a terminal, a line for each level of each comparison of each pair of lists of the
   * new model. What the old one has not is shown as a dash.
   */
  public List<String> lines(LinkModel old, LinkModel made) {
    TextTable table = new TextTable();
    for (String title : List.of("lists", "comparison", "level", "old", "new", "change")) {
      table.title(messages.text("link.model." + title));
    }
    made.pairs().forEach(pair -> pair(pair, same(old, pair), old, made, table));
    return new ArrayList<>(table.lines(new Words(messages)));
  }

  private static Optional<PairWeights> same(LinkModel old, PairWeights pair) {
    return old.pairs().stream()
        .filter(each -> each.left().equals(pair.left()) && each.right().equals(pair.right()))
        .findFirst();
  }

  private void pair(
      PairWeights pair,
      Optional<PairWeights> before,
      LinkModel old,
      LinkModel made,
      TextTable table) {
    String lists = messages.text("link.model.pair", list(pair.left()), list(pair.right()));
    String on = messages.text("link.model.trained-on", pair.trainedOn());
    row(
        table,
        lists,
        messages.text("link.model.prior"),
        on,
        before.map(PairWeights::prior),
        pair.prior());
    for (int i = 0; i < made.comparisons().size(); i++) {
      String name = made.comparisons().get(i);
      String shown = word("link.subject." + name, word("field." + name, name));
      int at = old.comparisons().indexOf(name);
      List<Integer> levels = pair.weights().get(i);
      for (int level = 1; level < levels.size(); level++) {
        row(table, lists, shown, word.of(i, level), weight(before, at, level), levels.get(level));
      }
    }
  }

  private String list(String code) {
    return word("report.list." + code, code);
  }

  /** A plan of one's own may name what has no words here; then its name is shown. */
  private String word(String key, String otherwise) {
    return messages.has(key) ? messages.text(key) : otherwise;
  }

  private static Optional<Integer> weight(Optional<PairWeights> pair, int comparison, int level) {
    return pair.filter(each -> comparison >= 0)
        .map(each -> each.weights().get(comparison))
        .filter(levels -> level < levels.size())
        .map(levels -> levels.get(level));
  }

  private void row(
      TextTable table,
      String lists,
      String comparison,
      String level,
      Optional<Integer> old,
      int made) {
    table.row(
        lists,
        comparison,
        level,
        old.map(WaterfallText::precise).orElse("—"),
        WaterfallText.precise(made),
        old.map(before -> WaterfallText.precise(made - before)).orElse(""));
  }
}

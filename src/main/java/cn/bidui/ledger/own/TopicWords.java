package cn.bidui.ledger.own;

import cn.bidui.judge.Rules;
import cn.bidui.plan.HeaderText;
import cn.bidui.plan.OwnWords;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rules a row is about: by its own words, else by the title above it. */
final class TopicWords {

  private final OwnWords words;
  private final Map<String, String> titles = new HashMap<>();

  TopicWords(OwnWords words) {
    this.words = words;
    Rules.all()
        .forEach(
            card -> {
              titles.put(HeaderText.fold(card.code()), card.code());
              titles.put(HeaderText.fold(title(card.code())), card.code());
            });
  }

  /** The title under which people know a rule. */
  static String title(String rule) {
    return Messages.ZH.text("rule." + rule + ".title");
  }

  /** The row as it stands under its title: what is listed of it must say so, too. */
  OwnRow titled(OwnRow row) {
    return row.text(Field.TOPIC).isEmpty()
        ? words.topicIn(row.caption()).map(row::about).orElse(row)
        : row;
  }

  /**
   * The rules; empty list if the row may be about any, empty if it names a problem that nobody
   * knows.
   */
  Optional<List<String>> of(OwnRow row) {
    String topic = row.text(Field.TOPIC);
    List<String> rules = words.rules(topic);
    if (topic.isEmpty() || !rules.isEmpty()) {
      return Optional.of(rules);
    }
    return Optional.ofNullable(titles.get(HeaderText.fold(topic))).map(List::of);
  }
}

package cn.bidui.judge.sheet;

import cn.bidui.source.Messages;
import java.util.List;

/** The sentence of a line: a key of the {@code sheet} catalog and the words that fill it. */
record Why(String key, List<String> words) {

  Why {
    words = List.copyOf(words);
  }

  Why(String key, String... words) {
    this(key, List.of(words));
  }

  String text() {
    return Messages.ZH.text(key, words.toArray());
  }
}

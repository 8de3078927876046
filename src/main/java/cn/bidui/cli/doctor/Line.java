package cn.bidui.cli.doctor;

import cn.bidui.source.Legible;
import cn.bidui.source.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** What the doctor says of one check. */
record Line(String code, Looked looked) {

  private static final String CATALOG = "doctor.";
  private static final String ANY = "any.";

  State state() {
    return looked.state();
  }

  /** The check's name for people. */
  String title(Messages messages) {
    return messages.text(CATALOG + code + ".title");
  }

  /** What was found, with numbers and units. */
  String found(Messages messages) {
    return looked.sights().stream()
        .map(sight -> messages.text(key(sight, messages), words(sight, messages)))
        .collect(Collectors.joining(messages.text("doctor.joint")));
  }

  /** Why it matters. */
  String meaning(Messages messages) {
    return messages.text(CATALOG + code + ".meaning");
  }

  /** What to do; blank if nothing is. */
  String remedy(Messages messages) {
    return looked.sights().stream()
        .filter(sight -> !sight.state().fine())
        .map(sight -> messages.text(key(sight, messages) + ".do", words(sight, messages)))
        .distinct()
        .collect(Collectors.joining(messages.text("doctor.joint-remedies")));
  }

  /** Some sentences are those of every check. */
  private String key(Looked.Sight sight, Messages messages) {
    String own = CATALOG + code + "." + sight.what();
    return messages.has(own) ? own : CATALOG + ANY + sight.what();
  }

  private static Object[] words(Looked.Sight sight, Messages messages) {
    return sight.words().stream().map(word -> word(word, messages)).toArray();
  }

  private static Object word(Object word, Messages messages) {
    if (word instanceof Word told) {
      return told.in(messages);
    }
    return Legible.line(
        word instanceof List<?> several
            ? several.stream()
                .map(each -> String.valueOf(word(each, messages)))
                .collect(Collectors.joining(messages.text("doctor.comma")))
            : String.valueOf(word));
  }

  /** A word that is another in each language. */
  @FunctionalInterface
  interface Word {
    String in(Messages messages);
  }

  /** A word that stands in a catalog. */
  record Told(String key, List<String> words) implements Word {
    static Told of(String key) {
      return new Told(key, List.of());
    }

    static Told of(String key, List<String> words) {
      return new Told(key, words);
    }

    @Override
    public String in(Messages messages) {
      return messages.text(key, words.stream().map(Legible::line).toArray());
    }
  }
}

package cn.bidui.cli;

import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Canonical values of rows in words: {@code FEMALE} is 女, {@code true} is 是. */
final class ValueWords {

  /** Fields that hold kinds of hardship; what the households' list says of two of them is less. */
  private static final Set<Field> GROUPS =
      Set.of(Field.HARDSHIP_TYPE, Field.BENEFIT, Field.MINIMUM_LIVING, Field.EXTREME_POVERTY);

  private final Messages messages;

  ValueWords(Messages messages) {
    this.messages = messages;
  }

  /** A value in the words of the catalog; as it is if it is no choice. */
  String of(Field field, String value) {
    boolean choices = value.matches("true|false|[A-Z_]+(,[A-Z_]+)*");
    return choices
        ? Arrays.stream(value.split(",", -1))
            .map(choice -> word(field, choice))
            .collect(Collectors.joining("、"))
        : value;
  }

  private String word(Field field, String choice) {
    String name = choice.toLowerCase(Locale.ROOT).replace('_', '-');
    List<String> keys = new ArrayList<>(List.of("value." + field.code() + "." + name));
    if (GROUPS.contains(field)) {
      keys.add("value.group." + name);
    }
    if (choice.equals(name)) {
      keys.add("value." + name);
    }
    return keys.stream()
        .filter(messages::has)
        .findFirst()
        .map(key -> messages.text(key))
        .orElse(choice);
  }
}

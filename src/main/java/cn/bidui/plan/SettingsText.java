package cn.bidui.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of {@code bidui.yml}, changed in one place; all that people wrote around it stays. */
public final class SettingsText {

  private static final String DATABASE = "database";

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private SettingsText(String text) {
    this.text = text;
  }

  /** Code points from {@code from} to before {@code to} become {@code words}. */
  private record Edit(int from, int to, String words) {}

  /**
   * The same settings with another database.
   *
   * @return empty if they are written in a form in which it cannot be changed without changing
   *     something else, or have mistakes
   */
  public static Optional<String> withDatabase(String text, Settings.Database database) {
    Mistakes mistakes = new Mistakes();
    Settings before = Settings.read("", text, mistakes);
    String after = new SettingsText(text).with(database);
    Settings read = Settings.read("", after, mistakes);
    return mistakes.none() && read.equals(before.with(database))
        ? Optional.of(after)
        : Optional.empty();
  }

  private String with(Settings.Database database) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("url", database.url());
    values.put("user", database.user());
    values.put("password-file", database.passwordFile());
    Yaml root = Yaml.read("", text, new Mistakes());
    Yaml at = root.at(DATABASE);
    if (at.isMapping()) {
      values.forEach((key, value) -> change(at, key, value));
    } else if (root.keys().contains(DATABASE)) {
      edits.add(new Edit(at.from(), at.to(), lines(values)));
    } else {
      int end = text.codePointCount(0, text.length());
      String newLine = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      edits.add(new Edit(end, end, newLine + DATABASE + ":" + lines(values) + "\n"));
    }
    return edited();
  }

  private static String lines(Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach(
        (key, value) -> lines.append("\n  ").append(key).append(": ").append(quoted(value)));
    return lines.toString();
  }

  private void change(Yaml at, String key, String value) {
    if (at.keys().contains(key)) {
      Yaml old = at.at(key);
      // Where nothing stands behind the colon, not even a blank does.
      String gap = old.from() == old.to() && before(old.from()) == ':' ? " " : "";
      edits.add(new Edit(old.from(), old.to(), gap + quoted(value)));
    } else if (!at.keys().isEmpty()) {
      int first = at.name(at.keys().iterator().next()).from();
      String blanks = blanksBefore(first);
      String end = blanks.isEmpty() ? ", " : "\n" + blanks;
      edits.add(new Edit(first, first, key + ": " + quoted(value) + end));
    }
  }

  private int before(int point) {
    return point == 0 ? 0 : text.codePointBefore(text.offsetByCodePoints(0, point));
  }

  /** The blanks from the start of the line; none if anything else stands there. */
  private String blanksBefore(int point) {
    String line = text.substring(0, text.offsetByCodePoints(0, point));
    String blanks = line.substring(line.lastIndexOf('\n') + 1);
    return blanks.isBlank() ? blanks : "";
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** From the last to the first, so that places before stay where they are. */
  private String edited() {
    StringBuilder edited = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::from).reversed())
        .forEach(
            edit ->
                edited.replace(
                    text.offsetByCodePoints(0, edit.from()),
                    text.offsetByCodePoints(0, edit.to()),
                    edit.words()));
    return edited.toString();
  }
}

package cn.bidui.plan;

import cn.bidui.plan.ProfileColumn.Evidence;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one column profile and notes all of its mistakes. */
final class ProfileReading {

  private final Yaml file;
  private final Map<String, Field> meanings = new HashMap<>();
  private final Set<Field> fields = EnumSet.noneOf(Field.class);

  ProfileReading(Yaml file) {
    this.file = file;
  }

  /** The profile as far as it can be read; nothing if it does not say for which list it is. */
  Optional<ColumnProfile> profile() {
    file.only(
        "profile",
        "list",
        "title",
        "titles",
        "needs-title",
        "instead",
        "decides",
        "one-of",
        "columns",
        "known");
    String id = required("profile");
    Optional<ListKind> list = list();
    String title = required("title");
    List<ProfileColumn> columns = columns(file.at("columns"));
    List<List<Field>> oneOf = file.at("one-of").items().stream().map(this::declared).toList();
    List<Field> decides = declared(file.at("decides"));
    List<String> known = file.at("known").texts();
    known.forEach(name -> notMeaningful(name, file.at("known")));
    if (list.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ColumnProfile(
            id,
            list.get(),
            title,
            columns,
            oneOf,
            Set.copyOf(decides),
            known,
            new TitleWords(file.at("titles").texts(), file.at("needs-title").flag(false)),
            file.at("instead").text("")));
  }

  private String required(String key) {
    String text = file.at(key).text("");
    if (text.isEmpty()) {
      fault(file, "plan.missing-key", key);
    }
    return text;
  }

  private Optional<ListKind> list() {
    String code = required("list");
    Optional<ListKind> kind = ListKind.ofCode(code);
    if (!code.isEmpty() && kind.isEmpty()) {
      fault(file.at("list"), "plan.unknown-list", code, listCodes());
    }
    return kind;
  }

  private static String listCodes() {
    return Arrays.stream(ListKind.values()).map(ListKind::code).collect(Collectors.joining(", "));
  }

  private List<ProfileColumn> columns(Yaml yaml) {
    List<ProfileColumn> columns = new ArrayList<>();
    for (String code : yaml.keys()) {
      Optional<Field> field = field(code, yaml.at(code));
      field.ifPresent(present -> columns.add(column(present, yaml.at(code))));
    }
    if (columns.isEmpty()) {
      fault(yaml.absent() ? file : yaml, "plan.no-columns");
    }
    return columns;
  }

  private Optional<Field> field(String code, Yaml place) {
    Optional<Field> field = Field.ofCode(code);
    if (field.isEmpty()) {
      fault(place, "plan.unknown-field", code);
    }
    return field;
  }

  private ProfileColumn column(Field field, Yaml yaml) {
    fields.add(field);
    yaml.only("required", "label", "synonyms", "weak", "groups", "leaves", "evidence");
    ProfileColumn column =
        new ProfileColumn(
            field,
            yaml.at("required").flag(false),
            yaml.at("label").requiredText(field.code() + ".label"),
            yaml.at("synonyms").texts(),
            yaml.at("weak").texts(),
            yaml.at("groups").texts(),
            yaml.at("leaves").texts(),
            evidence(yaml.at("evidence")));
    column.spellings().forEach(name -> meansOne(name, field, yaml));
    return column;
  }

  private Evidence evidence(Yaml yaml) {
    String word = yaml.text("none");
    for (Evidence evidence : Evidence.values()) {
      if (word.equals(evidence.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
        return evidence;
      }
    }
    fault(yaml, "plan.unknown-evidence", word, "citizen-id, name, sex, none");
    return Evidence.NONE;
  }

  /** One header must not mean two fields: the file could then be read in two ways. */
  private void meansOne(String name, Field field, Yaml place) {
    Field other = meanings.putIfAbsent(HeaderText.fold(name), field);
    if (other != null && other != field) {
      fault(place, "plan.header-means-two", name, field.code(), other.code());
    }
  }

  private void notMeaningful(String name, Yaml place) {
    Field other = meanings.get(HeaderText.fold(name));
    if (other != null) {
      fault(place, "plan.header-means-two", name, "known", other.code());
    }
  }

  private List<Field> declared(Yaml codes) {
    List<Field> declared = new ArrayList<>();
    for (Yaml code : codes.items()) {
      String text = code.text("");
      Optional<Field> field = field(text, code);
      if (field.isPresent() && !fields.contains(field.get())) {
        fault(code, "plan.column-not-declared", text);
      }
      field.ifPresent(declared::add);
    }
    return declared;
  }

  private void fault(Yaml place, String key, String... words) {
    place.mistake(key, words);
  }
}

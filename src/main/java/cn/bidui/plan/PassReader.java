package cn.bidui.plan;

import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.KeyPart;
import cn.bidui.plan.LinkPlan.KeyShape;
import cn.bidui.plan.LinkPlan.LinkPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the passes of a linkage plan: {@code [prefix(surname, 3), year(birth)]}. */
final class PassReader {

  private static final Pattern SHAPED =
      Pattern.compile("([a-z-]+)\\(\\s*([^,()\\s]+)\\s*(?:,\\s*(\\d{1,3})\\s*)?\\)");

  private static final Set<KeyShape> WITH_LENGTH = EnumSet.of(KeyShape.PREFIX, KeyShape.SUFFIX);
  private static final Set<FieldKind> TEXTS =
      EnumSet.of(FieldKind.TEXT, FieldKind.CODE, FieldKind.NAME, FieldKind.STUDENT_NUMBER);

  /** Agreement on one of these alone already says much. */
  private static final Set<FieldKind> NUMBERS =
      EnumSet.of(FieldKind.CODE, FieldKind.CITIZEN_ID, FieldKind.STUDENT_NUMBER);

  private final Map<String, FieldKind> kinds;

  PassReader(Map<String, FieldKind> kinds) {
    this.kinds = kinds;
  }

  /** A sequence of key parts, a single one, or a mapping that gives the pass a name. */
  LinkPass pass(Yaml at) {
    Yaml keys = at.isMapping() ? at.only("name", "keys").at("keys") : at;
    List<KeyPart> parts = new ArrayList<>();
    written(keys.isList() ? keys.items() : List.of(keys))
        .forEach((text, place) -> part(place, text).ifPresent(parts::add));
    if (keys.absent() || (keys.isList() && keys.items().isEmpty())) {
      at.mistake("plan.link.empty-pass");
    }
    String usual = parts.stream().map(PassReader::written).collect(Collectors.joining(" + "));
    return new LinkPass(at.isMapping() ? at.at("name").text(usual) : usual, parts);
  }

  /** Each number alone, and every two of the other fields together. */
  List<LinkPass> usual() {
    List<String> names = List.copyOf(kinds.keySet());
    List<LinkPass> passes = new ArrayList<>();
    for (String name : names) {
      if (NUMBERS.contains(kinds.get(name))) {
        passes.add(whole(name));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (tells(names.get(i)) && tells(names.get(j))) {
          passes.add(whole(names.get(i), names.get(j)));
        }
      }
    }
    return passes;
  }

  private boolean tells(String field) {
    return !NUMBERS.contains(kinds.get(field)) && kinds.get(field) != FieldKind.SEX;
  }

  private static LinkPass whole(String... fields) {
    List<KeyPart> parts =
        Arrays.stream(fields).map(field -> new KeyPart(field, KeyShape.WHOLE, 0)).toList();
    return new LinkPass(String.join(" + ", fields), parts);
  }

  /** The keys with their places: to YAML, the comma of {@code prefix(name, 3)} parts two items. */
  private static Map<String, Yaml> written(List<Yaml> items) {
    Map<String, Yaml> keys = new LinkedHashMap<>();
    StringBuilder open = new StringBuilder();
    for (Yaml item : items) {
      open.append(open.isEmpty() ? "" : ", ").append(item.text(""));
      String key = open.toString();
      if (key.indexOf('(') < 0 || key.indexOf(')') > 0) {
        keys.put(key, item);
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      keys.put(open.toString(), items.get(items.size() - 1));
    }
    return keys;
  }

  private Optional<KeyPart> part(Yaml at, String written) {
    Matcher shaped = SHAPED.matcher(written);
    if (!shaped.matches()) {
      return written.isEmpty() ? Optional.empty() : checked(at, written, KeyShape.WHOLE, "");
    }
    Optional<KeyShape> shape =
        Arrays.stream(KeyShape.values())
            .filter(one -> LinkPlan.word(one).equals(shaped.group(1)))
            .findFirst();
    if (shape.isEmpty()) {
      at.mistake("plan.not-a-choice", shaped.group(1), PlanWords.all(KeyShape.class));
    }
    String length = shaped.group(3) == null ? "" : shaped.group(3);
    return shape.flatMap(one -> checked(at, shaped.group(2), one, length));
  }

  private Optional<KeyPart> checked(Yaml at, String field, KeyShape shape, String length) {
    FieldKind kind = kinds.get(field);
    if (kind == null) {
      at.mistake("plan.link.unknown-field", field, String.join(", ", kinds.keySet()));
      return Optional.empty();
    }
    if (!fitting(shape).contains(kind)) {
      at.mistake(
          "plan.link.shape-misfit", LinkPlan.word(shape), field, LinkPlan.word(kind), fits(shape));
    }
    boolean takesLength = WITH_LENGTH.contains(shape);
    int characters = length.isEmpty() ? 0 : Integer.parseInt(length);
    if (takesLength && (characters < 1 || characters > 100)) {
      at.mistake("plan.link.no-length", LinkPlan.word(shape), field);
    } else if (!takesLength && !length.isEmpty()) {
      at.mistake("plan.link.needless-length", LinkPlan.word(shape));
    }
    return Optional.of(new KeyPart(field, shape, characters));
  }

  private static Set<FieldKind> fitting(KeyShape shape) {
    return switch (shape) {
      case WHOLE -> EnumSet.allOf(FieldKind.class);
      case PREFIX, SUFFIX -> TEXTS;
      case YEAR, YEAR_MONTH -> EnumSet.of(FieldKind.DATE, FieldKind.CODE, FieldKind.TEXT);
      case SOUND -> EnumSet.of(FieldKind.NAME);
      case PHONETIC, WORDS -> EnumSet.of(FieldKind.TEXT, FieldKind.NAME);
      case DELETIONS ->
          EnumSet.of(
              FieldKind.TEXT,
              FieldKind.CODE,
              FieldKind.NAME,
              FieldKind.STUDENT_NUMBER,
              FieldKind.CITIZEN_ID);
    };
  }

  private static String fits(KeyShape shape) {
    return fitting(shape).stream().map(LinkPlan::word).collect(Collectors.joining(", "));
  }

  private static String written(KeyPart part) {
    return switch (part.shape()) {
      case WHOLE -> part.field();
      case PREFIX, SUFFIX ->
          "%s(%s, %d)".formatted(LinkPlan.word(part.shape()), part.field(), part.length());
      default -> "%s(%s)".formatted(LinkPlan.word(part.shape()), part.field());
    };
  }
}

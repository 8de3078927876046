package cn.bidui.plan;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A place in a YAML file, with its line: the only class that knows the YAML library. Reading a
 * value of the wrong shape notes a {@link Mistake} and goes on, so that one reading finds all of
 * them.
 *
 * <p>SnakeYAML, because Spring Boot manages it and its node tree keeps line numbers.
 */
public final class Yaml {

  /** Stands for bytes that are no character; no YAML may hold it. */
  private static final char NO_CHARACTER = '\0';

  private static final LoaderOptions OPTIONS = options();

  private final String file;
  private final @Nullable Node node;
  private final Mistakes mistakes;

  private Yaml(String file, @Nullable Node node, Mistakes mistakes) {
    this.file = file;
    this.node = node;
    this.mistakes = mistakes;
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(10);
    return options;
  }

  /**
   * The text of a file in UTF-8. One that an editor has saved otherwise, as some do on Chinese
   * Windows, is a text all the same, which {@link #read} tells as a mistake.
   */
  public static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .replaceWith(String.valueOf(NO_CHARACTER))
          .decode(ByteBuffer.wrap(content))
          .toString();
    } catch (CharacterCodingException replaced) {
      throw new IllegalStateException("whatever is no character is replaced", replaced);
    }
  }

  /** Reads {@code text}; text that is no YAML is a mistake and reads as nothing. */
  public static Yaml read(String file, String text, Mistakes mistakes) {
    int wrong = text.indexOf(NO_CHARACTER);
    if (wrong >= 0) {
      int line = 1 + (int) text.substring(0, wrong).chars().filter(c -> c == '\n').count();
      mistakes.add(new Mistake(file, line, "plan.not-utf8", List.of()));
      return new Yaml(file, null, mistakes);
    }
    try {
      Node root = tree(text);
      Yaml yaml = new Yaml(file, root, mistakes);
      if (root != null) {
        yaml.noteRepeatedKeys(root);
      }
      return yaml;
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      mistakes.add(new Mistake(file, line, "plan.not-yaml", List.of()));
      return new Yaml(file, null, mistakes);
    } catch (YAMLException unprintable) {
      mistakes.add(new Mistake(file, 0, "plan.not-yaml", List.of()));
      return new Yaml(file, null, mistakes);
    }
  }

  /**
   * What the library's own {@code Yaml.compose} does, without what it makes ready for objects: that
   * looks for a logger in every jar, which takes a tenth of the time that a small linkage does.
   */
  private static @Nullable Node tree(String text) {
    StreamReader characters = new StreamReader(new StringReader(text));
    return new Composer(new ParserImpl(characters, OPTIONS), new Resolver(), OPTIONS)
        .getSingleNode();
  }

  /** The 1-based line on which the value starts; 0 if there is none. */
  public int line() {
    return node == null ? 0 : node.getStartMark().getLine() + 1;
  }

  /** At which character (code point) of the text the value starts; 0 if there is none. */
  int from() {
    return node == null ? 0 : node.getStartMark().getIndex();
  }

  /** Before which character (code point) of the text it ends; 0 if there is none. */
  int to() {
    return node == null ? 0 : node.getEndMark().getIndex();
  }

  /** Whether the file says nothing here. */
  public boolean absent() {
    return node == null || (node instanceof ScalarNode scalar && scalar.getValue().isEmpty());
  }

  /** Whether an empty text in quotes stands here: somebody wants none. */
  public boolean none() {
    return node instanceof ScalarNode scalar
        && scalar.getValue().isEmpty()
        && scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN;
  }

  /** Whether entries of the form {@code name: value} stand here. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether a sequence stands here. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** A place at which the file says nothing. */
  Yaml nothing() {
    return new Yaml(file, null, mistakes);
  }

  /** The value of {@code key}; absent if there is none. */
  public Yaml at(String key) {
    Node value = entries().get(key);
    return new Yaml(file, value, mistakes);
  }

  /**
   * The key itself: a mistake in a name is noted where the name stands, not where its value does.
   */
  public Yaml name(String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return new Yaml(file, name, mistakes);
        }
      }
    }
    return this;
  }

  /** The keys of a mapping, in the file's order. */
  public Set<String> keys() {
    return entries().keySet();
  }

  /** Notes each key that is not among {@code allowed}, with what is. */
  public Yaml only(String... allowed) {
    Set<String> known = Set.of(allowed);
    for (String key : keys()) {
      if (!known.contains(key)) {
        name(key).mistake("plan.unknown-key", key, String.join(", ", allowed));
      }
    }
    return this;
  }

  /** The items of a sequence; empty if absent. */
  public List<Yaml> items() {
    if (absent()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      mistake("plan.not-a-list");
      return List.of();
    }
    List<Yaml> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Yaml(file, item, mistakes));
    }
    return items;
  }

  /** The texts of a sequence. */
  public List<String> texts() {
    return items().stream().map(item -> item.text("")).toList();
  }

  /** The text here, if any. */
  public Optional<String> text() {
    if (absent()) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    mistake("plan.not-a-text");
    return Optional.empty();
  }

  /** The text here, or {@code otherwise}. */
  public String text(String otherwise) {
    return text().orElse(otherwise);
  }

  /** The text here; a mistake if absent, which reads as blank. */
  public String requiredText(String name) {
    Optional<String> text = text();
    if (text.isEmpty()) {
      mistake("plan.missing-key", name);
    }
    return text.orElse("");
  }

  /** The whole number here, or {@code otherwise}. */
  public long number(long otherwise) {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(text.get().replace("_", ""));
    } catch (NumberFormatException notANumber) {
      mistake("plan.not-a-number", text.get());
      return otherwise;
    }
  }

  /** The number here in hundredths, or {@code otherwise}: {@code -1.5} → -150. */
  public int hundredths(int otherwise) {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return new BigDecimal(text.get()).movePointRight(2).intValueExact();
    } catch (ArithmeticException | NumberFormatException notHundredths) {
      mistake("plan.not-hundredths", text.get());
      return otherwise;
    }
  }

  /** {@code true} or {@code false}, or {@code otherwise}. */
  public boolean flag(boolean otherwise) {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().equals("true") || text.get().equals("false")) {
      return text.get().equals("true");
    }
    mistake("plan.not-a-flag", text.get());
    return otherwise;
  }

  /** A {@link Limit}: a mapping with value, unit, why and source, all of them required. */
  public Limit limit(String name, Limit otherwise) {
    if (absent()) {
      return otherwise;
    }
    only("value", "unit", "why", "source");
    String unit = at("unit").requiredText(name + ".unit");
    if (!unit.isEmpty() && !unit.equals(otherwise.unit())) {
      at("unit").mistake("plan.wrong-unit", name, unit, otherwise.unit());
    }
    return new Limit(
        at("value").number(otherwise.value()),
        unit,
        at("why").requiredText(name + ".why"),
        at("source").requiredText(name + ".source"));
  }

  /** Notes a mistake at this place. */
  public void mistake(String key, String... words) {
    mistakes.add(new Mistake(file, line(), key, List.of(words)));
  }

  /** The library checks this only while making objects: of two values the last would win unseen. */
  private void noteRepeatedKeys(Node place) {
    if (place instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::noteRepeatedKeys);
    } else if (place instanceof MappingNode mapping) {
      Set<String> seen = new HashSet<>();
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && !seen.add(key.getValue())) {
          new Yaml(file, key, mistakes).mistake("plan.key-twice", key.getValue());
        }
        noteRepeatedKeys(entry.getValueNode());
      }
    }
  }

  private Map<String, Node> entries() {
    if (absent()) {
      return Map.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      mistake("plan.not-a-mapping");
      return Map.of();
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        entries.put(key.getValue(), tuple.getValueNode());
      }
    }
    return entries;
  }
}

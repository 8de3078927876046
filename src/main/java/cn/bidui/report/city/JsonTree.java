package cn.bidui.report.city;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object, read by name. A property that is missing or of another kind is a sign of another
 * format; nothing is guessed.
 */
final class JsonTree {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, Object> properties;

  private JsonTree(Map<String, Object> properties) {
    this.properties = properties;
  }

  /**
   * Reads the whole of {@code file}.
   *
   * @param skipped top-level properties that are not looked at
   */
  static JsonTree read(Path file, Set<String> skipped) throws IOException, Unreadable {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable(Fault.OTHER_RUN_FORMAT, "{");
      }
      JsonTree tree = new JsonTree(object(json, skipped));
      if (json.nextToken() != null) {
        throw new Unreadable(Fault.TORN_RUN, json.currentLocation().getLineNr());
      }
      return tree;
    } catch (JacksonException torn) {
      // Its own words would quote the file.
      throw new Unreadable(Fault.TORN_RUN, Math.max(1, torn.getLocation().getLineNr()));
    }
  }

  private static Map<String, Object> object(JsonParser json, Set<String> skipped) {
    Map<String, Object> properties = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (skipped.contains(name)) {
        json.skipChildren();
      } else {
        @Nullable Object value = value(json, token);
        if (value != null) {
          properties.put(name, value);
        }
      }
    }
    return properties;
  }

  private static @Nullable Object value(JsonParser json, @Nullable JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      return new JsonTree(object(json, Set.of()));
    }
    if (token == JsonToken.START_ARRAY) {
      return array(json);
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    return token == JsonToken.VALUE_STRING ? json.getString() : null;
  }

  private static List<Object> array(JsonParser json) {
    List<Object> values = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = json.nextToken()) {
      @Nullable Object value = value(json, token);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** The names of its properties, in their order. */
  List<String> names() {
    return List.copyOf(properties.keySet());
  }

  Optional<String> maybeText(String name) {
    return properties.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  String text(String name) throws Unreadable {
    return as(String.class, name);
  }

  boolean flag(String name) throws Unreadable {
    return as(Boolean.class, name);
  }

  /** A whole number, never below 0. */
  long count(String name) throws Unreadable {
    long count = as(Long.class, name);
    if (count < 0) {
      throw other(name);
    }
    return count;
  }

  JsonTree object(String name) throws Unreadable {
    return as(JsonTree.class, name);
  }

  List<String> texts(String name) throws Unreadable {
    List<String> texts = new ArrayList<>();
    for (Object each : as(List.class, name)) {
      if (!(each instanceof String text)) {
        throw other(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private <T> T as(Class<T> type, String name) throws Unreadable {
    Object value = properties.get(name);
    if (!type.isInstance(value)) {
      throw other(name);
    }
    return type.cast(value);
  }

  static Unreadable other(String name) {
    return new Unreadable(Fault.OTHER_RUN_FORMAT, name);
  }
}

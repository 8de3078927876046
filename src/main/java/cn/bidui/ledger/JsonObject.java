package cn.bidui.ledger;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object that is written in the order in which it was filled, and read by name. */
final class JsonObject {

  private final Map<String, Object> properties = new LinkedHashMap<>();

  /** Adds a property; an absent value is left out. */
  JsonObject with(String name, @Nullable Object value) {
    if (value instanceof Integer number) {
      properties.put(name, number.longValue());
    } else if (value instanceof LocalDate date) {
      properties.put(name, date.toString());
    } else if (value instanceof Collection<?> values) {
      properties.put(name, List.copyOf(values));
    } else if (value != null) {
      properties.put(name, value);
    }
    return this;
  }

  Map<String, Object> properties() {
    return Collections.unmodifiableMap(properties);
  }

  String text(String name) throws IOException {
    return as(String.class, name);
  }

  long number(String name) throws IOException {
    return as(Long.class, name);
  }

  int count(String name) throws IOException {
    return Math.toIntExact(number(name));
  }

  LocalDate date(String name) throws IOException {
    return LocalDate.parse(text(name));
  }

  JsonObject object(String name) throws IOException {
    return as(JsonObject.class, name);
  }

  Optional<String> maybeText(String name) throws IOException {
    return properties.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  @Nullable LocalDate dateOrNull(String name) throws IOException {
    return properties.containsKey(name) ? date(name) : null;
  }

  List<String> texts(String name) throws IOException {
    return list(String.class, name);
  }

  List<JsonObject> objects(String name) throws IOException {
    return list(JsonObject.class, name);
  }

  private <T> List<T> list(Class<T> type, String name) throws IOException {
    List<T> list = new ArrayList<>();
    for (Object each : as(List.class, name)) {
      if (!type.isInstance(each)) {
        throw new IOException("property " + name + " holds something else than it should");
      }
      list.add(type.cast(each));
    }
    return list;
  }

  private <T> T as(Class<T> type, String name) throws IOException {
    Object value = properties.get(name);
    if (!type.isInstance(value)) {
      throw new IOException("property " + name + " is missing or of another kind");
    }
    return type.cast(value);
  }
}

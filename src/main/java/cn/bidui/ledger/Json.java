package cn.bidui.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON of the few shapes that the record holds: objects, arrays, texts, whole numbers, truth
 * values. The same object gives the same bytes: properties stand in the order in which they were
 * put.
 */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** UTF-8 without blanks or a line break. */
  static byte[] write(JsonObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(object, out);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads one object.
   *
   * @throws IOException if it is not JSON; the text is not quoted, for it may name a person
   */
  static JsonObject read(byte[] bytes) throws IOException {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      in.nextToken();
      if (value(in) instanceof JsonObject object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new IOException("not JSON, at byte " + e.getLocation().getByteOffset());
    }
    throw new IOException("JSON, but not an object");
  }

  private static void write(Object value, JsonGenerator out) {
    if (value instanceof JsonObject object) {
      out.writeStartObject();
      for (Map.Entry<String, Object> property : object.properties().entrySet()) {
        out.writeName(property.getKey());
        write(property.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> values) {
      out.writeStartArray();
      values.forEach(each -> write(each, out));
      out.writeEndArray();
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeString((String) value);
    }
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(in);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(in);
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return in.getLongValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    if (token == JsonToken.VALUE_STRING) {
      return in.getString();
    }
    throw new IOException("JSON of a shape that the record does not use");
  }

  private static JsonObject object(JsonParser in) throws IOException {
    JsonObject object = new JsonObject();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      object.with(name, value(in));
    }
    return object;
  }

  private static List<Object> array(JsonParser in) throws IOException {
    List<Object> values = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(in);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}

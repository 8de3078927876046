package cn.bidui.report.links;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** {@code model.json}: the weights of a linkage, in hundredths of a bit. */
public final class ModelJson {

  private String plan = "";
  private List<String> comparisons = List.of();
  private final List<PairWeights> pairs = new ArrayList<>();

  private ModelJson() {}

  /** The file's text. */
  public static String write(LinkModel model) {
    return Indented.object(
        json -> {
          json.writeStringProperty("plan", model.plan());
          json.writeStringProperty("unit", "hundredths of a bit");
          json.writeArrayPropertyStart("comparisons");
          model.comparisons().forEach(json::writeString);
          json.writeEndArray();
          json.writeArrayPropertyStart("pairs");
          model.pairs().forEach(pair -> pair(pair, json));
          json.writeEndArray();
        });
  }

  private static void pair(PairWeights pair, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("left", pair.left());
    json.writeStringProperty("right", pair.right());
    json.writeNumberProperty("prior", pair.prior());
    json.writeArrayPropertyStart("weights");
    for (List<Integer> levels : pair.weights()) {
      json.writeStartArray();
      levels.forEach(json::writeNumber);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeNumberProperty("trainedOn", pair.trainedOn());
    json.writeEndObject();
  }

  /** The model of a file's text; nothing if it is not one. */
  public static Optional<LinkModel> read(String text) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      ModelJson model = new ModelJson();
      model.object(json);
      boolean whole = json.nextToken() == null && !model.comparisons.isEmpty();
      return whole
          ? Optional.of(new LinkModel(model.plan, model.comparisons, model.pairs))
          : Optional.empty();
    } catch (JacksonException | Misshapen otherwise) {
      return Optional.empty();
    }
  }

  private void object(JsonParser json) {
    require(json.nextToken() == JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "plan" -> plan = text(json);
        case "comparisons" -> comparisons = texts(json);
        case "pairs" -> pairs(json);
        default -> json.skipChildren();
      }
    }
  }

  private void pairs(JsonParser json) {
    require(json.currentToken() == JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      pairs.add(pair(json));
    }
  }

  private static PairWeights pair(JsonParser json) {
    String left = "";
    String right = "";
    int prior = 0;
    long trainedOn = 0;
    List<List<Integer>> weights = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "left" -> left = text(json);
        case "right" -> right = text(json);
        case "prior" -> prior = (int) number(json);
        case "trainedOn" -> trainedOn = number(json);
        case "weights" -> weights.addAll(weights(json));
        default -> json.skipChildren();
      }
    }
    return new PairWeights(left, right, prior, weights, trainedOn);
  }

  private static List<List<Integer>> weights(JsonParser json) {
    require(json.currentToken() == JsonToken.START_ARRAY);
    List<List<Integer>> weights = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      List<Integer> levels = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        levels.add((int) number(json));
      }
      weights.add(levels);
    }
    return weights;
  }

  private static List<String> texts(JsonParser json) {
    require(json.currentToken() == JsonToken.START_ARRAY);
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(json));
    }
    return texts;
  }

  private static String text(JsonParser json) {
    require(json.currentToken() == JsonToken.VALUE_STRING);
    return json.getString();
  }

  private static long number(JsonParser json) {
    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
    return json.getLongValue();
  }

  private static void require(boolean shape) {
    if (!shape) {
      throw new Misshapen();
    }
  }

  /** Ends the reading of a text that is JSON, but no model. */
  private static final class Misshapen extends RuntimeException {
    Misshapen() {
      super("no model", null, false, false);
    }
  }
}

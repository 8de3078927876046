package cn.bidui.link.weigh;

import cn.bidui.link.weigh.LinkModel.PairWeights;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A model as text that people can read: one line for each pair of lists, and below it one for each
 * comparison with its weights in hundredths of a bit, missing first, then from the closest level to
 * the difference. The same model is always the same text.
 *
 * <pre>
 * model febrl4
 * lists a b prior -1229 trained-on 51241
 *   birth 0 1507 466 -267 -451
 * </pre>
 */
public final class ModelText {

  private static final int VERSION_BYTES = 8;

  private ModelText() {}

  /** The text of a model, lines ending in LF. */
  public static String of(LinkModel model) {
    StringBuilder text = new StringBuilder("model ").append(model.plan()).append('\n');
    for (PairWeights pair : model.pairs()) {
      text.append(
          "lists %s %s prior %d trained-on %d\n"
              .formatted(pair.left(), pair.right(), pair.prior(), pair.trainedOn()));
      for (int i = 0; i < pair.weights().size(); i++) {
        text.append("  ").append(model.comparisons().get(i));
        pair.weights().get(i).forEach(weight -> text.append(' ').append(weight));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** What tells models apart: the beginning of the SHA-256 of their text, 16 hexadecimal digits. */
  public static String version(LinkModel model) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(of(model).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  /** The model of a text; nothing if it is not the text of a model, to the letter. */
  public static Optional<LinkModel> read(String text) {
    try {
      LinkModel model = parse(text.lines().toList());
      return of(model).equals(text) ? Optional.of(model) : Optional.empty();
    } catch (NumberFormatException | IndexOutOfBoundsException broken) {
      return Optional.empty();
    }
  }

  private static LinkModel parse(List<String> lines) {
    List<String> comparisons = new ArrayList<>();
    List<PairWeights> pairs = new ArrayList<>();
    int at = 1;
    while (at < lines.size()) {
      String[] head = lines.get(at++).split(" ", -1);
      comparisons.clear();
      List<List<Integer>> weights = new ArrayList<>();
      while (at < lines.size() && lines.get(at).startsWith("  ")) {
        List<String> words = List.of(lines.get(at++).strip().split(" ", -1));
        comparisons.add(words.get(0));
        weights.add(words.stream().skip(1).map(Integer::valueOf).toList());
      }
      pairs.add(
          new PairWeights(
              head[1], head[2], Integer.parseInt(head[4]), weights, Long.parseLong(head[6])));
    }
    return new LinkModel(lines.get(0).substring("model ".length()), comparisons, pairs);
  }
}

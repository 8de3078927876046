package cn.bidui.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** A journal whose lines say something else, with every hash reckoned anew. */
final class Rechained {

  private Rechained() {}

  static String lines(List<String> lines, UnaryOperator<String> change) {
    StringBuilder text = new StringBuilder();
    String previous = "0".repeat(64);
    for (String line : lines) {
      String said = change.apply(line.substring(0, line.lastIndexOf(",\"prev\":\"")));
      String covered = said + ",\"prev\":\"" + previous + "\"";
      previous = Office.sha256(covered.getBytes(StandardCharsets.UTF_8));
      text.append(covered).append(",\"hash\":\"").append(previous).append("\"}\n");
    }
    return text.toString();
  }
}

package cn.bidui.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dictionary of a night: each different text once, by a code. Code 0 is blank. */
public final class Strings {

  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** With blank as code 0. */
  public Strings() {
    codes.put("", 0);
    texts.add("");
  }

  /** The code of {@code text}, new if it was not there. */
  public int code(String text) {
    Integer known = codes.get(text);
    if (known != null) {
      return known;
    }
    codes.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  /** The text of {@code code}. */
  public String text(int code) {
    return texts.get(code);
  }

  /** How many codes there are. */
  public int size() {
    return texts.size();
  }
}

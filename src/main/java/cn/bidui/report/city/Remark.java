package cn.bidui.report.city;

import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.List;

/**
 * What is the matter with a county's night, and what to do about it.
 *
 * @param words dates, counts, line numbers and names of counties; never anything of a person
 */
record Remark(Fault fault, List<String> words) {

  static Remark of(Fault fault, Object... words) {
    return new Remark(fault, Arrays.stream(words).map(String::valueOf).toList());
  }

  String title(Messages messages) {
    return text(messages, "title");
  }

  String action(Messages messages) {
    return text(messages, "action");
  }

  private String text(Messages messages, String part) {
    return messages.text("report.city.fault." + fault.code() + "." + part, words.toArray());
  }
}

package cn.bidui.report.city;

import cn.bidui.source.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One county and what can be said of its night.
 *
 * @param night null where there are no figures
 * @param remarks why it is not in the totals, or what to know of its figures; mostly empty
 */
record County(String name, @Nullable CountyNight night, List<Remark> remarks) {

  County {
    remarks = remarks.stream().sorted(Comparator.comparing(Remark::fault)).distinct().toList();
  }

  Condition condition() {
    return remarks.stream()
        .map(remark -> remark.fault().condition())
        .max(Comparator.naturalOrder())
        .orElse(Condition.COUNTED);
  }

  /** Its figures; empty where there are none. */
  Optional<CountyNight> figures() {
    return Optional.ofNullable(night);
  }

  County with(Remark remark) {
    return new County(name, night, Stream.concat(remarks.stream(), Stream.of(remark)).toList());
  }

  /** Its name, marked where its figures are in no total. */
  String label(Messages messages) {
    Condition condition = condition();
    return condition == Condition.COUNTED
        ? name
        : messages.text("report.city.marked", name, condition.label(messages));
  }

  /** Why it is not in the totals, or what to know of its figures; blank if there is nothing. */
  String why(Messages messages) {
    return remarks.stream().map(each -> each.title(messages)).collect(Collectors.joining("；"));
  }
}

package cn.bidui.plan;

import cn.bidui.plan.AidStandard.Payment;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a row of a policy pays. Files state amounts for a school year, of which one term pays
 * half; {@code termly}, {@code once} and {@code most} alone are whole amounts.
 */
final class AmountReader {

  static final String[] KEYS = {"yearly", "termly", "once", "tiers", "least", "most", "average"};

  private final Yaml item;
  private final String source;

  private AmountReader(Yaml item, String source) {
    this.item = item;
    this.source = source;
  }

  static AidStandard read(Yaml item) {
    return new AmountReader(item, PolicyWords.requiredText(item, "source")).standard();
  }

  private AidStandard standard() {
    if (Stream.of(KEYS).allMatch(key -> item.at(key).absent()) && !item.at("local").flag(false)) {
      item.mistake("policy.no-amount");
    }
    if (Stream.of("yearly", "termly", "once", "tiers", "least").filter(this::has).count() > 1
        || (has("most") && !has("least") && others())) {
      item.mistake("policy.two-amounts");
    }
    if (has("tiers")) {
      return tiered(item.at("tiers"));
    }
    if (has("most") && !has("least") && !others()) {
      return whole("most", Payment.CAP);
    }
    return has("once") ? whole("once", Payment.ONCE) : termly();
  }

  private boolean has(String key) {
    return !item.at(key).absent();
  }

  private boolean others() {
    return Stream.of("yearly", "termly", "once", "tiers").anyMatch(this::has);
  }

  private AidStandard whole(String key, Payment payment) {
    @Nullable Yuan amount = yuan(item.at(key)).orElse(null);
    @Nullable Yuan least = amount != null && payment == Payment.CAP ? Yuan.ZERO : amount;
    return new AidStandard(least, amount, null, List.of(), payment, source);
  }

  private AidStandard tiered(Yaml places) {
    List<Yuan> tiers = new ArrayList<>();
    places.items().forEach(place -> half(place).ifPresent(tiers::add));
    boolean rising =
        java.util.stream.IntStream.range(1, tiers.size())
            .allMatch(i -> tiers.get(i - 1).compareTo(tiers.get(i)) < 0);
    if (places.isList() && tiers.size() == places.items().size() && (tiers.size() < 2 || !rising)) {
      places.mistake("policy.tiers");
    }
    @Nullable Yuan least = tiers.isEmpty() ? null : tiers.get(0);
    @Nullable Yuan most = tiers.isEmpty() ? null : tiers.get(tiers.size() - 1);
    return new AidStandard(least, most, average(), tiers, Payment.TERM, source);
  }

  private AidStandard termly() {
    @Nullable Yuan fixed =
        has("termly") ? yuan(item.at("termly")).orElse(null) : half(item.at("yearly")).orElse(null);
    @Nullable Yuan least = fixed == null ? half(item.at("least")).orElse(null) : fixed;
    @Nullable Yuan most = fixed == null ? half(item.at("most")).orElse(null) : fixed;
    if (has("least") && !has("most")) {
      item.mistake("policy.half-a-range");
    }
    if (least == null || most == null) {
      return new AidStandard(null, null, average(), source);
    }
    if (least.compareTo(most) > 0) {
      item.at("least").mistake("policy.range-reversed");
    }
    return new AidStandard(least, most, average(), source);
  }

  private @Nullable Yuan average() {
    return half(item.at("average")).orElse(null);
  }

  private static Optional<Yuan> half(Yaml place) {
    return place.absent() ? Optional.empty() : yearly(place);
  }

  private static Optional<Yuan> yearly(Yaml place) {
    Optional<Yuan> yearly =
        Yuan.read(place.text("")).filter(year -> year.fen() > 0 && year.fen() % 2 == 0);
    if (yearly.isEmpty()) {
      place.mistake("policy.no-yearly-amount", place.text(""));
    }
    return yearly.map(Yuan::half);
  }

  private static Optional<Yuan> yuan(Yaml place) {
    Optional<Yuan> amount = Yuan.read(place.text("")).filter(read -> read.fen() > 0);
    if (amount.isEmpty()) {
      place.mistake("policy.unreadable-amount", place.text(""));
    }
    return amount;
  }
}

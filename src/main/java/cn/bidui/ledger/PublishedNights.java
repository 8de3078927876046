package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Transitions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The nights that the journal says were published (已发布的夜次): of several for one as-of date the last
 * counts.
 */
final class PublishedNights {

  private final NavigableMap<LocalDate, Published> byDay = new TreeMap<>();
  private final Map<LocalDate, Long> lines = new HashMap<>();
  private final Map<String, Map<String, Resolution>> resolvedByRun = new HashMap<>();
  private Optional<Instant> lastAt = Optional.empty();

  void add(JournalLine line, Published night) {
    Published replaced = byDay.put(night.asOf(), night);
    if (replaced != null && !replaced.runId().equals(night.runId())) {
      resolvedByRun.remove(replaced.runId());
    }
    lines.put(night.asOf(), line.seq());
    lastAt = Optional.of(line.at());
  }

  /** A run that starts again says its transitions again, unless it had come to its end. */
  void restart(String runId) {
    if (byDay.values().stream().noneMatch(night -> night.runId().equals(runId))) {
      resolvedByRun.remove(runId);
    }
  }

  void add(long seq, Transitions moved) {
    Map<String, Resolution> resolved =
        resolvedByRun.computeIfAbsent(moved.runId(), run -> new HashMap<>());
    for (Transition each : moved.transitions()) {
      if (each.to() == FindingState.RESOLVED) {
        resolved.put(each.findingId(), new Resolution(seq, each.firstSeen()));
      }
    }
  }

  Optional<Instant> lastAt() {
    return lastAt;
  }

  Optional<Published> latest() {
    return Optional.ofNullable(byDay.lastEntry()).map(Map.Entry::getValue);
  }

  Optional<Published> of(LocalDate asOf) {
    return Optional.ofNullable(byDay.get(asOf));
  }

  Optional<Published> before(LocalDate asOf) {
    return Optional.ofNullable(byDay.lowerEntry(asOf)).map(Map.Entry::getValue);
  }

  long line(LocalDate asOf) {
    return lines.getOrDefault(asOf, 0L);
  }

  List<Published> all() {
    return List.copyOf(byDay.values());
  }

  Map<String, Resolution> resolvedBefore(LocalDate asOf) {
    Map<String, Resolution> resolved = new HashMap<>();
    for (Published night : byDay.headMap(asOf, false).values()) {
      resolved.putAll(resolvedByRun.getOrDefault(night.runId(), Map.of()));
    }
    return resolved;
  }
}

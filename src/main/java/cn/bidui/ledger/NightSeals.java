package cn.bidui.ledger;

import cn.bidui.ledger.Entry.Published;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seals under which workbooks of nights went out, by their ids. */
public final class NightSeals {

  private final Map<String, NightSeal> seals = new LinkedHashMap<>();
  private final Map<String, Long> since = new HashMap<>();

  NightSeals() {}

  void add(long seq, Published night) {
    NightSeal seal = NightSeal.of(night.asOf(), night.effective());
    seals.put(seal.id(), seal);
    since.putIfAbsent(seal.id(), seq);
  }

  /** The seal of that id. */
  public Optional<NightSeal> find(String id) {
    return Optional.ofNullable(seals.get(id));
  }

  /** All of them, the earliest first. */
  public List<NightSeal> all() {
    return List.copyOf(seals.values());
  }

  /**
   * The number of the line that says for the first time that a night was published under {@code
   * seal}; 0 if none was.
   */
  public long since(NightSeal seal) {
    return since.getOrDefault(seal.id(), 0L);
  }
}

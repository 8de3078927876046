package cn.bidui.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people decided that headers mean, by the headers' fingerprints. */
public final class HeaderMemory {

  /** Nobody has decided anything. */
  public static final HeaderMemory NONE = new HeaderMemory(List.of());

  private final Map<String, RememberedHeader> byFingerprint = new HashMap<>();

  /** Decisions in the order in which they were made: of two about one header the later counts. */
  public HeaderMemory(Collection<RememberedHeader> decisions) {
    decisions.forEach(decision -> byFingerprint.put(decision.fingerprint(), decision));
  }

  /** The same with one more decision. */
  public HeaderMemory with(RememberedHeader decision) {
    List<RememberedHeader> decisions = new ArrayList<>(byFingerprint.values());
    decisions.add(decision);
    return new HeaderMemory(decisions);
  }

  /** What was decided about the header of that fingerprint. */
  public Optional<RememberedHeader> of(String fingerprint) {
    return Optional.ofNullable(byFingerprint.get(fingerprint));
  }

  /** Whether nothing was decided. */
  public boolean empty() {
    return byFingerprint.isEmpty();
  }
}

package cn.bidui.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The inbox as somebody sees it who stays and looks again and again (守候). Only names, lengths and
 * time stamps are looked at, which works on network shares too; a file is opened once it has kept
 * still, to see whether it has an end.
 *
 * <p>A file arrives when it has not changed for {@code still}; one whose container has no end, when
 * it has not changed for {@code patience}: then the copy was broken off, and its owner is told.
 */
public final class Vigil {

  private final Inbox inbox;
  private final Duration still;
  private final Duration patience;
  private final TreeMap<Path, Watched> seen = new TreeMap<>();

  public Vigil(Inbox inbox, Duration still, Duration patience) {
    this.inbox = inbox;
    this.still = still;
    this.patience = patience;
  }

  /** A file as long as it does not change. */
  private static final class Watched {

    private final Stamp stamp;
    private final Duration since;
    private @Nullable Boolean whole;
    private Duration notBefore = Duration.ZERO;
    private boolean stuck;

    private Watched(Stamp stamp, Duration since) {
      this.stamp = stamp;
      this.since = since;
    }
  }

  /**
   * Looks once.
   *
   * @param now the time on any clock that only goes forward
   * @throws IOException if the inbox is not there or cannot be read
   */
  public InboxLook look(Duration now) throws IOException {
    Walk walk = inbox.walk();
    seen.keySet().retainAll(walk.files().keySet());
    List<Arrival> arrivals = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>(walk.waiting());
    for (Arrival file : walk.files().values()) {
      reason(file, walk, now)
          .ifPresentOrElse(why -> waiting.add(Inbox.waiting(file, why)), () -> arrivals.add(file));
    }
    return InboxLook.of(arrivals, waiting);
  }

  private Optional<Waiting.Reason> reason(Arrival file, Walk walk, Duration now) {
    Watched watched = watched(file, now);
    if (watched.stuck) {
      return Optional.of(Waiting.Reason.TAKEN);
    }
    Duration unchanged = now.minus(watched.since);
    if (unchanged.compareTo(still) < 0) {
      return Optional.of(Waiting.Reason.CHANGING);
    }
    if (walk.marked(file)) {
      return Optional.of(Waiting.Reason.BEING_EDITED);
    }
    if (now.compareTo(watched.notBefore) < 0) {
      return Optional.of(Waiting.Reason.UNREADABLE);
    }
    return ripe(file, watched, unchanged);
  }

  private Optional<Waiting.Reason> ripe(Arrival file, Watched watched, Duration unchanged) {
    try {
      if (watched.whole == null) {
        watched.whole = Structure.complete(file.path());
      }
      return watched.whole || unchanged.compareTo(patience) >= 0
          ? Optional.empty()
          : Optional.of(Waiting.Reason.INCOMPLETE);
    } catch (IOException failure) {
      return Optional.of(Waiting.Reason.UNREADABLE);
    }
  }

  private Watched watched(Arrival file, Duration now) {
    Watched known = seen.get(file.path());
    if (known == null || !known.stamp.equals(file.stamp())) {
      known = new Watched(file.stamp(), now);
      seen.put(file.path(), known);
    }
    return known;
  }

  /** This file was taken and cannot be removed: it is not offered again unless it changes. */
  public void stuck(Arrival file) {
    Watched known = seen.get(file.path());
    if (known != null) {
      known.stuck = true;
    }
  }

  /**
   * This file was offered; if it still lies there unchanged, it is not offered before {@code then}.
   */
  public void putOff(Arrival file, Duration then) {
    Watched known = seen.get(file.path());
    if (known != null) {
      known.notBefore = then;
    }
  }
}

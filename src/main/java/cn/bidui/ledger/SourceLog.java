package cn.bidui.ledger;

import cn.bidui.ledger.Entry.SourceFetched;
import cn.bidui.ledger.Entry.SourceFetched.State;
import cn.bidui.source.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the journal says of lists that come by themselves (取数记录). */
public final class SourceLog {

  private final Map<String, Fetch> ofLastRun = new LinkedHashMap<>();
  private final Map<String, Fetch> last = new LinkedHashMap<>();
  private final Map<String, SourceFetched> delivered = new HashMap<>();
  private final Map<String, SourceFetched> succeeded = new HashMap<>();
  private final Map<Content, LocalDate> confirmed = new HashMap<>();
  private final Map<Content, String> sources = new HashMap<>();
  private String run = "";

  SourceLog() {}

  /** The same bytes may be the lists of two units, each with a source of its own. */
  private record Content(String sha256, String unit) {}

  /** One line and when it was written. */
  public record Fetch(SourceFetched entry, Instant at) {}

  void add(JournalLine line) {
    if (line.entry() instanceof Entry.RunStarted started && !started.runId().equals(run)) {
      run = started.runId();
      ofLastRun.clear();
    } else if (line.entry() instanceof SourceFetched fetched) {
      add(fetched, line.at());
    }
  }

  private void add(SourceFetched fetched, Instant at) {
    Fetch fetch = new Fetch(fetched, at);
    ofLastRun.put(fetched.source(), fetch);
    if (fetched.state() != State.SKIPPED) {
      last.put(fetched.source(), fetch);
    }
    if (fetched.state() == State.ARRIVED) {
      delivered.put(fetched.source(), fetched);
    }
    if (fetched.state() == State.ARRIVED || fetched.state() == State.UNCHANGED) {
      succeeded.put(fetched.source(), fetched);
      Content content = new Content(fetched.sha256(), fetched.unit());
      sources.put(content, fetched.source());
      confirmed.merge(content, fetched.asOf(), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** What came of each source in the run that began last, in order. */
  public List<Fetch> ofLastRun() {
    return new ArrayList<>(ofLastRun.values());
  }

  /** What came of it when it was asked last; empty if it never was. */
  public Optional<Fetch> last(String source) {
    return Optional.ofNullable(last.get(source));
  }

  /** What {@code source} delivered last; empty if it never did. */
  public Optional<SourceFetched> delivered(String source) {
    return Optional.ofNullable(delivered.get(source));
  }

  /** When it last delivered something, or said that nothing had changed. */
  public Optional<SourceFetched> succeeded(String source) {
    return Optional.ofNullable(succeeded.get(source));
  }

  /** The last day on which a source of its unit said that this file's content is what it has. */
  public Optional<LocalDate> confirmed(SourceFile file) {
    return Optional.ofNullable(confirmed.get(new Content(file.sha256(), file.unit())));
  }

  /** The source of its unit that has said so; empty if the file came by another way. */
  public Optional<String> source(SourceFile file) {
    return Optional.ofNullable(sources.get(new Content(file.sha256(), file.unit())));
  }
}

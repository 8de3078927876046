package cn.bidui.batch;

import cn.bidui.collect.FetchFault;
import cn.bidui.collect.Fetched;
import cn.bidui.collect.Fetched.Known;
import cn.bidui.collect.Fetched.Version;
import cn.bidui.collect.Fetching;
import cn.bidui.collect.Pause;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.SourceFetched;
import cn.bidui.ledger.Entry.SourceFetched.State;
import cn.bidui.ledger.SourceLog;
import cn.bidui.plan.FetchDays;
import cn.bidui.plan.ListSource;
import cn.bidui.source.FileState;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * The part of stage {@code collect} that fetches lists. What arrives goes into the archive, then
 * into the journal with its receipt, and from there on it is a file like one of the inbox; what
 * does not is one line in the journal. A run that was cut short asks nobody again who has answered.
 */
final class FetchStage {

  private final NightOrder order;
  private final OpenRecord record;
  private final Pause pause;

  FetchStage(NightOrder order, OpenRecord record, Pause pause) {
    this.order = order;
    this.record = record;
    this.pause = pause;
  }

  void run(NightWork work) throws IOException {
    Path scratch = order.folder().scratch();
    Fetching.clear(scratch);
    List<ListSource> left = left(work.runId);
    if (left.isEmpty()) {
      return;
    }
    List<ListSource> due = left.stream().filter(this::due).toList();
    for (ListSource source : left) {
      if (!due.contains(source)) {
        skip(source, work);
      }
    }
    List<Fetched> fetched = fetching(scratch).all(due, order.settings().threads(), this::known);
    record.lease().check();
    for (int each = 0; each < due.size(); each++) {
      take(due.get(each), fetched.get(each), work);
    }
    log(work.runId);
  }

  private void log(String runId) {
    for (SourceLog.Fetch fetch : record.state().sources().ofLastRun()) {
      SourceFetched entry = fetch.entry();
      LoggerFactory.getLogger(FetchStage.class)
          .info("{}: source {} {} {}", runId, entry.source(), entry.state().code(), entry.reason());
    }
  }

  private Fetching fetching(Path scratch) throws IOException {
    return Fetching.of(
        order.folder().home(),
        Files.createDirectories(scratch),
        IntakeLimits.defaults().fileBytes().value(),
        order.asOf(),
        System.getenv(),
        pause);
  }

  /** Those that have not yet answered in this run. */
  private List<ListSource> left(String runId) {
    Set<String> answered =
        record.state().sources().ofLastRun().stream()
            .map(SourceLog.Fetch::entry)
            .filter(fetch -> fetch.runId().equals(runId) && fetch.state() != State.FAILED)
            .map(fetch -> fetch.source() + "\n" + fetch.declared())
            .collect(Collectors.toSet());
    return order.settings().sources().stream()
        .filter(source -> !answered.contains(source.name() + "\n" + source.fingerprint()))
        .toList();
  }

  /** Whether one of its days has come since it was last asked with success. */
  private boolean due(ListSource source) {
    Optional<SourceFetched> last =
        record
            .state()
            .sources()
            .succeeded(source.name())
            .filter(fetch -> fetch.declared().equals(source.fingerprint()))
            .filter(fetch -> !takenBack(source, fetch.sha256()));
    return last.isEmpty()
        || source.days().equals(FetchDays.EACH_RUN)
        || last.get().asOf().isBefore(source.days().due(order.asOf()));
  }

  private void skip(ListSource source, NightWork work) throws IOException {
    Known known = known(source);
    record
        .journal()
        .append(entry(source, work, State.SKIPPED, known.sha256(), "", known.version()));
  }

  /**
   * What it delivered last. A file that was refused as a whole is delivered again: what stood
   * against it may have been put right here.
   */
  private Known known(ListSource source) {
    return record
        .state()
        .sources()
        .delivered(source.name())
        .filter(last -> last.declared().equals(source.fingerprint()))
        .filter(last -> !refused(last))
        .map(last -> new Known(last.sha256(), version(source, last)))
        .orElse(Known.NOTHING);
  }

  /** The version may have changed since, the content not. */
  private Version version(ListSource source, SourceFetched delivered) {
    SourceFetched last = record.state().sources().succeeded(source.name()).orElse(delivered);
    return new Version(last.etag(), last.lastModified());
  }

  private boolean refused(SourceFetched delivered) {
    Optional<FileAnswered> answer =
        record.state().answeredFiles().stream()
            .filter(answered -> answered.file().equals(file(delivered)))
            .reduce((one, later) -> later);
    return answer.filter(said -> said.state() == FileState.REFUSED).isPresent();
  }

  private static SourceFile file(SourceFetched fetched) {
    return new SourceFile(fetched.sha256(), fetched.file(), fetched.unit());
  }

  private void take(ListSource source, Fetched fetched, NightWork work) throws IOException {
    if (fetched instanceof Fetched.Arrived arrived) {
      if (takenBack(source, arrived.sha256())) {
        Files.deleteIfExists(arrived.staged());
        record.journal().append(takenBack(source, work));
      } else {
        receive(source, arrived, work);
      }
    } else if (fetched instanceof Fetched.Unchanged unchanged) {
      String sha256 = known(source).sha256();
      record
          .journal()
          .append(
              takenBack(source, sha256)
                  ? takenBack(source, work)
                  : entry(source, work, State.UNCHANGED, sha256, "", unchanged.version()));
    } else if (fetched instanceof Fetched.Failed failed) {
      record.journal().append(failed(source, failed, work));
    }
  }

  /** What a person took back comes again by a person only; until then its list is not there. */
  private boolean takenBack(ListSource source, String sha256) {
    return record.state().takenBack(sha256, source.unit());
  }

  private SourceFetched takenBack(ListSource source, NightWork work) {
    return failed(source, new Fetched.Failed(FetchFault.WITHDRAWN, List.of()), work);
  }

  /** Archive, then journal, then the staged file goes: killed in between, it is fetched again. */
  private void receive(ListSource source, Fetched.Arrived arrived, NightWork work)
      throws IOException {
    String sha256 = record.archive().put(arrived.staged());
    SourceFile file = new SourceFile(sha256, arrived.name(), source.unit());
    List<Entry> entries = new ArrayList<>();
    if (record.state().unanswered(file).isEmpty()) {
      entries.add(new Entry.FileReceived(file, arrived.bytes(), order.asOf()));
    }
    entries.add(entry(source, work, State.ARRIVED, sha256, arrived.name(), arrived.version()));
    record.journal().appendAll(entries);
    Files.deleteIfExists(arrived.staged());
  }

  private SourceFetched entry(
      ListSource source, NightWork work, State state, String sha256, String file, Version version) {
    return new SourceFetched(
        work.runId,
        source.name(),
        source.fingerprint(),
        source.list(),
        source.unit(),
        source.place().kind(),
        state,
        "",
        List.of(),
        sha256,
        file,
        version.etag(),
        version.lastModified(),
        order.asOf());
  }

  private SourceFetched failed(ListSource source, Fetched.Failed failed, NightWork work) {
    FetchFault fault = failed.fault();
    return new SourceFetched(
        work.runId,
        source.name(),
        source.fingerprint(),
        source.list(),
        source.unit(),
        source.place().kind(),
        State.FAILED,
        fault.code(),
        failed.words(),
        "",
        "",
        "",
        "",
        order.asOf());
  }
}

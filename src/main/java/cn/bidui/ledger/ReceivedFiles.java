package cn.bidui.ledger;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.FileWaiting;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.source.FileState;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The receipts that the journal gives to files (收件回执), under which one each was read, what was
 * answered, and what was left in the inbox.
 */
final class ReceivedFiles {

  private final Map<Long, Receipt> unanswered = new LinkedHashMap<>();
  private final Map<Long, Receipt> every = new HashMap<>();

  /** All receipts, as they came. */
  private final List<Receipt> counted = new ArrayList<>();

  private final Map<Long, Integer> countOf = new HashMap<>();
  private final Map<String, Receipt> firstByContent = new HashMap<>();
  private final Map<String, Receipt> readUnder = new HashMap<>();
  private final Set<Long> refusedWhole = new HashSet<>();
  private final List<FileAnswered> answered = new ArrayList<>();
  private final Map<String, FileWaiting> waiting = new LinkedHashMap<>();
  private final Map<String, FileWaiting> leftByLastRun = new LinkedHashMap<>();

  void add(Receipt receipt) {
    unanswered.put(receipt.number(), receipt);
    every.put(receipt.number(), receipt);
    counted.add(receipt);
    countOf.put(receipt.number(), counted.size());
    String content = receipt.received().file().sha256();
    firstByContent.putIfAbsent(content, receipt);
    readUnder.compute(
        content,
        (same, before) ->
            before == null || refusedWhole.contains(before.number()) ? receipt : before);
    SourceFile file = receipt.received().file();
    waiting.remove(place(file.unit(), file.name()));
    leftByLastRun.remove(place(file.unit(), file.name()));
  }

  private static String place(String unit, String name) {
    return unit + "/" + name;
  }

  /** It stays in the inbox for now. */
  void leave(FileWaiting file) {
    waiting.put(place(file.unit(), file.name()), file);
    leftByLastRun.put(place(file.unit(), file.name()), file);
  }

  /** A run begins. */
  void restart() {
    leftByLastRun.clear();
  }

  void answer(FileAnswered answer) {
    unanswered.remove(answer.receipt());
    answered.add(answer);
    if (answer.state() == FileState.REFUSED
        && answer.problems().stream().anyMatch(ProblemCode::wholeFile)) {
      refusedWhole.add(answer.receipt());
    }
  }

  /** Something else became of it since. */
  void put(long receipt, FileState state) {
    answered.replaceAll(each -> each.receipt() == receipt ? each.in(state) : each);
  }

  Optional<Receipt> first(String sha256) {
    return Optional.ofNullable(firstByContent.get(sha256));
  }

  Optional<Receipt> readUnder(String sha256) {
    return Optional.ofNullable(readUnder.get(sha256));
  }

  int shown(long number) {
    return countOf.getOrDefault(number, 0);
  }

  Optional<Receipt> shownAs(long count) {
    return count < 1 || count > counted.size()
        ? Optional.empty()
        : Optional.of(counted.get((int) count - 1));
  }

  Optional<Receipt> of(long number) {
    return Optional.ofNullable(every.get(number));
  }

  List<Receipt> unanswered() {
    return List.copyOf(unanswered.values());
  }

  Optional<Receipt> unanswered(SourceFile file) {
    return unanswered.values().stream()
        .filter(receipt -> receipt.received().file().equals(file))
        .findFirst();
  }

  List<FileAnswered> answered() {
    return Collections.unmodifiableList(answered);
  }

  /**
   * The receipt under which the content of that digest was last taken for that unit; empty if it
   * never was, or waits for its answer once more.
   */
  Optional<Long> lastTaken(String sha256, String unit) {
    boolean again =
        unanswered.values().stream().anyMatch(each -> is(each.received().file(), sha256, unit));
    return answered.stream()
        .filter(each -> !again && is(each.file(), sha256, unit))
        .filter(each -> each.state() != FileState.DUPLICATE && each.state() != FileState.REFUSED)
        .reduce((earlier, later) -> later)
        .map(FileAnswered::receipt);
  }

  private static boolean is(SourceFile file, String sha256, String unit) {
    return file.sha256().equals(sha256) && file.unit().equals(unit);
  }

  List<FileWaiting> waiting() {
    return List.copyOf(waiting.values());
  }

  List<FileWaiting> leftByLastRun() {
    return List.copyOf(leftByLastRun.values());
  }
}

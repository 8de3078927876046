package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Verdict.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One walk over the journal's lines, in order, that stops at the first unsound one. */
final class JournalScan {

  private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]*)\"");

  private final long from;
  private final JournalReader.Visitor visitor;
  private final List<Head> anchors;
  private final Set<Long> anchored = new HashSet<>();
  private final Wanted wanted;
  private final Set<Head> found = new HashSet<>(Set.of(Head.NONE));
  private final List<Late> late = new ArrayList<>();
  private byte[] first = {};
  private byte[] last = {};
  private Head head = Head.NONE;
  private long epoch;

  /** Whether a line is read at all. */
  @FunctionalInterface
  interface Wanted {
    boolean line(byte[] line) throws IOException;
  }

  JournalScan(long from, JournalReader.Visitor visitor, List<Head> anchors) {
    this(from, visitor, anchors, line -> true);
  }

  /** One whose visitor gets only the lines that {@code wanted} holds for; all are checked. */
  JournalScan(long from, JournalReader.Visitor visitor, List<Head> anchors, Wanted wanted) {
    this.from = from;
    this.visitor = visitor;
    this.anchors = anchors.stream().sorted(Comparator.comparingLong(Head::seq)).toList();
    this.anchors.forEach(anchor -> anchored.add(anchor.seq()));
    this.wanted = wanted;
  }

  /**
   * What a process wrote that had lost its lease without knowing: it stands at the end of a
   * segment, behind the line that the next segment goes on from, and never took effect.
   *
   * @param from offset of its first byte
   * @param seq the number that its first line claims
   */
  record Late(Path segment, long from, long seq) {}

  Verdict run(List<Path> segments) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Path segment : segments) {
      if (Files.size(segment) > 0) {
        written.add(segment);
      }
    }
    for (int i = 0; i < written.size(); i++) {
      boolean last = i == written.size() - 1;
      byte[] next = last ? new byte[0] : JournalFiles.firstLine(written.get(i + 1));
      Optional<Verdict> unsound = segment(written.get(i), last, next);
      if (unsound.isPresent()) {
        return unsound.get();
      }
    }
    return anchored(new Verdict.Intact(head));
  }

  /** What was found that came too late to count. */
  List<Late> late() {
    return List.copyOf(late);
  }

  private Optional<Verdict> segment(Path segment, boolean last, byte[] next) throws IOException {
    long goesOn = JournalFiles.seq(next);
    try (RawLines lines = new RawLines(segment)) {
      while (lines.next()) {
        if (goesOn == head.seq() + 1 && Chain.follows(next, head)) {
          return late(lines, segment, JournalFiles.epoch(next));
        }
        Optional<Fault> fault = accept(lines);
        if (fault.isPresent()) {
          return Optional.of(unsound(fault.get(), segment, last, lines));
        }
      }
    }
    return Optional.empty();
  }

  /** Whoever wrote them went on from the line before, under an epoch that was over. */
  private Optional<Verdict> late(RawLines lines, Path segment, long epoch) throws IOException {
    long start = lines.start();
    Head own = head;
    do {
      byte[] line = lines.bytes();
      Optional<String> hash = lines.terminated() ? Chain.soundHash(line) : Optional.of("");
      boolean follows = lines.terminated() ? Chain.follows(line, own) : begins(line, own);
      if (hash.isEmpty() || !follows || (lines.terminated() && JournalFiles.epoch(line) >= epoch)) {
        return Optional.of(new Verdict.Changed(head, hash.isEmpty() ? Fault.CONTENT : Fault.ORDER));
      }
      own = new Head(own.seq() + 1, hash.get());
    } while (lines.next());
    late.add(new Late(segment, start, head.seq() + 1));
    return Optional.empty();
  }

  /** Whether it may be the beginning of the line after {@code head}, cut short by a kill. */
  private static boolean begins(byte[] line, Head head) {
    String start = "{\"seq\":" + (head.seq() + 1) + ",\"epoch\":";
    int length = Math.min(line.length, start.length());
    return new String(line, 0, length, StandardCharsets.ISO_8859_1)
        .equals(start.substring(0, length));
  }

  private Optional<Fault> accept(RawLines lines) throws IOException {
    byte[] line = lines.bytes();
    Optional<String> hash = lines.terminated() ? Chain.soundHash(line) : Optional.empty();
    if (hash.isEmpty()) {
      return Optional.of(Fault.CONTENT);
    }
    if (!Chain.follows(line, head)) {
      return Optional.of(Fault.ORDER);
    }
    long lineEpoch = JournalFiles.epoch(line);
    if (lineEpoch < epoch) {
      return Optional.of(Fault.EPOCH);
    }
    epoch = lineEpoch;
    head = new Head(head.seq() + 1, hash.get());
    handOn(line);
    return Optional.empty();
  }

  private void handOn(byte[] line) throws IOException {
    if (anchored.contains(head.seq())) {
      found.add(head);
    }
    first = first.length == 0 ? line : first;
    last = line;
    if (head.seq() >= from && wanted.line(line)) {
      visitor.line(Chain.read(line));
    }
  }

  private Verdict unsound(Fault fault, Path segment, boolean last, RawLines lines)
      throws IOException {
    long start = lines.start();
    return last && fault == Fault.CONTENT && torn(lines)
        ? anchored(new Verdict.Torn(head, segment, start, Files.size(segment) - start))
        : new Verdict.Changed(head, fault);
  }

  /**
   * Whether the rest of the file is an append that a crash cut short, seen from its first unsound
   * line. Either the file ends within that line; or, after a power cut, blocks that never reached
   * the disk read as zeros (which JSON never holds), and whatever sound lines follow were written
   * at one instant, as the lines of one append are. Anything else was changed by somebody.
   */
  private static boolean torn(RawLines lines) throws IOException {
    boolean endsWithin = !lines.terminated();
    boolean zeros = zeros(lines.bytes());
    Set<String> instants = new HashSet<>();
    while (lines.next()) {
      byte[] line = lines.bytes();
      zeros |= zeros(line);
      if (Chain.soundHash(line).isPresent()) {
        instants.add(at(line));
      }
    }
    return endsWithin || (zeros && instants.size() <= 1);
  }

  private static boolean zeros(byte[] line) {
    for (byte b : line) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static String at(byte[] line) {
    String start = new String(line, 0, Math.min(line.length, 120), StandardCharsets.ISO_8859_1);
    Matcher matcher = AT.matcher(start);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** When the first sound line was written, as it says; empty if there is none. */
  Optional<Instant> firstAt() {
    return instant(first);
  }

  /** When the last sound line was written. */
  Optional<Instant> lastAt() {
    return instant(last);
  }

  private static Optional<Instant> instant(byte[] line) {
    try {
      return Optional.of(at(line)).filter(text -> !text.isEmpty()).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A verdict that finds the lines sound as far as they go, held against the anchors, the earliest
   * first: what lies before an anchor that agrees is as it was.
   */
  private Verdict anchored(Verdict verdict) {
    Head agreed = Head.NONE;
    for (Head anchor : anchors) {
      if (anchor.seq() > head.seq()) {
        return new Verdict.CutOff(head, anchor);
      }
      if (!found.contains(anchor)) {
        return new Verdict.Rewritten(agreed, anchor);
      }
      agreed = anchor;
    }
    return verdict;
  }
}

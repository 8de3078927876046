package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The append-only record of runs and decisions (流水账). Every line carries the hash of the line
 * before it; an append is on the disk when the method returns. One writer at a time: the holder of
 * the lease.
 */
public final class Journal implements Closeable {

  private static final long SEGMENT_BYTES = 16L << 20;
  private static final int WRITE_BYTES = 1 << 20;

  private final Path folder;
  private final Lease lease;
  private final Clock clock;
  private final long segmentBytes;
  private final JournalState state = new JournalState();
  private Optional<Verdict.Torn> tornTail = Optional.empty();
  private List<Long> late = List.of();
  private Head head = Head.NONE;
  private int segment;
  private long written;
  private FileChannel channel;
  private boolean failed;

  private Journal(Path folder, Lease lease, Clock clock, long segmentBytes) throws IOException {
    this.folder = folder;
    this.lease = lease;
    this.clock = clock;
    this.segmentBytes = segmentBytes;
    recover();
    this.segment = own(Math.max(1, JournalFiles.lastNumber(folder)));
    this.channel = openSegment();
    this.written = channel.size();
  }

  /**
   * Opens the journal of the work folder for appending, after checking every line. An append that a
   * crash cut short is set aside in a {@code .torn} file: it never took effect; so is, as {@code
   * .late}, what a process wrote that had lost its lease in its sleep. After one that may sleep a
   * segment of one's own is begun, so that whatever it writes still stands apart.
   *
   * @throws JournalDamagedException if anything else is wrong with it
   * @throws IOException if the disk fails
   */
  public static Journal open(Path home, Lease lease, Clock clock) throws IOException {
    return open(home, lease, clock, SEGMENT_BYTES);
  }

  static Journal open(Path home, Lease lease, Clock clock, long segmentBytes) throws IOException {
    lease.check();
    return new Journal(JournalFiles.folder(home), lease, clock, segmentBytes);
  }

  /**
   * Appends one entry.
   *
   * @throws LeaseLostException if somebody else has taken the work folder since
   * @throws IOException if it is not certain to be on the disk; then nothing more can be appended
   */
  public JournalLine append(Entry entry) throws IOException {
    return appendAll(List.of(entry)).get(0);
  }

  /** Appends entries in order and syncs once; all of them carry one instant. */
  public synchronized List<JournalLine> appendAll(List<? extends Entry> entries)
      throws IOException {
    if (entries.isEmpty()) {
      return List.of();
    }
    guard();
    List<JournalLine> lines = write(entries);
    head = lines.get(lines.size() - 1).head();
    lines.forEach(state::apply);
    return lines;
  }

  /** Everything that the journal says; it keeps up with what is appended. */
  public JournalState state() {
    return state;
  }

  /** How far it goes. */
  public synchronized Head head() {
    return head;
  }

  /** What a crash had left unfinished when the journal was opened. */
  public Optional<Verdict.Torn> tornTail() {
    return tornTail;
  }

  /** The first lines of what a process wrote that had lost its lease, set aside when opened. */
  public List<Long> late() {
    return late;
  }

  /** Closes the file; the lease stays with its owner. */
  @Override
  public synchronized void close() throws IOException {
    failed = true;
    channel.close();
  }

  private void guard() throws IOException {
    if (failed) {
      throw new IOException("the journal is closed, or an earlier append failed");
    }
    lease.check();
    if (channel.size() != written) {
      throw new LeaseLostException("somebody else has written to the journal");
    }
  }

  /** The last segment, or the next one if another may still write to it. */
  private int own(int last) throws IOException {
    Path segment = JournalFiles.segment(folder, last);
    boolean shared = lease.inherited() && Files.exists(segment) && Files.size(segment) > 0;
    return shared ? last + 1 : last;
  }

  private List<JournalLine> write(List<? extends Entry> entries) throws IOException {
    // After a failed sync the disk may hold anything: only opening the journal again can tell.
    failed = true;
    if (written >= segmentBytes) {
      channel.close();
      segment++;
      channel = openSegment();
      written = 0;
    }
    List<JournalLine> lines = new ArrayList<>(entries.size());
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Head last = head;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      byte[] line = Chain.write(last, lease.epoch(), at, entry);
      lines.add(new JournalLine(last.seq() + 1, lease.epoch(), at, entry, Chain.carriedHash(line)));
      last = lines.get(lines.size() - 1).head();
      bytes.writeBytes(line);
      if (bytes.size() > WRITE_BYTES) {
        flush(bytes);
      }
    }
    flush(bytes);
    Durably.before(JournalFiles.segment(folder, segment));
    channel.force(true);
    failed = false;
    return lines;
  }

  private void flush(ByteArrayOutputStream bytes) throws IOException {
    Durably.before(JournalFiles.segment(folder, segment));
    Durably.writeAll(channel, bytes.toByteArray());
    written += bytes.size();
    bytes.reset();
  }

  private FileChannel openSegment() throws IOException {
    FileChannel opened =
        FileChannel.open(
            JournalFiles.segment(folder, segment),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND);
    Durably.syncFolder(folder);
    return opened;
  }

  private void recover() throws IOException {
    JournalScan scan = new JournalScan(1, state::apply, List.of());
    Verdict verdict = scan.run(JournalFiles.segments(folder));
    if (verdict instanceof Verdict.Torn torn) {
      setAside(torn.segment(), torn.from(), torn.seq() + ".torn");
      tornTail = Optional.of(torn);
    } else if (!verdict.ok()) {
      throw new JournalDamagedException(verdict);
    }
    for (JournalScan.Late rest : scan.late()) {
      setAside(rest.segment(), rest.from(), rest.seq() + ".late");
    }
    late = scan.late().stream().map(JournalScan.Late::seq).toList();
    head = verdict.sound();
  }

  private static void setAside(Path segment, long from, String what) throws IOException {
    String name = segment.getFileName() + "." + what;
    try (InputStream in = Files.newInputStream(segment)) {
      in.skipNBytes(from);
      Durably.replace(segment.resolveSibling(name), in.readAllBytes());
    }
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.truncate(from);
      file.force(true);
    }
  }
}

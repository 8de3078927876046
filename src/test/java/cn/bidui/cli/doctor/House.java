package cn.bidui.cli.doctor;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.plan.WorkFolder;
import cn.bidui.source.Batch;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A work folder and a machine that can be made ill. */
final class House {

  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  static final Instant NIGHT = Instant.parse("2025-11-02T18:00:00Z");
  static final LocalDate AS_OF = LocalDate.of(2025, 11, 3);

  final Path home;
  Instant now = NIGHT.plus(Duration.ofHours(6));
  Optional<LocalDate> asOf = Optional.empty();
  String software = "0.1.0";
  int java = 17;
  long heap = 2_000_000_000;
  Charset fileNames = StandardCharsets.UTF_8;
  Charset text = StandardCharsets.UTF_8;
  ZoneId zone = BEIJING;
  String user = System.getProperty("user.name");
  long free = 100_000_000_000L;
  String disk = "ext4";
  String archiveDisk = "ext4";
  Pen pen = character -> true;
  boolean deep;
  boolean online;
  Path jobs = Path.of("jobs");

  House(Path home) {
    this.home = home;
  }

  /** One with its folders and settings. */
  static House made(Path home) throws IOException {
    for (String folder :
        List.of("inbox", "feedback", "reports", "archive", "journal", "data", "logs")) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.writeString(home.resolve("bidui.yml"), "unit: 云水县教育局\n");
    return new House(home);
  }

  Premises premises() {
    Disks disks =
        new Disks() {
          @Override
          public long usableBytes(Path path) {
            return free;
          }

          @Override
          public String type(Path path) {
            return path.endsWith("archive") ? archiveDisk : disk;
          }
        };
    return new Premises(
        new WorkFolder(home),
        jobs,
        Clock.fixed(now, BEIJING),
        asOf,
        software,
        new Machine(java, java + " (invented)", heap, fileNames, text, zone, user, disks, pen),
        new Premises.Depth(deep, online));
  }

  /** What a check says of it. */
  Line line(Check check) {
    return new Doctor(List.of(check), Duration.ofSeconds(20)).look(premises()).get(0);
  }

  /** {@code warn zone: …}: the state and what was found, in English. */
  String says(Check check) {
    Line line = line(check);
    return line.state().code() + ": " + line.found(Messages.EN);
  }

  /** Writes entries into its journal, at {@code at}. */
  House journal(Instant at, Entry... entries) throws IOException {
    Clock clock = Clock.fixed(at, BEIJING);
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, clock)).lease();
        Journal journal = Journal.open(home, lease, clock)) {
      journal.appendAll(List.of(entries));
    }
    return this;
  }

  /** One that has a key and has published a night of these lists. */
  House night(ListKind... lists) throws IOException {
    HomeKey key = HomeKey.open(home, Optional.empty());
    List<Batch> effective =
        List.of(lists).stream()
            .map(
                kind ->
                    new Batch(
                        new SourceFile("a".repeat(64), kind.code() + ".xlsx", ""),
                        kind,
                        "x",
                        Scope.COUNTY,
                        null,
                        AS_OF.minusDays(40),
                        1))
            .toList();
    return journal(
        NIGHT,
        new Entry.KeyMaterial(key.fingerprint()),
        new Entry.RunStarted("R1", "nightly", AS_OF),
        new Entry.Published(
            "R1",
            AS_OF,
            null,
            effective,
            "b".repeat(64),
            "c".repeat(64),
            "0.1.0",
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>()));
  }

  /** A backup of that many bytes. */
  static Entry backedUp(long bytes) {
    return new Entry.BackedUp(
        "备份-1.bidui", "e".repeat(64), new Head(1, "f".repeat(64)), bytes, "nightly", AS_OF);
  }

  /** A drill with the escrowed key or the live one; blank trouble: it passed. */
  static Entry drilled(String trouble, boolean escrow) {
    Head head = new Head(1, "f".repeat(64));
    return new Entry.Drilled("备份-1.bidui", head, 7, 1_000, escrow, trouble, AS_OF);
  }

  /** A received file that retention has removed. */
  static Entry replaced(String sha256) {
    return new Entry.Replaced(
        sha256, "", Entry.Replaced.Why.OVER_AGE, AS_OF, Entry.Replaced.RETENTION, RowCounts.NONE);
  }

  /** A purge that found nothing besides. */
  static Entry purged() {
    return new Entry.Purged(
        AS_OF, Entry.Replaced.RETENTION, List.of(), new TreeMap<>(), "e".repeat(64));
  }

  /** Appends a line as a newer program writes it, of a kind that this one may not know. */
  House foreign(Instant at, String type, String data) throws IOException {
    Path segment = home.resolve("journal").resolve("000001.jsonl");
    List<String> lines = Files.readAllLines(segment);
    String last = lines.get(lines.size() - 1);
    String covered =
        "{\"seq\":%d,\"epoch\":9,\"at\":\"%s\",\"type\":\"%s\",\"data\":%s,\"prev\":\"%s\""
            .formatted(
                lines.size() + 1,
                at,
                type,
                data,
                last.substring(last.length() - 66, last.length() - 2));
    Files.writeString(
        segment, covered + ",\"hash\":\"" + sha256(covered) + "\"}\n", StandardOpenOption.APPEND);
    return this;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** That a list of the roll was answered. */
  static Entry.FileAnswered answered(long receipt, String sha256, FileState state) {
    return new Entry.FileAnswered(
        receipt,
        new SourceFile(sha256, "学籍_" + receipt + ".xlsx", ""),
        state,
        ListKind.ROLL,
        "x",
        Scope.COUNTY,
        null,
        House.AS_OF,
        new RowCounts(1, 0, 0, 0, 0),
        List.of());
  }
}

package cn.bidui.cli;

import cn.bidui.batch.Backing;
import cn.bidui.ledger.BackupHead;
import cn.bidui.ledger.Backups;
import cn.bidui.ledger.Entry.Restored;
import cn.bidui.ledger.HomeKeyException;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.KeyEscrow;
import cn.bidui.ledger.Lease;
import cn.bidui.ledger.LeaseOutcome;
import cn.bidui.plan.WorkFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bidui restore}: lists backups, or makes a work folder out of one. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @Mixin private Options options = new Options();

  @Option(names = "--from", paramLabel = "FILE", descriptionKey = "restore.from")
  private @Nullable Path from;

  @Option(names = "--to", paramLabel = "DIR", descriptionKey = "restore.to")
  private @Nullable Path to;

  @Option(names = "--in", paramLabel = "DIR", descriptionKey = "restore.in")
  private @Nullable Path in;

  @Option(names = "--keys", paramLabel = "FILE", descriptionKey = "restore.keys")
  private @Nullable Path keys;

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keys.passphrase")
  private @Nullable Path passphraseFile;

  @Option(names = "--confirm", paramLabel = "NAME", descriptionKey = "restore.confirm")
  private @Nullable String confirm;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "restore.by")
  private String by = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (from == null) {
      return list();
    }
    PrintWriter err = spec.commandLine().getErr();
    if (to == null) {
      options.say(err, "backup.restore.where");
      return ExitCode.USAGE;
    }
    Optional<BackupHead> head = BackupHead.of(from);
    if (head.isEmpty()) {
      options.say(err, "backup.restore.none", from);
      return ExitCode.USAGE;
    }
    Path target = to.toAbsolutePath().normalize();
    if (!confirmed(target)) {
      return ExitCode.USAGE;
    }
    try {
      Optional<KeyEscrow> key = key();
      return key.isEmpty() ? ExitCode.USAGE : leased(from, head.get(), key.get(), target);
    } catch (HomeKeyException wrong) {
      options.say(err, "backup.trouble.key");
      return ExitCode.IO;
    }
  }

  private int list() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Set<Path> folders = new LinkedHashSet<>();
    if (in != null) {
      folders.add(in.toAbsolutePath().normalize());
    } else {
      Backing backing = Backing.of(options.folder(), Version.number(), options.clock());
      folders.add(backing.target());
      if (!backing.plan().second().isBlank()) {
        folders.add(options.folder().home().resolve(backing.plan().second()));
      }
    }
    int count = 0;
    for (Path folder : folders) {
      List<Backups.Listed> backups = Backups.in(folder).list();
      backups.forEach(each -> line(each, out));
      count += backups.size();
    }
    if (count == 0) {
      options.say(
          out, "backup.list.none", String.join("、", folders.stream().map(Path::toString).toList()));
      return ExitCode.DONE;
    }
    options.say(out, "backup.list.how");
    return ExitCode.DONE;
  }

  private void line(Backups.Listed backup, PrintWriter out) {
    BackupHead head = backup.head();
    long hours = Math.max(0, Duration.between(head.made(), options.clock().instant()).toHours());
    String age =
        hours < 48
            ? options.messages().text("backup.age.hours", hours)
            : options.messages().text("backup.age.days", hours / 24);
    options.say(
        out,
        "backup.list.line",
        backup.file(),
        age,
        "%.1f".formatted(backup.bytes() / 1_048_576.0),
        head.lastDay().isEmpty() ? "—" : head.lastDay(),
        head.head().seq(),
        head.unit());
  }

  /** What is there is only replaced by somebody who types whose it is. */
  private boolean confirmed(Path target) throws IOException {
    if (!occupied(target)) {
      return true;
    }
    Path settings = target.resolve("bidui.yml");
    String unit =
        Files.isRegularFile(settings)
            ? Backing.of(options.at(target).folder(), Version.number(), options.clock()).unit()
            : "";
    String name = unit.isBlank() ? String.valueOf(target.getFileName()) : unit;
    PrintWriter err = spec.commandLine().getErr();
    String typed = confirm;
    if (typed == null) {
      options.say(err, "backup.restore.type", target, name);
      typed =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
    if (typed != null && typed.strip().equals(name)) {
      return true;
    }
    options.say(err, "backup.restore.unconfirmed", name);
    return false;
  }

  private static boolean occupied(Path target) {
    return Files.exists(target.resolve("journal")) || Files.exists(target.resolve("bidui.yml"));
  }

  private Optional<KeyEscrow> key() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (keys == null) {
      return Optional.of(KeyEscrow.of(options.folder().home()));
    }
    if (!Files.isRegularFile(keys)) {
      options.say(err, "backup.keys.missing", keys);
      return Optional.empty();
    }
    Optional<char[]> passphrase =
        Passphrase.ask(passphraseFile, options.messages().text("backup.keys.opening"));
    if (passphrase.isEmpty()) {
      options.say(err, "backup.keys.no-console");
      return Optional.empty();
    }
    return Optional.of(KeyEscrow.open(keys, passphrase.get()));
  }

  private int leased(Path backup, BackupHead head, KeyEscrow key, Path target) throws IOException {
    LeaseOutcome outcome = Lease.acquire(target, WAIT, options.clock());
    if (outcome instanceof LeaseOutcome.Busy busy) {
      LeaseOutcome.Holder holder = busy.holder();
      options.say(
          spec.commandLine().getErr(), "cli.busy", holder.pid(), holder.host(), holder.since());
      return ExitCode.BUSY;
    }
    try (Lease lease = ((LeaseOutcome.Held) outcome).lease()) {
      lease.check();
      return restored(backup, head, key, target);
    }
  }

  private int restored(Path backup, BackupHead head, KeyEscrow key, Path target)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Restoration restoration = new Restoration(target);
    Head over = JournalReader.of(target).verify(List.of()).sound();
    boolean replaces = occupied(target) && Files.exists(target.resolve("bidui.yml"));
    Trees.delete(restoration.staging());
    RestoredHome.Checked checked;
    try {
      checked = new RestoredHome(options, err).make(backup, key, restoration.staging());
    } catch (IOException failed) {
      Trees.delete(restoration.staging());
      throw failed;
    }
    if (!checked.sound()) {
      Trees.delete(restoration.staging());
      options.say(err, "backup.restore.unsound", backup);
      options.say(err, checked.trouble());
      return ExitCode.IO;
    }
    String safety = "restore-safety-" + LocalDateTime.now(options.clock()).format(STAMP);
    String kept = replaces ? safety : "";
    journal(restoration.staging(), new Restored(head.head(), over, kept, by.strip(), today()));
    restoration.swap(safety);
    WorkFolder restored = new WorkFolder(target);
    for (Path place : List.of(restored.inbox(), restored.feedback(), restored.logs())) {
      Files.createDirectories(place);
    }
    if (replaces) {
      options.say(out, "backup.restore.safety", target.resolve(safety));
    }
    options.say(
        out, "backup.restore.done", target, checked.blobs(), head.head().seq(), head.made());
    if (!checked.lastDay().isEmpty()) {
      options.say(out, "backup.restore.same", checked.lastDay());
    }
    int exit = external(target, out);
    if (checked.damaged() > 0) {
      options.say(err, "backup.restore.damaged", checked.damaged());
      return ExitCode.HELD;
    }
    return exit;
  }

  /** The journal goes on with who restored what: what was written since is missing on purpose. */
  private void journal(Path staging, Restored restored) throws IOException {
    LeaseOutcome outcome = Lease.acquire(staging, Duration.ZERO, options.clock());
    try (Lease lease = ((LeaseOutcome.Held) outcome).lease();
        Journal journal = Journal.open(staging, lease, options.clock())) {
      journal.append(restored);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(options.clock().instant(), Shanghai.ZONE);
  }

  private int external(Path target, PrintWriter out) throws IOException {
    options.say(out, "backup.restore.secrets");
    Backing backing = Backing.of(options.at(target).folder(), Version.number(), options.clock());
    if (!backing.embedded()) {
      options.say(out, "backup.restore.rebuild");
    }
    return ExitCode.DONE;
  }
}

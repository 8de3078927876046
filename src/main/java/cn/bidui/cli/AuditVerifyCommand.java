package cn.bidui.cli;

import cn.bidui.batch.Backing;
import cn.bidui.batch.JobTree;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FileEntry.Note;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.Verdict;
import cn.bidui.ledger.audit.Anchor;
import cn.bidui.ledger.audit.Anchors;
import cn.bidui.ledger.audit.AuditJson;
import cn.bidui.ledger.audit.JournalAudit;
import cn.bidui.ledger.audit.RecordAudit;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bidui audit verify}: reads the whole journal, holds it against every head that lies in the
 * work folder or is given, and what it counts on against the disk. Changes nothing, never waits.
 */
@Command(name = "verify")
final class AuditVerifyCommand implements Callable<Integer> {

  private static final int NAMED = 200;

  @Mixin private Options options = new Options();

  @Option(names = "--anchor", paramLabel = "SEQ:HASH", descriptionKey = "audit.anchor")
  private List<String> given = new ArrayList<>();

  @Option(names = "--anchors", paramLabel = "FILE", descriptionKey = "audit.anchors")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--chain", descriptionKey = "audit.chain")
  private boolean chainOnly;

  @Option(names = "--deep", descriptionKey = "audit.deep")
  private boolean deep;

  @Option(names = "--json", descriptionKey = "audit.json")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(options.folder().journal())) {
      options.sayNothingPublished(err, "cli.audit.none");
      return ExitCode.USAGE;
    }
    List<Anchor> anchors = new ArrayList<>();
    if (!handed(anchors, err)) {
      return ExitCode.USAGE;
    }
    anchors.addAll(Anchors.published(options.folder().reports()));
    anchors.addAll(Anchors.folder(messages()));
    anchors.addAll(backups());
    JournalAudit audit = JournalAudit.of(options.folder().home(), anchors);
    RecordAudit.@Nullable Found found =
        audit.sound() && !chainOnly ? RecordAudit.of(options.folder(), deep) : null;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(AuditJson.of(audit, found, options.messages()));
      out.flush();
    } else {
      tell(audit, found, out);
    }
    return exit(audit, found);
  }

  /** A journal that is not the one that was written is worse than a file that is not. */
  private static int exit(JournalAudit audit, RecordAudit.@Nullable Found found) {
    if (!audit.sound()) {
      return ExitCode.IO;
    }
    return found == null || found.faults().isEmpty() ? ExitCode.DONE : ExitCode.HELD;
  }

  /** The heads that were given; false if one is none, which has been told. */
  private boolean handed(List<Anchor> anchors, PrintWriter err) throws IOException {
    for (String text : given) {
      Optional<Anchor> anchor = Anchor.parse(text, "--anchor");
      if (anchor.isEmpty()) {
        options.say(err, "cli.audit.no-anchor", text);
        return false;
      }
      anchors.add(anchor.get());
    }
    for (Path file : files) {
      List<Anchor> inside = Files.isRegularFile(file) ? Anchors.file(file) : List.of();
      if (inside.isEmpty()) {
        options.say(err, "cli.audit.no-anchors", file);
        return false;
      }
      anchors.addAll(inside);
    }
    return true;
  }

  /** The folder into which messages are written, by the settings as far as they can be read. */
  private Path messages() throws IOException {
    Path settings = options.folder().settings();
    String text = Files.isRegularFile(settings) ? Yaml.text(Files.readAllBytes(settings)) : "";
    String folder = Settings.read(JobTree.SETTINGS, text, new Mistakes()).notifying().folder();
    return options.folder().home().resolve(folder.isEmpty() ? "notices" : folder);
  }

  /** The heads of the backups of this work folder, as they stand in clear in their first lines. */
  private List<Anchor> backups() throws IOException {
    JournalState state = JournalReader.of(options.folder().home()).state();
    Path target = Backing.of(options.folder(), Version.number(), options.clock()).target();
    return state.keyFingerprint().isEmpty()
        ? List.of()
        : Anchors.backups(target, state.keyFingerprint().get());
  }

  private void tell(JournalAudit audit, RecordAudit.@Nullable Found found, PrintWriter out) {
    Verdict verdict = audit.verdict();
    Note message = verdict.message();
    options.say(out, "cli.audit.verdict." + verdict.code(), audit.verdict().sound().seq() + 1);
    options.say(out, message.key(), message.words().toArray());
    audit.contradictedBy().ifPresent(where -> options.say(out, "cli.audit.against", where));
    audit.restorations().forEach(restored -> tell(restored, out));
    if (!audit.setAside().isEmpty()) {
      options.say(out, "cli.audit.set-aside", audit.setAside().size());
    }
    options.say(out, "cli.audit.sound-to", verdict.sound().seq(), verdict.sound().text());
    if (!options.quiet()) {
      options.say(out, "cli.audit.days", day(audit.checked().first()), day(audit.checked().last()));
      options.say(out, "cli.audit.anchors", audit.anchors().size());
    }
    if (found != null) {
      tell(found, out);
    }
  }

  private void tell(Entry.Restored restored, PrintWriter out) {
    String by = restored.by().isBlank() ? "—" : restored.by();
    long first = restored.from().seq() + 1;
    if (restored.over().seq() < first) {
      options.say(out, "cli.audit.restored", restored.asOf(), by, restored.from().seq());
    } else {
      options.say(
          out, "cli.audit.restored-over", restored.asOf(), by, first, restored.over().seq());
    }
  }

  private void tell(RecordAudit.Found found, PrintWriter out) {
    List<Note> faults = found.faults();
    faults.stream()
        .limit(NAMED)
        .forEach(fault -> options.say(out, fault.key(), fault.words().toArray()));
    if (faults.isEmpty()) {
      options.say(
          out, deep ? "cli.audit.all-deep" : "cli.audit.all", found.nights(), found.files());
    } else {
      options.say(out, "cli.audit.faults", faults.size());
    }
    if (!found.gone().isEmpty()) {
      List<String> nights = found.gone().stream().map(LocalDate::toString).toList();
      options.say(out, "cli.audit.gone", nights.size(), String.join("、", nights));
    }
  }

  private static String day(Optional<Instant> at) {
    return at.map(instant -> LocalDate.ofInstant(instant, Shanghai.ZONE).toString()).orElse("—");
  }
}

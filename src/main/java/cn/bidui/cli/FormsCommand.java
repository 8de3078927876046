package cn.bidui.cli;

import cn.bidui.batch.KnownPlaces;
import cn.bidui.batch.NightOrder;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.report.forms.Dossier;
import cn.bidui.report.forms.FormKind;
import cn.bidui.report.forms.Forms;
import cn.bidui.report.forms.Ids;
import cn.bidui.report.forms.Letterhead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bidui forms}: forms from what the last night published, a Word document for each child. It
 * changes nothing and never waits, unless whole ids are asked for: that is on record first.
 */
@Command(name = "forms")
final class FormsCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "FINDING|CASE", arity = "0..*", descriptionKey = "forms.ids")
  private List<String> ids = List.of();

  @Option(
      names = "--kind",
      paramLabel = "dossier|report|notice|letter",
      descriptionKey = "forms.kind")
  private String kindName = FormKind.DOSSIER.code();

  @Option(names = "--school", paramLabel = "NAME", descriptionKey = "report.school")
  private String school = "";

  @Option(names = "--full-ids", descriptionKey = "forms.full-ids")
  private boolean fullIds;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "";

  @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "forms.purpose")
  private String purpose = "";

  @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "forms.out")
  private @Nullable Path out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Optional<FormKind> kind = FormKind.find(kindName);
    if (out == null || kind.isEmpty()) {
      return refuse(out == null ? "cli.forms.incomplete" : "cli.forms.unknown-kind", kindName);
    }
    if (fullIds && (by.isBlank() || purpose.isBlank())) {
      return refuse("cli.forms.who-and-why");
    }
    JournalState state = JournalReader.of(options.folder().home()).state();
    Optional<Published> night = state.latest();
    if (night.isEmpty()) {
      options.sayNothingPublished(spec.commandLine().getErr(), "cli.report.none");
      return ExitCode.USAGE;
    }
    Archive archive = options.archive(state);
    Optional<NightOrder> order =
        new Order(options, spec.commandLine().getErr()).of(night.get(), archive);
    return order.isEmpty()
        ? ExitCode.USAGE
        : print(
            kind.get(),
            new FormFolder(state, archive, night.get(), order.get(), options.asOf()),
            new AskedSchool(school, KnownPlaces.of(state, archive)),
            out);
  }

  private int refuse(String key, Object... words) {
    options.say(spec.commandLine().getErr(), key, words);
    return ExitCode.USAGE;
  }

  private int print(FormKind kind, FormFolder folder, AskedSchool asked, Path target)
      throws IOException {
    List<LedgerFinding> findings = new ArrayList<>(ids.isEmpty() ? folder.tonight() : List.of());
    for (String id : ids) {
      List<LedgerFinding> named = folder.named(id);
      if (named.isEmpty()) {
        return refuse("cli.forms.unknown", id);
      }
      findings.addAll(named);
    }
    List<Dossier> children =
        folder
            .dossiers(findings.stream().distinct().toList(), fullIds ? Ids.WHOLE : Ids.MASKED)
            .stream()
            .filter(ids.isEmpty() ? kind::isDue : kind::fits)
            .filter(child -> school.isEmpty() || child.schooling().school().equals(school.strip()))
            .toList();
    if (children.isEmpty()) {
      return nobody(kind, asked);
    }
    for (Dossier child : children) {
      if (Files.exists(file(target, kind, child))) {
        return refuse("cli.report.there", file(target, kind, child));
      }
    }
    int recorded = fullIds ? reveal(kind, children.size()) : ExitCode.DONE;
    return recorded == ExitCode.DONE
        ? write(kind, children, folder.letterhead(), target)
        : recorded;
  }

  private int nobody(FormKind kind, AskedSchool asked) {
    if (asked.unknown()) {
      return asked.refuse(options, spec.commandLine().getErr());
    }
    String why = ids.isEmpty() ? "cli.forms.nobody" : "cli.forms.other-children";
    return refuse(why, kind.label(options.messages()));
  }

  /** By the case's id: names do not belong into file names. */
  private static Path file(Path folder, FormKind kind, Dossier child) {
    return folder.resolve(child.caseId() + "-" + kind.code() + ".docx");
  }

  /** What is printed whole is on record before it is printed. */
  private int reveal(FormKind kind, int count) throws IOException {
    return new UnderLease(options, spec.commandLine().getErr(), WAIT)
        .journal(
            journal -> {
              String why =
                  Archive.of(options.folder().home())
                      .put(purpose.strip().getBytes(StandardCharsets.UTF_8));
              journal.append(
                  new Entry.Revealed(
                      "forms-" + kind.code(), count, by.strip(), why, options.asOf()));
              return ExitCode.DONE;
            });
  }

  private int write(FormKind kind, List<Dossier> children, Letterhead head, Path target)
      throws IOException {
    Files.createDirectories(target);
    for (Dossier child : children) {
      Forms.write(kind, List.of(child), head, file(target, kind, child));
    }
    options.say(
        spec.commandLine().getOut(),
        "cli.forms.done",
        children.size(),
        kind.label(options.messages()),
        head.asOf(),
        target);
    return ExitCode.DONE;
  }
}

package cn.bidui.cli;

import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.Table;
import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.FrameBuilder;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.LinkPlan.Outcome;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Problem.FileProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The files of a linkage: opened, their columns found, and read into one frame. */
final class LinkSources {

  private final Options options;
  private final PrintWriter err;
  private final LinkPlan plan;
  private final List<Path> files;
  private final IntakeLimits limits = IntakeLimits.defaults();
  private final Mistakes mistakes = new Mistakes();
  private final List<LinkSource> sources = new ArrayList<>();
  private int refused;

  LinkSources(Options options, PrintWriter err, LinkPlan plan, List<Path> files) {
    this.options = options;
    this.err = err;
    this.plan = plan;
    this.files = files;
  }

  /** Whether every file is a table with the wanted columns; if not, all that is wrong is told. */
  boolean open() {
    List<Table.Opening> openings =
        IntStream.range(0, files.size()).parallel().mapToObj(this::open).toList();
    for (int list = 0; list < files.size(); list++) {
      if (openings.get(list) instanceof Table.Opened opened) {
        add(plan.lists().get(list).name(), files.get(list), opened.table());
      } else {
        refuse(((Table.Refused) openings.get(list)).problem());
      }
    }
    return new Order(options, err).sound(mistakes) && refused == 0;
  }

  private Table.Opening open(int list) {
    String name = plan.lists().get(list).name();
    List<List<String>> wanted = plan.fields().stream().map(field -> field.columns(name)).toList();
    return Table.open(files.get(list), wanted, limits);
  }

  private void add(String list, Path file, Table table) {
    LinkSource source = new LinkSource(list, file, table, plan.fields());
    sources.add(source);
    List<LinkField> missing = source.missing();
    boolean some = missing.size() < plan.fields().size();
    for (LinkField field :
        plan.outcome() == Outcome.PERSON && some ? List.<LinkField>of() : missing) {
      mistakes.add(
          new Mistake(
              String.valueOf(file.getFileName()),
              table.headerRow(),
              "plan.link.no-column",
              words(field, list, table)));
    }
  }

  private List<String> words(LinkField field, String list, Table table) {
    List<String> spellings = field.columns(list);
    String meant =
        table
            .meant(spellings)
            .map(one -> options.messages().text("plan.link.meant", one))
            .orElse("");
    return List.of(
        field.name(), String.join(" | ", spellings), meant, String.join(", ", table.header()));
  }

  /** What the program ends with after something was wrong. */
  int exit() {
    return mistakes.none() ? ExitCode.REFUSED : ExitCode.USAGE;
  }

  /** All rows of all lists; nothing if a list cannot be read or is empty, which has been told. */
  Optional<Frame> frame() {
    sources.parallelStream().forEach(LinkSource::ahead);
    FrameBuilder frame = new FrameBuilder(plan);
    frame.expect(sources.stream().mapToLong(LinkSource::likelyRows).sum());
    for (LinkSource source : sources) {
      Optional<FileProblem> problem = source.read(limits, joining(frame));
      problem.ifPresent(this::refuse);
      if (problem.isEmpty() && frame.listRows() == 0) {
        options.say(err, "cli.link.empty", source.list(), source.name());
        refused++;
      }
      frame.endOfList();
    }
    return refused == 0 ? Optional.of(frame.frame()) : Optional.empty();
  }

  private static LinkSource.Rows joining(FrameBuilder frame) {
    return new LinkSource.Rows() {
      @Override
      public void part(Table.Part<LinkSource.FieldCells> part) {
        frame.part(part.cells().columns(), part.linesBefore());
      }

      @Override
      public void again() {
        frame.listAgain();
      }
    };
  }

  private void refuse(FileProblem problem) {
    refused++;
    int row = problem.place().row();
    options.say(
        err,
        row > 0 ? "cli.link.refused-line" : "cli.link.refused",
        problem.place().file(),
        text(problem, "title"),
        text(problem, "expected"),
        row);
  }

  private String text(FileProblem problem, String part) {
    List<String> words = new ArrayList<>(List.of(problem.found()));
    words.addAll(problem.arguments());
    return options.messages().text(problem.text(part), words.toArray());
  }
}

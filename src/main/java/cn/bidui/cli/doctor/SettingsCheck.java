package cn.bidui.cli.doctor;

import cn.bidui.batch.JobTree;
import cn.bidui.batch.NightOrder;
import cn.bidui.cli.doctor.Line.Told;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Legible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings, jobs, policies and column profiles: all of their mistakes. */
final class SettingsCheck implements Check {

  /** More are counted, not told. */
  private static final int TOLD = 5;

  @Override
  public String code() {
    return "settings";
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Looked look(Premises premises) throws IOException {
    Path settings = premises.folder().settings();
    if (!Files.isRegularFile(settings)) {
      return new Looked().fail("no-folder", premises.folder().home());
    }
    @Nullable Path jobs = premises.jobs();
    List<String> names = jobs == null ? List.of() : names(jobs);
    if (jobs == null || !names.contains("nightly")) {
      return new Looked().fail("no-jobs", jobs == null ? "" : jobs);
    }
    Set<Mistake> mistakes = new LinkedHashSet<>();
    for (String job : names) {
      mistakes.addAll(mistakes(premises, settings, jobs, job));
    }
    return mistakes.isEmpty() ? new Looked().ok("fine", names.size()) : told(mistakes);
  }

  private static List<String> names(Path jobs) throws IOException {
    try (Stream<Path> folders = Files.list(jobs)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("job.yml")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .toList();
    }
  }

  private static List<Mistake> mistakes(Premises premises, Path settings, Path jobs, String job)
      throws IOException {
    Mistakes mistakes = new Mistakes();
    NightOrder.read(
        premises.folder(),
        JobTree.read(settings, jobs, job),
        job,
        premises.today(),
        premises.software(),
        premises.clock(),
        mistakes);
    return mistakes.all();
  }

  private static Looked told(Set<Mistake> mistakes) {
    List<Line.Word> first = new ArrayList<>();
    for (Mistake mistake : mistakes) {
      if (first.size() < TOLD) {
        first.add(place(mistake));
      }
    }
    return new Looked().fail("mistakes", mistakes.size(), first);
  }

  private static Line.Word place(Mistake mistake) {
    String where = mistake.line() > 0 ? mistake.file() + ":" + mistake.line() : mistake.file();
    return messages ->
        Legible.line(where) + " " + Told.of(mistake.key(), mistake.words()).in(messages);
  }
}

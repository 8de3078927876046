package cn.bidui.cli.doctor;

import cn.bidui.cli.doctor.Line.Told;
import cn.bidui.cli.jobs.JobBook;
import cn.bidui.plan.Mistake;
import cn.bidui.source.Legible;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  public Looked look(Premises premises) throws Exception {
    Path settings = premises.folder().settings();
    if (!Files.isRegularFile(settings)) {
      return new Looked().fail("no-folder", premises.folder().home());
    }
    Optional<JobBook> book = premises.book();
    if (book.flatMap(all -> all.job("nightly")).isEmpty()) {
      @Nullable Path jobs = premises.jobs();
      return new Looked().fail("no-jobs", jobs == null ? "" : jobs);
    }
    List<Mistake> mistakes = book.get().mistakes();
    return mistakes.isEmpty() ? new Looked().ok("fine", book.get().jobs().size()) : told(mistakes);
  }

  private static Looked told(List<Mistake> mistakes) {
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

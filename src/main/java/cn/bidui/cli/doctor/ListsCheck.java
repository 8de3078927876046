package cn.bidui.cli.doctor;

import cn.bidui.cli.doctor.Line.Told;
import cn.bidui.cli.doctor.Line.Word;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.HeldFiles;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Settings;
import cn.bidui.source.Batch;
import cn.bidui.source.Legible;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The lists that the last night rests on: what is missing, too old, held, and since when. */
final class ListsCheck implements Check {

  private static final String LIST = "report.list.";

  @Override
  public String code() {
    return "lists";
  }

  @Override
  public Needs needs() {
    return Needs.NIGHT;
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    JournalState state = premises.journal().state();
    Published night = state.latest().orElseThrow();
    Looked looked = new Looked();
    List<Told> missing =
        needed(premises).stream()
            .filter(kind -> newest(kind, night).isEmpty())
            .map(kind -> Told.of(LIST + kind.code()))
            .toList();
    if (!missing.isEmpty()) {
      looked.fail("missing", missing);
    }
    List<Word> old = old(night, premises.settings(), premises.today());
    if (!old.isEmpty()) {
      looked.warn("old", old);
    }
    List<String> held = held(state);
    if (!held.isEmpty()) {
      looked.warn("held", held.size(), held);
    }
    long kinds = night.effective().stream().map(Batch::list).distinct().count();
    return looked.fine() ? looked.ok("fine", kinds) : looked;
  }

  /** Those that the nightly job says, else those that every night should have. */
  private static List<ListKind> needed(Premises premises) throws Exception {
    return premises
        .book()
        .flatMap(book -> book.job(JobPlan.NIGHTLY))
        .map(job -> job.lists().needed())
        .orElseGet(() -> Arrays.stream(ListKind.values()).filter(ListKind::needed).toList());
  }

  private static Optional<LocalDate> newest(ListKind kind, Published night) {
    return night.effective().stream()
        .filter(batch -> batch.list() == kind)
        .map(Batch::dataDate)
        .max(Comparator.naturalOrder());
  }

  private static List<Word> old(Published night, Settings settings, LocalDate today) {
    List<Word> old = new ArrayList<>();
    for (ListKind kind : ListKind.values()) {
      OptionalInt most = settings.list(kind).maxAgeDays();
      Optional<LocalDate> newest = newest(kind, night);
      if (most.isPresent() && newest.isPresent()) {
        long age = ChronoUnit.DAYS.between(newest.get(), today);
        if (age > most.getAsInt()) {
          old.add(
              messages ->
                  messages.text(
                      "doctor.lists.one-old",
                      messages.text(LIST + kind.code()),
                      newest.get(),
                      age,
                      most.getAsInt()));
        }
      }
    }
    return old;
  }

  private static List<String> held(JournalState state) {
    return HeldFiles.of(state).stream()
        .map(answered -> Legible.line(answered.file().name()) + since(answered, state))
        .toList();
  }

  private static String since(FileAnswered held, JournalState state) {
    return state
        .receipt(held.receipt())
        .map(receipt -> " (" + receipt.received().asOf() + ")")
        .orElse("");
  }
}

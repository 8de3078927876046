package cn.bidui.ledger.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The findings of a case while it is being told, in the order in which they joined it. */
final class CaseItems {

  private final CaseBook.Terms terms;
  private final List<CaseItem> all = new ArrayList<>(1);

  CaseItems(CaseBook.Terms terms) {
    this.terms = terms;
  }

  Optional<CaseItem> of(String finding) {
    for (CaseItem item : all) {
      if (item.finding().equals(finding)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  CaseItem join(String finding, String rule) {
    CaseItem item = new CaseItem(finding, rule);
    all.add(item);
    return item;
  }

  void absorb(CaseItems older) {
    all.addAll(older.all);
  }

  void release(String finding) {
    all.removeIf(item -> item.finding().equals(finding));
  }

  int size() {
    return all.size();
  }

  void each(Consumer<CaseItem> what) {
    all.forEach(what);
  }

  boolean any(Predicate<CaseItem> what) {
    for (CaseItem item : all) {
      if (what.test(item)) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody still has to answer one of them. */
  boolean open() {
    return any(CaseItem::open);
  }

  boolean twoPersons() {
    return any(this::wantsTwo);
  }

  private boolean wantsTwo(CaseItem item) {
    return terms.plan().twoPersons(item.rule());
  }

  /** Whether a second person has looked wherever one is wanted. */
  boolean looked() {
    return !any(item -> !item.checked() && wantsTwo(item));
  }

  /** Who gave the answers that stand. */
  SortedSet<String> answerers() {
    SortedSet<String> answerers = texts(CaseItem::answeredBy, item -> true);
    answerers.remove("");
    return answerers;
  }

  /** The lines of the answers that stand. */
  SortedSet<Long> lines() {
    SortedSet<Long> lines = new TreeSet<>();
    all.forEach(item -> lines.addAll(item.lines()));
    return lines;
  }

  SortedSet<String> texts(Function<CaseItem, String> text, Predicate<CaseItem> of) {
    SortedSet<String> texts = new TreeSet<>();
    for (CaseItem item : all) {
      if (of.test(item)) {
        texts.add(text.apply(item));
      }
    }
    return texts;
  }

  /** Of several open findings, the one that is due first. */
  @Nullable LocalDate due() {
    @Nullable LocalDate first = null;
    for (CaseItem item : all) {
      if (item.open()) {
        String severity = terms.severity().apply(item.rule());
        LocalDate due = item.since().plusDays(terms.plan().days(item.rule(), severity));
        first = first == null || due.isBefore(first) ? due : first;
      }
    }
    return first;
  }
}

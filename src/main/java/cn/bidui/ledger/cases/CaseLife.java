package cn.bidui.ledger.cases;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case while it is being told. Its stage is never stored: it follows from what is open, and
 * from what was done since the case came to life the last time.
 */
final class CaseLife {

  private static final CaseFile.Place NOWHERE = new CaseFile.Place("", "", "");

  private String id;
  private final CaseBook.Terms terms;
  private LocalDate registered;
  private final CaseItems items;
  private final List<CaseEvent> history = new ArrayList<>(3);
  private CaseFile.Place where = NOWHERE;
  private LocalDate opened;
  private final CaseHands hands = new CaseHands();
  private final CaseReturns returns = new CaseReturns();
  private boolean handled;

  /** Whether nothing of it was open when the night began. */
  private boolean rested = true;

  /** Whether one of them was right by then, in the data or because the child had returned. */
  private boolean cameHome;

  private @Nullable LocalDate assignedOn;
  private @Nullable LocalDate answeredOn;
  private @Nullable LocalDate verifiedOn;
  private @Nullable LocalDate filedOn;
  private String answeredBy = "";
  private String verifiedBy = "";

  CaseLife(String id, LocalDate asOf, CaseBook.Terms terms) {
    this.id = id;
    this.terms = terms;
    this.items = new CaseItems(terms);
    this.registered = asOf;
    this.opened = asOf;
  }

  String id() {
    return id;
  }

  /** A journal of today names the case to which an older one had only the finding. */
  void rename(String name) {
    id = name;
  }

  boolean alone() {
    return items.size() == 1;
  }

  /** Takes all that is known of a finding whose older lines name no case. */
  void absorb(CaseLife older) {
    items.absorb(older.items);
    history.addAll(older.history);
    history.sort(Comparator.comparing(CaseEvent::on));
    registered = older.registered.isBefore(registered) ? older.registered : registered;
    opened = items.open() && older.opened.isBefore(opened) ? older.opened : opened;
    handled |= older.handled;
    returns.absorb(older.returns);
    hands.absorb(older.hands);
    answeredBy = answeredBy.isEmpty() ? older.answeredBy : answeredBy;
    answeredOn = answeredOn == null ? older.answeredOn : answeredOn;
    assignedOn = assignedOn == null ? older.assignedOn : assignedOn;
  }

  /** The finding belongs to another case from now on. */
  void release(String finding) {
    items.release(finding);
  }

  /** A night begins. */
  void dusk() {
    rested = !items.open();
    cameHome = items.any(CaseItem::right);
  }

  /** A finding of the case changed overnight. */
  void moved(long seq, LocalDate asOf, Transition moved) {
    boolean rest = rested && !items.open();
    boolean wasAtRest = !items.open();
    boolean known = items.size() > 0;
    CaseItem item =
        items.of(moved.findingId()).orElseGet(() -> items.join(moved.findingId(), moved.rule()));
    if (!moved.where().caseId().isEmpty()) {
      where =
          new CaseFile.Place(
              moved.where().school(), moved.where().township(), moved.where().stage());
    }
    CaseItem.Turn turn = item.moved(asOf, moved);
    if (turn == CaseItem.Turn.RIGHT) {
      right(seq, asOf, item, wasAtRest);
    } else if (turn != CaseItem.Turn.NONE) {
      boolean again = turn == CaseItem.Turn.FRESH && known && rest && cameHome;
      // A child who had come back to school and is missing by another sign has left once more.
      boolean rebound = again && terms.plan().twoPersons(moved.rule());
      opens(seq, asOf, rebound ? CaseItem.Turn.REBOUND : turn, moved.rule(), rest && known);
    }
  }

  private void right(long seq, LocalDate asOf, CaseItem item, boolean wasAtRest) {
    note(seq, asOf, CaseEvent.Kind.DATA_RIGHT, "", item.rule());
    if (!items.open() && !wasAtRest) {
      unlessLooked();
      answeredOn = asOf;
      answeredBy = "";
    }
  }

  private void opens(long seq, LocalDate asOf, CaseItem.Turn turn, String rule, boolean newRound) {
    returns.count(turn, asOf);
    answeredOn = null;
    if (newRound) {
      begin(asOf);
    }
    note(seq, asOf, kind(turn), "", rule);
  }

  private static CaseEvent.Kind kind(CaseItem.Turn turn) {
    return switch (turn) {
      case REBOUND -> CaseEvent.Kind.REBOUND;
      case REVIEW -> CaseEvent.Kind.REVIEW;
      case FRESH, NONE, RIGHT -> CaseEvent.Kind.REGISTERED;
    };
  }

  /** All is to be done again; who is named for the case stays. */
  private void begin(LocalDate asOf) {
    opened = asOf;
    handled = false;
    assignedOn = null;
    hands.begin();
    answeredBy = "";
    verifiedOn = null;
    verifiedBy = "";
    filedOn = null;
  }

  /** What one person has looked at is not enough where something else came after it. */
  private void unlessLooked() {
    if (!items.looked()) {
      verifiedOn = null;
      verifiedBy = "";
    }
    filedOn = null;
  }

  /** What follows by itself once a night is published: it is handed over, or filed. */
  void dawn(long seq, LocalDate asOf) {
    items.each(item -> lapse(seq, asOf, item));
    if (stage() == CaseStage.REGISTERED && owned()) {
      assignedOn = asOf;
      note(seq, asOf, CaseEvent.Kind.ASSIGNED, "", unit());
    }
    if (filedOn == null && !items.open() && items.looked()) {
      filedOn = asOf;
      note(seq, asOf, CaseEvent.Kind.FILED, "", "");
    }
  }

  private void lapse(long seq, LocalDate asOf, CaseItem item) {
    boolean rest = rested && !items.open();
    CaseItem.Turn turn = item.comesBackFrom(asOf) ? CaseItem.Turn.REBOUND : CaseItem.Turn.REVIEW;
    if (item.lapses(asOf)) {
      opens(seq, asOf, turn, item.rule(), rest);
    }
  }

  /** A person answered one of its findings. */
  void answered(long seq, Entry.Answered answer) {
    Optional<CaseItem> item = items.of(answer.findingId());
    Optional<OutcomeCode> code = OutcomeCode.find(answer.outcome());
    String words = code.map(OutcomeCode::published).orElse(answer.outcome());
    if (item.isEmpty()) {
      return;
    }
    handled = true;
    if (code.filter(OutcomeCode::closes).isPresent()) {
      closedBy(seq, answer, item.get(), words);
    } else {
      keptOpen(seq, answer, item.get(), words);
    }
  }

  private void closedBy(long seq, Entry.Answered answer, CaseItem item, String words) {
    item.closedBy(seq, answer);
    unlessLooked();
    answeredBy = answer.by().strip();
    note(seq, answer.asOf(), CaseEvent.Kind.ANSWERED, answer.by(), words);
    if (!items.open()) {
      answeredOn = answer.asOf();
    }
    String verifier = CaseItem.verifier(answer);
    if (!verifier.isEmpty()) {
      looks(seq, answer.verifiedOn(), verifier, "");
    }
  }

  private void keptOpen(long seq, Entry.Answered answer, CaseItem item, String words) {
    item.keptOpen();
    note(seq, answer.asOf(), CaseEvent.Kind.ANSWERED_OPEN, answer.by(), words);
    if (items.open()) {
      answeredOn = null;
      answeredBy = "";
      filedOn = null;
    }
  }

  private void looks(long seq, LocalDate day, String by, String words) {
    verifiedOn = day;
    verifiedBy = by;
    note(seq, day, CaseEvent.Kind.VERIFIED, by, words);
  }

  /** A person did something about it; what the case is not ready for counts for nothing. */
  void acted(long seq, Entry.CaseActed act) {
    String words = act.words().isEmpty() ? "" : terms.words().apply(act.words());
    List<String> lines = words.lines().map(String::strip).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    LocalDate day = act.day() == null ? act.asOf() : act.day();
    switch (act.act()) {
      case ASSIGN -> assign(seq, act, first);
      case VISIT -> visit(seq, day, act, words);
      case HELPERS -> help(seq, act, lines);
      case WRITTEN_REPORT -> {
        hands.report(day);
        note(seq, day, CaseEvent.Kind.WRITTEN_REPORT, act.by(), words);
      }
      case DEADLINE_NOTICE -> {
        hands.notice(day, first);
        note(seq, day, CaseEvent.Kind.DEADLINE_NOTICE, act.by(), words);
      }
      case VERIFY -> verify(seq, day, act, words);
      case SEND_BACK -> sendBack(seq, day, act, words);
      case EXTEND -> extend(seq, day, act, words);
      case FILE -> file(seq, day, act, words);
      case REMARK -> note(seq, day, CaseEvent.Kind.REMARK, act.by(), words);
    }
  }

  private void assign(long seq, Entry.CaseActed act, String name) {
    hands.assign(name);
    if (items.open()) {
      assignedOn = act.asOf();
    }
    note(seq, act.asOf(), CaseEvent.Kind.ASSIGNED, act.by(), name);
  }

  private void visit(long seq, LocalDate day, Entry.CaseActed act, String words) {
    handled |= items.open();
    note(seq, day, CaseEvent.Kind.VISITED, act.by(), words);
  }

  private void help(long seq, Entry.CaseActed act, List<String> names) {
    String named = String.join("、", hands.help(names));
    note(seq, act.asOf(), CaseEvent.Kind.HELPERS_NAMED, act.by(), named);
  }

  /** Who answered cannot be who looks. */
  private void verify(long seq, LocalDate day, Entry.CaseActed act, String words) {
    if (!items.open() && filedOn == null && !items.answerers().contains(act.by().strip())) {
      items.each(CaseItem::check);
      looks(seq, day, act.by().strip(), words);
    }
  }

  private void sendBack(long seq, LocalDate day, Entry.CaseActed act, String words) {
    handled |= items.open();
    note(seq, day, CaseEvent.Kind.SENT_BACK, act.by(), words);
  }

  private void extend(long seq, LocalDate day, Entry.CaseActed act, String words) {
    hands.extend(day);
    note(seq, act.asOf(), CaseEvent.Kind.EXTENDED, act.by(), (day + " " + words).strip());
  }

  private void file(long seq, LocalDate day, Entry.CaseActed act, String words) {
    if (!items.open() && items.looked() && filedOn == null) {
      filedOn = day;
      note(seq, day, CaseEvent.Kind.FILED, act.by(), words);
    }
  }

  private void note(long seq, LocalDate on, CaseEvent.Kind kind, String by, String words) {
    history.add(new CaseEvent(seq, on, kind, by, words));
  }

  private boolean owned() {
    return !unit().isEmpty();
  }

  private String unit() {
    return where.school().isEmpty() ? where.township() : where.school();
  }

  private CaseStage stage() {
    if (!items.open()) {
      boolean seen = verifiedOn != null && items.looked();
      return filedOn != null ? CaseStage.FILED : seen ? CaseStage.VERIFIED : CaseStage.ANSWERED;
    }
    if (handled) {
      return CaseStage.HANDLING;
    }
    return assignedOn == null ? CaseStage.REGISTERED : CaseStage.ASSIGNED;
  }

  /** As it stands on that day. */
  CaseFile file(LocalDate asOf) {
    CaseStage stage = stage();
    @Nullable LocalDate due = due(stage);
    boolean seen = !items.open() && items.looked();
    return new CaseFile(
        id,
        stage,
        items.texts(CaseItem::finding, item -> true),
        items.texts(CaseItem::finding, CaseItem::open),
        items.texts(CaseItem::rule, item -> true),
        where,
        new CaseFile.Dates(
            registered,
            opened,
            assignedOn,
            answeredOn,
            seen ? verifiedOn : null,
            filedOn,
            hands.reportOn(),
            hands.noticeOn()),
        due,
        due != null && asOf.isAfter(due),
        returns.rebounds(),
        returns.reviews(),
        people(seen),
        gaps(stage, asOf),
        history);
  }

  private CaseFile.People people(boolean seen) {
    return new CaseFile.People(
        hands.assigned(),
        hands.helpers(),
        answeredBy,
        seen ? verifiedBy : "",
        hands.noticeNumber(),
        hands.assigned(),
        new CaseFile.Standing(items.lines(), items.answerers()));
  }

  private @Nullable LocalDate due(CaseStage stage) {
    if (stage == CaseStage.FILED || stage == CaseStage.VERIFIED) {
      return null;
    }
    if (stage == CaseStage.ANSWERED) {
      LocalDate since = answeredOn == null ? opened : answeredOn;
      return items.looked() ? null : since.plusDays(terms.plan().verifyWithin().value());
    }
    return hands.extendedTo() == null ? items.due() : hands.extendedTo();
  }

  private Set<CaseGap> gaps(CaseStage stage, LocalDate asOf) {
    if (stage == CaseStage.FILED) {
      return Set.of();
    }
    Set<CaseGap> gaps = EnumSet.noneOf(CaseGap.class);
    add(gaps, CaseGap.NO_UNIT, !owned());
    add(gaps, CaseGap.NO_PERSON, hands.assigned().isEmpty());
    add(gaps, CaseGap.NO_EVIDENCE, items.any(CaseItem::wantsPaper));
    if (items.twoPersons()) {
      boolean late = asOf.isAfter(opened.plusDays(terms.plan().reportAfter().value()));
      add(gaps, CaseGap.NO_HELPERS, items.open() && !hands.complete());
      add(gaps, CaseGap.NO_REPORT, items.open() && late && !hands.reported());
      add(gaps, CaseGap.NOT_VERIFIED, !items.open() && !items.looked());
    }
    return gaps;
  }

  private static void add(Set<CaseGap> gaps, CaseGap gap, boolean lacking) {
    if (lacking) {
      gaps.add(gap);
    }
  }
}

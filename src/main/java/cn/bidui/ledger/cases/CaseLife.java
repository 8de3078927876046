package cn.bidui.ledger.cases;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.ledger.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One case while it is being told. */
final class CaseLife {

  private static final int HELPERS = 3;

  private final String id;
  private final CaseBook.Terms terms;
  private final LocalDate registered;
  private final Map<String, FindingState> findings = new TreeMap<>();
  private final SortedSet<String> rules = new TreeSet<>();
  private final List<CaseEvent> history = new ArrayList<>();
  private CaseFile.Place where = new CaseFile.Place("", "", "");
  private CaseStage stage = CaseStage.REGISTERED;
  private LocalDate opened;
  private @Nullable LocalDate assignedOn;
  private @Nullable LocalDate answeredOn;
  private @Nullable LocalDate verifiedOn;
  private @Nullable LocalDate filedOn;
  private @Nullable LocalDate reportOn;
  private @Nullable LocalDate noticeOn;
  private @Nullable LocalDate extendedTo;
  private String assigned = "";
  private String answeredBy = "";
  private String verifiedBy = "";
  private String noticeNumber = "";
  private List<String> helpers = List.of();
  private @Nullable OutcomeCode outcome;
  private boolean papers = true;
  private int rebounds;
  private int reviews;

  CaseLife(String id, LocalDate asOf, CaseBook.Terms terms) {
    this.id = id;
    this.terms = terms;
    this.registered = asOf;
    this.opened = asOf;
    history.add(new CaseEvent(0, asOf, CaseEvent.Kind.REGISTERED, "", ""));
  }

  /** A finding of the case changed overnight. */
  void moved(long seq, LocalDate asOf, Transition moved) {
    boolean wasOpen = open();
    boolean known = !findings.isEmpty();
    findings.put(moved.findingId(), moved.to());
    rules.add(moved.rule());
    if (!moved.where().caseId().isEmpty()) {
      where =
          new CaseFile.Place(
              moved.where().school(), moved.where().township(), moved.where().stage());
    }
    if (moved.to().open() && !wasOpen && known) {
      comesBack(seq, asOf, moved);
    } else if (moved.to() == FindingState.RESOLVED && !open()) {
      turn(CaseStage.ANSWERED, seq, asOf, CaseEvent.Kind.DATA_RIGHT, "", "");
      answeredOn = asOf;
      answeredBy = "";
      outcome = null;
      papers = true;
    }
  }

  /** Open again: because an answer no longer holds, or because it happened again. */
  private void comesBack(long seq, LocalDate asOf, Transition moved) {
    boolean ranOut = moved.from() == FindingState.EXPLAINED && outcome != OutcomeCode.F3;
    if (ranOut) {
      reviews++;
    } else {
      rebounds++;
    }
    opened = asOf;
    extendedTo = null;
    answeredOn = null;
    verifiedOn = null;
    filedOn = null;
    answeredBy = "";
    verifiedBy = "";
    outcome = null;
    turn(
        CaseStage.REGISTERED,
        seq,
        asOf,
        ranOut ? CaseEvent.Kind.REVIEW : CaseEvent.Kind.REBOUND,
        "",
        moved.rule());
  }

  /** What follows by itself once a night is published: it is handed over, or filed. */
  void dawn(long seq, LocalDate asOf) {
    if (stage == CaseStage.REGISTERED && open() && owned()) {
      turn(CaseStage.ASSIGNED, seq, asOf, CaseEvent.Kind.ASSIGNED, "", unit());
      assignedOn = asOf;
    }
    boolean done = stage == CaseStage.VERIFIED || (stage == CaseStage.ANSWERED && !twoPersons());
    if (done && !open()) {
      turn(CaseStage.FILED, seq, asOf, CaseEvent.Kind.FILED, "", "");
      filedOn = asOf;
    }
  }

  /** A person answered one of its findings. */
  void answered(long seq, Entry.Answered answer) {
    Optional<OutcomeCode> code = OutcomeCode.find(answer.outcome());
    boolean closes = code.filter(OutcomeCode::closes).isPresent();
    if (closes) {
      answeredOn = answer.asOf();
      answeredBy = answer.by();
      outcome = code.orElse(null);
      papers = answer.proof().evidence() != null || code.get().evidence().isEmpty();
      turn(
          CaseStage.ANSWERED,
          seq,
          answer.asOf(),
          CaseEvent.Kind.ANSWERED,
          answer.by(),
          code.get().published());
    } else {
      stage = stage.compareTo(CaseStage.HANDLING) < 0 ? CaseStage.HANDLING : stage;
      note(
          seq,
          answer.asOf(),
          CaseEvent.Kind.ANSWERED_OPEN,
          answer.by(),
          code.map(OutcomeCode::published).orElse(answer.outcome()));
    }
  }

  /** A person did something about it. */
  void acted(long seq, Entry.CaseActed act) {
    String words = act.words().isEmpty() ? "" : terms.words().apply(act.words());
    List<String> lines = words.lines().map(String::strip).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    LocalDate day = act.day() == null ? act.asOf() : act.day();
    switch (act.act()) {
      case ASSIGN -> assign(seq, act, first);
      case VISIT -> visit(seq, day, act, words);
      case HELPERS -> {
        helpers = lines;
        note(seq, day, CaseEvent.Kind.HELPERS_NAMED, act.by(), String.join("、", lines));
      }
      case WRITTEN_REPORT -> {
        reportOn = day;
        note(seq, day, CaseEvent.Kind.WRITTEN_REPORT, act.by(), words);
      }
      case DEADLINE_NOTICE -> {
        noticeOn = day;
        noticeNumber = first;
        note(seq, day, CaseEvent.Kind.DEADLINE_NOTICE, act.by(), words);
      }
      case VERIFY -> verify(seq, day, act, words);
      case SEND_BACK -> sendBack(seq, day, act, words);
      case EXTEND -> {
        extendedTo = day;
        note(seq, act.asOf(), CaseEvent.Kind.EXTENDED, act.by(), day + " " + words);
      }
      case FILE -> file(seq, day, act, words);
      case REMARK -> note(seq, day, CaseEvent.Kind.REMARK, act.by(), words);
    }
  }

  private void assign(long seq, Entry.CaseActed act, String name) {
    assigned = name;
    if (stage.compareTo(CaseStage.ASSIGNED) <= 0) {
      stage = CaseStage.ASSIGNED;
      assignedOn = act.asOf();
    }
    note(seq, act.asOf(), CaseEvent.Kind.ASSIGNED, act.by(), name);
  }

  private void visit(long seq, LocalDate day, Entry.CaseActed act, String words) {
    if (stage.compareTo(CaseStage.HANDLING) < 0) {
      stage = CaseStage.HANDLING;
    }
    note(seq, day, CaseEvent.Kind.VISITED, act.by(), words);
  }

  /** Who answered cannot be who looks. */
  private void verify(long seq, LocalDate day, Entry.CaseActed act, String words) {
    if (stage == CaseStage.ANSWERED && !act.by().equals(answeredBy)) {
      verifiedOn = day;
      verifiedBy = act.by();
      turn(CaseStage.VERIFIED, seq, day, CaseEvent.Kind.VERIFIED, act.by(), words);
    }
  }

  private void sendBack(long seq, LocalDate day, Entry.CaseActed act, String words) {
    if (stage == CaseStage.ANSWERED || stage == CaseStage.VERIFIED) {
      answeredOn = null;
      verifiedOn = null;
      turn(CaseStage.HANDLING, seq, day, CaseEvent.Kind.SENT_BACK, act.by(), words);
    }
  }

  private void file(long seq, LocalDate day, Entry.CaseActed act, String words) {
    boolean looked = stage == CaseStage.VERIFIED || !twoPersons();
    if (!open() && looked) {
      filedOn = day;
      turn(CaseStage.FILED, seq, day, CaseEvent.Kind.FILED, act.by(), words);
    }
  }

  private void turn(
      CaseStage to, long seq, LocalDate on, CaseEvent.Kind kind, String by, String words) {
    stage = to;
    note(seq, on, kind, by, words);
  }

  private void note(long seq, LocalDate on, CaseEvent.Kind kind, String by, String words) {
    history.add(new CaseEvent(seq, on, kind, by, words));
  }

  private boolean open() {
    return findings.values().stream().anyMatch(FindingState::open);
  }

  private boolean owned() {
    return !unit().isEmpty();
  }

  private String unit() {
    return where.school().isEmpty() ? where.township() : where.school();
  }

  private boolean twoPersons() {
    return rules.stream().anyMatch(terms.plan()::twoPersons);
  }

  /** As it stands on that day. */
  CaseFile file(LocalDate asOf) {
    SortedSet<String> open = new TreeSet<>();
    findings.forEach(
        (finding, state) -> {
          if (state.open()) {
            open.add(finding);
          }
        });
    @Nullable LocalDate due = due();
    return new CaseFile(
        id,
        stage,
        new TreeSet<>(findings.keySet()),
        open,
        rules,
        where,
        new CaseFile.Dates(
            registered, opened, assignedOn, answeredOn, verifiedOn, filedOn, reportOn, noticeOn),
        due,
        due != null && asOf.isAfter(due),
        rebounds,
        reviews,
        new CaseFile.People(assigned, helpers, answeredBy, verifiedBy, noticeNumber),
        stage == CaseStage.FILED ? Set.of() : gaps(asOf),
        history);
  }

  private @Nullable LocalDate due() {
    if (stage == CaseStage.FILED || stage == CaseStage.VERIFIED) {
      return null;
    }
    if (stage == CaseStage.ANSWERED) {
      LocalDate since = answeredOn == null ? opened : answeredOn;
      return twoPersons() ? since.plusDays(terms.plan().verifyWithin().value()) : null;
    }
    return extendedTo == null ? opened.plusDays(days()) : extendedTo;
  }

  private long days() {
    return rules.stream()
        .mapToLong(rule -> terms.plan().days(rule, terms.severity().apply(rule)))
        .min()
        .orElse(0);
  }

  private Set<CaseGap> gaps(LocalDate asOf) {
    Set<CaseGap> gaps = EnumSet.noneOf(CaseGap.class);
    if (!owned()) {
      gaps.add(CaseGap.NO_UNIT);
    }
    if (assigned.isEmpty()) {
      gaps.add(CaseGap.NO_PERSON);
    }
    boolean atWork = stage.compareTo(CaseStage.ANSWERED) < 0;
    if (twoPersons() && atWork && named() < HELPERS) {
      gaps.add(CaseGap.NO_HELPERS);
    }
    if (stage == CaseStage.ANSWERED && !papers) {
      gaps.add(CaseGap.NO_EVIDENCE);
    }
    boolean reportDue = asOf.isAfter(opened.plusDays(terms.plan().reportAfter().value()));
    if (twoPersons() && atWork && reportOn == null && reportDue) {
      gaps.add(CaseGap.NO_REPORT);
    }
    if (twoPersons() && stage == CaseStage.ANSWERED) {
      gaps.add(CaseGap.NOT_VERIFIED);
    }
    return gaps;
  }

  private long named() {
    return helpers.stream().filter(name -> !name.isBlank()).count();
  }
}

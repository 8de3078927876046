package cn.bidui.ledger.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.CaseAct;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.Told;
import cn.bidui.ledger.Transition;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** What must hold of every case, however its nights and its people come. */
class CaseLawsTest {

  private static final int STEPS = 24;
  private static final List<String> PEOPLE = List.of("甲", "乙", "丙");
  private static final List<String> OUTCOMES = List.of("F3", "A1", "B5", "F2");

  /** Scripts from a fixed start, so that a build never fails by chance. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @Property(tries = 400, seed = "7", shrinking = ShrinkingMode.OFF)
  @interface Law {}

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(1, 1_000_000);
  }

  @Law
  void aCaseIsAsLookingBackOverEverythingTellsIt(@ForAll("seeds") long seed) {
    Script script = new Script(seed);
    for (int step = 0; step < STEPS; step++) {
      script.step();
      if (script.book().of("C").isPresent()) {
        CaseFile file = script.book().of("C").get();
        CaseModel model = new CaseModel(script.counting());
        assertThat(file.open()).as("%s", script.counting()).isEqualTo(model.open());
        assertThat(file.stage()).as("%s", script.counting()).isEqualTo(model.stage());
        assertThat(file.rebounds()).as("%s", script.counting()).isEqualTo(model.rebounds());
        assertThat(file.reviews()).as("%s", script.counting()).isEqualTo(model.reviews());
      }
    }
  }

  @Law
  void nothingIsFiledWhileAnythingIsOpenOrASecondPersonIsWanted(@ForAll("seeds") long seed) {
    Script script = new Script(seed);
    for (int step = 0; step < STEPS; step++) {
      script.step();
      script.book().cases().values().stream()
          .filter(file -> file.stage().compareTo(CaseStage.ANSWERED) >= 0)
          .forEach(file -> assertThat(file.open()).isEmpty());
      script.book().cases().values().stream()
          .filter(file -> file.stage() == CaseStage.FILED)
          .filter(file -> file.rules().contains("absent"))
          .forEach(file -> assertThat(checks(file)).isTrue());
    }
  }

  /** Somebody looked who gave none of the answers that stand, or each answer names its own. */
  private static boolean checks(CaseFile file) {
    return file.history().stream().anyMatch(event -> event.kind() == CaseEvent.Kind.VERIFIED);
  }

  @Law
  void whatIsTakenBackWasNeverSaid(@ForAll("seeds") long seed) {
    Script script = new Script(seed).withoutUndo();
    for (int step = 0; step < STEPS; step++) {
      script.step();
    }
    CaseBook before = script.book();
    long line = script.say();
    script.undo(line);
    assertThat(script.book()).isEqualTo(before);
  }

  @Law
  void whatHasHappenedStays(@ForAll("seeds") long seed) {
    Script script = new Script(seed).withoutUndo();
    List<CaseEvent> before = List.of();
    for (int step = 0; step < STEPS; step++) {
      script.step();
      List<CaseEvent> now = script.book().of("C").map(CaseFile::history).orElse(List.of());
      assertThat(now.subList(0, before.size())).isEqualTo(before);
      before = now;
    }
  }

  @Law
  void theSameLogTellsTheSameCases(@ForAll("seeds") long seed) {
    Script one = new Script(seed);
    Script other = new Script(seed);
    for (int step = 0; step < STEPS; step++) {
      one.step();
      other.step();
    }
    assertThat(other.book()).isEqualTo(one.book());
  }

  /** Random nights and words about one case, with the ledger's own table of states (contract). */
  private static final class Script {
    private final Random random;
    private final Told told = new Told();
    private final Map<Long, CaseModel.Step> said = new TreeMap<>();
    private final Map<Long, Entry> words = new TreeMap<>();
    private final Map<String, FindingState> before = new HashMap<>();
    private final Map<String, Long> shownOpen = new HashMap<>();
    private LocalDate day = Told.FIRST;
    private boolean undoes = true;

    Script(long seed) {
      random = new Random(seed);
    }

    Script withoutUndo() {
      undoes = false;
      return this;
    }

    CaseBook book() {
      return CaseBook.now(told.log(), day, Casework.TERMS);
    }

    List<CaseModel.Step> counting() {
      return List.copyOf(said.values());
    }

    void step() {
      int die = random.nextInt(undoes ? 10 : 9);
      if (die < 4 || (words.isEmpty() && die > 7)) {
        night();
      } else if (die < 9) {
        say();
      } else if (!words.isEmpty()) {
        List<Long> lines = new ArrayList<>(words.keySet());
        undo(lines.get(lines.size() - 1));
      }
    }

    void undo(long line) {
      told.says(new Entry.Undone(List.of(line), "戊", day, ""));
      said.remove(line);
      words.remove(line);
    }

    long say() {
      String by = PEOPLE.get(random.nextInt(PEOPLE.size()));
      return switch (random.nextInt(5)) {
        case 0 -> keep(Told.act("C", CaseAct.VISIT, by, day, "去了"), new CaseModel.Visit());
        case 1 -> keep(Told.act("C", CaseAct.VERIFY, by, day, ""), new CaseModel.Verify(by));
        case 2 -> keep(Told.act("C", CaseAct.FILE, by, day, ""), new CaseModel.File());
        default -> answer(by);
      };
    }

    /** To a finding that was seen before; else a visit. */
    private long answer(String by) {
      List<String> known = before.keySet().stream().sorted().toList();
      if (known.isEmpty()) {
        return keep(Told.act("C", CaseAct.VISIT, by, day, "去了"), new CaseModel.Visit());
      }
      String finding = known.get(random.nextInt(known.size()));
      String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
      String verifier = random.nextInt(3) == 0 ? PEOPLE.get(random.nextInt(PEOPLE.size())) : "";
      return keep(
          Told.answer(finding, outcome, by, verifier, day),
          new CaseModel.Answer(finding, !outcome.equals("F2"), outcome.equals("F3"), by, verifier));
    }

    private long keep(Entry entry, CaseModel.Step step) {
      // What is said before the first night is about nothing yet.
      if (before.isEmpty()) {
        night();
      }
      long line = told.says(entry);
      said.put(line, step);
      words.put(line, entry);
      return line;
    }

    private void night() {
      List<Transition> moved = new ArrayList<>();
      Map<String, FindingState> states = new TreeMap<>();
      for (String finding : List.of("A", "B", "P")) {
        @Nullable FindingState from = before.get(finding);
        boolean first = before.isEmpty() && finding.equals("A");
        @Nullable FindingState now = first ? FindingState.NEW : state(finding, from);
        boolean gone = now == FindingState.RESOLVED && from == FindingState.RESOLVED;
        if (now != null && !gone) {
          states.put(finding, now);
          before.put(finding, now);
          if (now != from && now != FindingState.PERSISTING) {
            @Nullable FindingState was = from == FindingState.RESOLVED ? null : from;
            moved.add(Told.moved(finding, Casework.rule(finding), "C", was, now));
          }
        }
      }
      day = day.plusDays(1);
      long line = told.night(day, moved);
      said.put(line, new CaseModel.Night(states));
      states.forEach(
          (finding, state) -> {
            if (state != FindingState.EXPLAINED) {
              shownOpen.put(finding, line);
            }
          });
    }

    /** As the ledger's table has it; an answer may lapse on any night. */
    private @Nullable FindingState state(String finding, @Nullable FindingState from) {
      boolean shown = random.nextInt(4) > 0;
      if (from == null) {
        return random.nextInt(3) == 0 ? FindingState.NEW : null;
      }
      if (!shown) {
        return FindingState.RESOLVED;
      }
      if (stands(finding) && random.nextInt(5) > 0) {
        return FindingState.EXPLAINED;
      }
      return from.open() ? FindingState.PERSISTING : FindingState.REOPENED;
    }

    private boolean stands(String finding) {
      boolean stands = false;
      for (Map.Entry<Long, Entry> each : words.entrySet()) {
        if (each.getValue() instanceof Entry.Answered answer
            && answer.findingId().equals(finding)) {
          stands =
              !answer.outcome().equals("F2") && each.getKey() > shownOpen.getOrDefault(finding, 0L);
        }
      }
      return stands;
    }
  }
}

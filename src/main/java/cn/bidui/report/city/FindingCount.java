package cn.bidui.report.city;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.ledger.FindingState;
import cn.bidui.report.Dropouts;
import cn.bidui.report.Standing;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts findings as they are read; of whom they are is known only to tell persons apart. */
final class FindingCount {

  /** The rule that asks for money that somebody waits for. */
  static final String UNFUNDED = "unfunded-eligible";

  private final SortedMap<String, Standing> rules = new TreeMap<>();
  private final Map<SchoolStage, Standing> dropouts = new EnumMap<>(SchoolStage.class);
  private final SortedMap<Program, Waiting> unfunded = new TreeMap<>();
  private final Waiting allUnfunded = new Waiting();

  /**
   * One finding.
   *
   * @param subject who or what it is about
   */
  record Line(
      String rule,
      FindingState state,
      String outcome,
      String subject,
      String stage,
      Program program,
      BigDecimal due) {

    /** No person. */
    @Override
    public String toString() {
      return "Line[" + rule + "]";
    }
  }

  /** Persons who wait for money. */
  private static final class Waiting {

    private final Set<String> people = new HashSet<>();
    private final Set<String> toCheck = new HashSet<>();
    private BigDecimal yuan = Due.NO_MONEY;
    private BigDecimal yuanToCheck = Due.NO_MONEY;

    void add(Line line) {
      people.add(line.subject());
      yuan = yuan.add(line.due());
      if (line.outcome().equals(Outcome.UNFUNDED_TO_CHECK.label())) {
        toCheck.add(line.subject());
        yuanToCheck = yuanToCheck.add(line.due());
      }
    }

    Due due() {
      return new Due(people.size(), toCheck.size(), yuan, yuanToCheck);
    }
  }

  void add(Line line) {
    Standing one = Standing.NONE.with(line.state());
    rules.merge(line.rule(), one, Standing::plus);
    if (Dropouts.RULES.contains(line.rule())) {
      dropouts.merge(SchoolStage.of(line.stage()), one, Standing::plus);
    }
    if (line.rule().equals(UNFUNDED) && line.state().open()) {
      unfunded.computeIfAbsent(line.program(), program -> new Waiting()).add(line);
      allUnfunded.add(line);
    }
  }

  Figures figures() {
    SortedMap<Program, Due> dues = new TreeMap<>();
    unfunded.forEach((program, waiting) -> dues.put(program, waiting.due()));
    return new Figures(rules, dues, allUnfunded.due(), new TreeMap<>(dropouts));
  }
}

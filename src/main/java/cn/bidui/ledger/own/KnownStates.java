package cn.bidui.ledger.own;

import cn.bidui.ledger.Answers;
import cn.bidui.ledger.own.Fate.Left;
import cn.bidui.ledger.own.Fate.Taken;
import cn.bidui.ledger.own.PersonSearch.Nobody;
import cn.bidui.ledger.own.PersonSearch.Person;
import cn.bidui.plan.OwnWords;
import cn.bidui.source.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the rows of a bureau's own ledger answers to the findings of the latest publication
 * (导入已知状态). Every row has a fate; a finding gets one answer at most.
 */
public final class KnownStates {

  private final Collection<Asked> asked;
  private final Namesakes namesakes;
  private final TopicWords topics;
  private final RowAnswer answers;

  /**
   * For one ledger.
   *
   * @param asked what is published about persons and not resolved
   * @param before what has been answered so far
   * @param by who imports it
   */
  public KnownStates(
      Collection<Asked> asked,
      Answers before,
      OwnWords words,
      Namesakes namesakes,
      LocalDate asOf,
      String by) {
    this.asked = asked;
    this.namesakes = namesakes;
    this.topics = new TopicWords(words);
    this.answers = new RowAnswer(new OutcomeWords(words), before, asOf, by);
  }

  /** The fates of {@code rows}, in their order. */
  public List<Fate> settle(List<OwnRow> rows) {
    PersonSearch persons = new PersonSearch(asked, rows, namesakes);
    return once(rows.stream().map(topics::titled).map(row -> fate(row, persons)).toList());
  }

  private Fate fate(OwnRow row, PersonSearch persons) {
    PersonSearch.Found found = persons.find(row);
    if (found instanceof Nobody nobody) {
      return nobody.left();
    }
    return about(row, ((Person) found).asked());
  }

  private Fate about(OwnRow row, List<Asked> person) {
    Optional<List<String>> rules = topics.of(row);
    if (rules.isEmpty()) {
      return Left.of(row, Reason.UNKNOWN_TOPIC, row.text(Field.TOPIC));
    }
    List<Asked> fitting =
        person.stream().filter(each -> rules.get().isEmpty() || fits(each, rules.get())).toList();
    if (fitting.isEmpty()) {
      return Left.of(row, Reason.OTHER_TOPIC, listed(person));
    }
    List<Asked> open =
        fitting.stream()
            .filter(each -> each.listed().state().open() && !answers.isAnswered(each))
            .toList();
    List<Asked> choice = open.isEmpty() ? fitting : open;
    return choice.size() == 1
        ? answers.answer(row, choice.get(0))
        : Left.of(row, Reason.SEVERAL_FINDINGS, listed(choice));
  }

  private static boolean fits(Asked asked, List<String> rules) {
    return rules.contains(asked.listed().finding().rule());
  }

  /** {@code F3a91c07b2d4e 应助未助、…}. */
  private static String listed(List<Asked> asked) {
    return asked.stream()
        .map(each -> each.findingId() + " " + TopicWords.title(each.listed().finding().rule()))
        .sorted()
        .collect(Collectors.joining("、"));
  }

  /** Of rows that say the same of one finding the first is taken; of others none is. */
  private static List<Fate> once(List<Fate> fates) {
    Map<String, List<Taken>> byFinding = new LinkedHashMap<>();
    for (Fate fate : fates) {
      if (fate instanceof Taken taken) {
        byFinding.computeIfAbsent(taken.answered().findingId(), id -> new ArrayList<>()).add(taken);
      }
    }
    return fates.stream()
        .map(
            fate ->
                fate instanceof Taken taken
                    ? among(taken, byFinding.getOrDefault(taken.answered().findingId(), List.of()))
                    : fate)
        .toList();
  }

  private static Fate among(Taken taken, List<Taken> all) {
    if (!all.stream().allMatch(taken::saysTheSame)) {
      String places =
          all.stream()
              .filter(other -> !other.equals(taken))
              .map(other -> other.row().place())
              .collect(Collectors.joining("、"));
      return Left.of(taken.row(), Reason.CONTRADICTED, taken.answered().findingId(), places);
    }
    Taken first = all.get(0);
    return first.equals(taken) ? taken : Left.of(taken.row(), Reason.REPEATED, first.row().place());
  }
}

package cn.bidui.acceptance;

import cn.bidui.acceptance.MonthFiles.Kind;
import cn.bidui.fixture.people.Chance;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the made county from 1 November to 4 December 2025: thirty nights, four missed.
 * Some children have a part of their own; of the others a seeded chance decides from list to list.
 */
final class MonthScript {

  /** Who carries out what the script says, in the program and in the model. */
  interface Hands {
    /** Drops a list as it stands. */
    void drop(Kind kind) throws IOException;

    /** Drops the same bytes under another name. */
    void dropAgain(Kind kind) throws IOException;

    /** Drops a list that lacks a column. */
    void dropUnreadable() throws IOException;

    /** Puts the rejected row of a child right in the answer to its list, and returns that. */
    void correct(String child) throws IOException;

    void withdraw(Kind kind);

    void answer(String about, String outcome, @Nullable LocalDate until, String by);

    void undo(String about);

    /** Does something about the case of a finding. */
    void does(String about, String act, String by, String... more);

    /** Tries to, and is told that it cannot be. */
    void cannot(String about, String act, String by);

    /** The findings that were open in the last night, in order. */
    List<String> open();
  }

  /** The nights without a run. */
  private static final Set<Integer> MISSED = Set.of(9, 16, 23, 27);

  private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
  private static final int NIGHTS = 30;

  /** The night that is run twice, and the one that releases what a guard held. */
  static final int TWICE = 12;

  static final int RELEASE = 24;

  private static final String TEACHER = "张老师";
  private static final String OFFICER = "周干事";

  private final Chance chance;
  private final MonthCounty county;
  private final String comesAndGoes;
  private final String never;
  private final String later;
  private final String unreadable;
  private final String changing;
  private final String undone;
  private final String twice;
  private final String misnamed;
  private final String sick;
  private final String away;
  private final String returned;
  private final String enrolled;
  private final String hidden;
  private final String vanishing;
  private final String lost;
  private final String abroad;
  private final String elsewhere;
  private final List<String> paid = new ArrayList<>();
  private final List<String> moving = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  MonthScript(long seed, MonthCounty county) {
    this.chance = new Chance(seed).forPurpose("month");
    this.county = county;
    comesAndGoes = county.entitled();
    never = county.entitled();
    later = county.entitled();
    unreadable = county.entitled();
    changing = county.entitled();
    undone = county.entitled();
    twice = county.entitled();
    misnamed = county.take(child -> child.entitled() && child.name().length() == 3);
    sick = county.monitored();
    away = county.monitored();
    returned = county.monitored();
    enrolled = county.monitored();
    hidden = county.monitored();
    vanishing = county.ordinary();
    lost = county.ordinary();
    abroad = county.monitored();
    for (int i = 0; i < 5; i++) {
      paid.add(county.entitled());
      moving.add(county.ordinary());
    }
    for (int i = 0; i < 3; i++) {
      told.add(county.monitored());
    }
    elsewhere = county.watched();
    begin();
  }

  /** What is wrong from the first night on. */
  private void begin() {
    List.of(comesAndGoes, never, later).forEach(child -> county.grants.put(child, List.of()));
    pay(changing, -1_000);
    county.grants.put(twice, List.of(standard(twice), standard(twice)));
    String name = county.child(misnamed).name();
    county.names.put(misnamed, name.substring(0, 2) + "某");
    county.roll.remove(elsewhere);
    for (String child : List.of(sick, away, returned, enrolled)) {
      outOfSchool(child, "因病");
    }
  }

  private void outOfSchool(String child, String reason) {
    county.roll.remove(child);
    county.grants.remove(child);
    county.reasons.put(child, reason);
  }

  private long standard(String child) {
    return county.child(child).standard();
  }

  /** Grants the standard and so much more. */
  private void pay(String child, long more) {
    county.grants.put(child, List.of(standard(child) + more));
  }

  /** The days on which there is a run. */
  static List<LocalDate> nights() {
    List<LocalDate> nights = new ArrayList<>();
    for (int day = 1; nights.size() < NIGHTS; day++) {
      if (!MISSED.contains(day)) {
        nights.add(FIRST.plusDays(day - 1));
      }
    }
    return nights;
  }

  /** What happens between the night before and night number {@code night}, from 1. */
  void evening(int night, LocalDate asOf, Hands hands) throws IOException {
    people(night, hands);
    chanceAnswers(night, asOf, hands);
    switch (night) {
      case 4 -> {
        hands.withdraw(Kind.HOUSEHOLDS);
        county.roll.remove(vanishing);
      }
      case 5 -> {
        pay(comesAndGoes, 0);
        pay(unreadable, -2 * standard(unreadable));
      }
      case 6 -> hands.correct(unreadable);
      case 7 -> {
        pay(unreadable, 0);
        pay(twice, 0);
      }
      case 8 -> {
        county.roll.addAll(List.of(vanishing, enrolled));
        county.reasons.remove(enrolled);
        pay(enrolled, 0);
      }
      case 9 -> {
        pay(changing, -2_000);
        county.names.remove(misnamed);
      }
      case 10 -> hands.dropUnreadable();
      case 11 -> county.roll.remove(lost);
      case 12 -> pay(undone, -500);
      case 13 -> county.roll.remove(abroad);
      case 14 -> county.grants.put(comesAndGoes, List.of());
      case 15 -> county.roll.remove(vanishing);
      case 17 -> county.reasons.put(returned, "因厌学");
      case 20 -> county.roll.add(abroad);
      case 22 -> {
        county.left.addAll(county.grownUps().subList(0, 25));
        outOfSchool(hidden, "因残");
      }
      default -> {}
    }
    lists(night, hands);
  }

  private void lists(int night, Hands hands) throws IOException {
    if (Set.of(1, 4, 8, 11, 13, 15, 18, 20, 22, 26, 29).contains(night)) {
      moving.forEach(this::comeOrGo);
      hands.drop(Kind.ROLL);
    }
    if (Set.of(1, 5, 7, 9, 12, 14, 17, 20, 22, 25, 28).contains(night)) {
      paid.forEach(this::granted);
      hands.drop(Kind.AID);
    }
    if (Set.of(1, 6, 8, 17, 19, 22, 27).contains(night)) {
      told.forEach(this::toldOf);
      hands.drop(Kind.HOUSEHOLDS);
    }
    if (night == 16) {
      hands.dropAgain(Kind.AID);
    }
  }

  private void comeOrGo(String child) {
    if (chance.permille(300) && !county.roll.remove(child)) {
      county.roll.add(child);
    }
  }

  private void granted(String child) {
    if (chance.permille(400)) {
      switch (chance.below(4)) {
        case 0 -> county.grants.put(child, List.of());
        case 1 -> pay(child, -100L * chance.between(3, 9));
        case 2 -> county.grants.put(child, List.of(standard(child), standard(child)));
        default -> pay(child, 0);
      }
    }
  }

  private void toldOf(String child) {
    if (chance.permille(500) && county.reasons.remove(child) == null) {
      county.reasons.put(child, chance.permille(500) ? "因病" : "因厌学");
    }
  }

  // --- people ----------------------------------------------------------------------------------

  private void people(int night, Hands hands) {
    switch (night) {
      case 2 -> {
        String ill = "never-enrolled " + sick;
        hands.does("unfunded-eligible " + never, "assign", OFFICER, TEACHER);
        hands.answer(ill, "B5", LocalDate.of(2025, 11, 20), TEACHER);
        hands.cannot(ill, "verify", TEACHER);
        hands.does(ill, "verify", OFFICER);
      }
      case 3 -> {
        hands.answer("unfunded-eligible " + later, "G7", LocalDate.of(2025, 11, 12), TEACHER);
        hands.answer("never-enrolled " + away, "A4", null, TEACHER);
        hands.answer("never-enrolled " + returned, "F3", null, TEACHER);
        hands.does("never-enrolled " + returned, "verify", OFFICER);
        hands.answer("underpaid " + changing, "G8", null, TEACHER);
      }
      case 6 -> hands.does("vanished-from-roll " + vanishing, "visit", TEACHER, "--note", "家访");
      case 10 -> hands.does("vanished-from-roll " + vanishing, "verify", OFFICER);
      case 13 -> {
        hands.answer("underpaid " + undone, "G8", null, TEACHER);
        hands.answer("vanished-from-roll " + lost, "F1", null, TEACHER);
        String[] helpers = {"--teacher", TEACHER, "--cadre", "马主任", "--guardian", "父亲"};
        hands.does("vanished-from-roll " + lost, "helpers", OFFICER, helpers);
      }
      case 14 -> hands.does("never-enrolled " + enrolled, "verify", OFFICER);
      case 15 -> hands.undo("underpaid " + undone);
      case 16 -> hands.answer("vanished-from-roll " + lost, "F3", null, TEACHER);
      case 17 -> {
        String[] why = {"--note", "没有见到本人"};
        hands.does("vanished-from-roll " + lost, "send-back", OFFICER, why);
      }
      case 19 -> {
        String[] until = {"--until", "2025-12-02"};
        hands.does("vanished-from-roll " + lost, "extend", OFFICER, until);
      }
      case 21 -> hands.answer("unfunded-eligible " + comesAndGoes, "G3", null, TEACHER);
      default -> {}
    }
  }

  private void chanceAnswers(int night, LocalDate asOf, Hands hands) {
    List<String> others =
        hands.open().stream()
            .filter(about -> anyOf(paid, about) || anyOf(moving, about) || anyOf(told, about))
            .toList();
    if (others.isEmpty() || night % 2 == 0) {
      return;
    }
    String about = chance.of(others);
    switch (chance.below(5)) {
      case 0 -> hands.answer(about, "F1", null, TEACHER);
      case 1 -> hands.answer(about, "B5", asOf.plusDays(chance.between(0, 6)), TEACHER);
      case 2 -> hands.answer(about, "F3", null, TEACHER);
      default -> hands.answer(about, "G8", null, TEACHER);
    }
  }

  private static boolean anyOf(List<String> children, String about) {
    return children.stream().anyMatch(about::endsWith);
  }
}

package cn.bidui.acceptance;

import cn.bidui.acceptance.ClerkBook.Grid;
import cn.bidui.acceptance.ClerkBook.Line;
import cn.bidui.acceptance.ExpectedAnswers.Said;
import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.NightSeal;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.source.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** What clerks do to a workbook of findings: answers first, then everything that Excel offers. */
final class AnswerMischief {

  private static final List<OutcomeCode> CODES =
      List.of(OutcomeCode.values()).stream().filter(code -> code != OutcomeCode.S).toList();
  private static final List<String> PEOPLE = List.of("王老师", "李老师", "周干事");

  private final Random random;
  private final LocalDate asOf;

  AnswerMischief(Random random, LocalDate asOf) {
    this.random = random;
    this.asOf = asOf;
  }

  /** Fills in and turns about a workbook. */
  void on(ClerkBook book) {
    fillIn(book);
    if (random.nextInt(20) == 0) {
      sealElsewhere(book);
    }
    for (Grid grid : book.grids) {
      copyRows(grid);
      insertRows(grid);
      deleteRows(grid);
      if (random.nextBoolean()) {
        Collections.shuffle(grid.lines, random);
      }
      grid.lines.forEach(line -> line.hidden = random.nextInt(9) == 0);
      if (random.nextInt(3) == 0) {
        grid.shuffleColumns(random);
      }
      grid.above = random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0;
      dropTrailingBlanks(grid);
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(book.grids, random);
      for (int at = 0; at < book.grids.size(); at++) {
        book.grids.get(at).name = "表" + (at + 1);
      }
    }
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  // --- answers --------------------------------------------------------------------------------

  private void fillIn(ClerkBook book) {
    int rows = book.grids.stream().mapToInt(grid -> grid.lines.size()).sum();
    for (Grid grid : book.grids) {
      for (Line line : grid.lines) {
        if (random.nextInt(Math.max(1, rows)) < 7) {
          if (chance(6)) {
            wrongly(grid, line);
          } else {
            rightly(grid, line, any(CODES));
          }
        } else if (chance(40)) {
          empty(grid, line);
        }
        if (chance(60)) {
          damage(grid, line);
        }
      }
    }
  }

  private void empty(Grid grid, Line line) {
    for (String title : List.of("处理结果", "说明", "日期", "佐证", "有效期至")) {
      grid.set(line, title, "");
    }
    line.meant = Said.NOTHING;
  }

  private void rightly(Grid grid, Line line, OutcomeCode code) {
    LocalDate until = code.untilRequired() || chance(8) ? asOf.plusDays(random.nextInt(300)) : null;
    LocalDate date = chance(3) ? asOf.minusDays(random.nextInt(20)) : null;
    EvidenceKind evidence = chance(3) ? any(List.of(EvidenceKind.values())) : null;
    String note = chance(2) ? "电话核实" + random.nextInt(5) : "";
    String by = any(PEOPLE);
    List<String> spellings =
        List.of(
            code.name(),
            code.name().toLowerCase(java.util.Locale.ROOT),
            code.label(Messages.ZH),
            code.published(),
            " " + code.published() + " ");
    grid.set(line, "处理结果", any(spellings));
    grid.set(line, "说明", note);
    grid.set(line, "处理人", by);
    grid.set(line, "日期", date == null ? "" : spelled(date));
    grid.set(line, "佐证", evidence == null ? "" : evidence.label(Messages.ZH));
    grid.set(line, "有效期至", until == null ? "" : spelled(until));
    line.meant = new Said(code.name(), note, by, date, evidence, until, "", false);
  }

  private Object spelled(LocalDate day) {
    return switch (random.nextInt(5)) {
      case 0 -> day.toString();
      case 1 -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
      case 2 -> "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      case 3 -> day.toString().replace("-", "");
      default -> day;
    };
  }

  private void wrongly(Grid grid, Line line) {
    rightly(grid, line, OutcomeCode.G4);
    switch (random.nextInt(9)) {
      case 0 -> spoil(grid, line, "处理结果", "已解决了", "ANSWER-UNKNOWN");
      case 1 -> {
        grid.set(line, "说明", "问过了");
        spoil(grid, line, "处理结果", "", "ANSWER-MISSING");
      }
      case 2 -> spoil(grid, line, "处理人", "", "ANSWER-NOBODY");
      case 3 -> spoil(grid, line, "佐证", "听说的", "ANSWER-EVIDENCE");
      case 4 -> spoil(grid, line, "日期", "上个星期", "ANSWER-DATE");
      case 5 -> spoil(grid, line, "日期", spelled(asOf.plusDays(3)), "ANSWER-DATE-LATER");
      case 6 -> spoil(grid, line, "有效期至", "明年", "ANSWER-UNTIL");
      case 7 -> spoil(grid, line, "有效期至", spelled(asOf.minusDays(1)), "ANSWER-UNTIL-PAST");
      default -> {
        grid.set(line, "有效期至", "");
        spoil(grid, line, "处理结果", "B4", "ANSWER-UNTIL-MISSING");
      }
    }
  }

  private static void spoil(Grid grid, Line line, String title, Object value, String code) {
    grid.set(line, title, value);
    line.fault = code;
  }

  private void damage(Grid grid, Line line) {
    String title = chance(2) ? ClerkBook.KEY : ClerkBook.CHECK;
    String text = grid.text(line, title);
    if (!text.isEmpty()) {
      int at = random.nextInt(text.length());
      String other = text.charAt(at) == '7' ? "8" : "7";
      grid.set(line, title, text.substring(0, at) + other + text.substring(at + 1));
      line.fault = "ANSWER-KEY-CHANGED";
    }
  }

  /** The workbook of another county: its seals are right, and not ours. */
  private static void sealElsewhere(ClerkBook book) {
    NightSeal other = NightSeal.of(LocalDate.of(2025, 11, 1), List.of());
    for (Grid grid : book.grids) {
      for (Line line : grid.lines) {
        grid.set(line, ClerkBook.CHECK, other.seal(grid.text(line, ClerkBook.KEY)));
        line.fault = "ANSWER-KEY-FOREIGN";
      }
    }
    book.meta.remove("check");
    book.meta.put("night", other.id());
    book.meta.put("check", other.seal(new TreeMap<>(book.meta)));
  }

  // --- rows -----------------------------------------------------------------------------------

  private void copyRows(Grid grid) {
    for (Line line : List.copyOf(grid.lines)) {
      if (chance(60)) {
        Line copy = line.copy();
        if (line.fault.isEmpty() && chance(2)) {
          rightly(grid, copy, any(CODES));
        }
        grid.lines.add(copy);
      }
    }
  }

  private void insertRows(Grid grid) {
    if (chance(4)) {
      grid.lines.add(random.nextInt(grid.lines.size() + 1), Line.blank(grid.titles.size()));
    }
    if (chance(6)) {
      Line typed = Line.blank(grid.titles.size());
      rightly(grid, typed, OutcomeCode.G4);
      typed.fault = "ANSWER-NOT-KEYED";
      grid.lines.add(random.nextInt(grid.lines.size() + 1), typed);
    }
  }

  private void deleteRows(Grid grid) {
    if (chance(3)) {
      List<Line> kept = new ArrayList<>();
      grid.lines.forEach(
          line -> {
            if (!chance(8)) {
              kept.add(line);
            }
          });
      grid.lines.clear();
      grid.lines.addAll(kept);
    }
  }

  private static void dropTrailingBlanks(Grid grid) {
    while (!grid.lines.isEmpty()
        && grid.lines.get(grid.lines.size() - 1).cells.stream()
            .allMatch(cell -> cell.toString().isEmpty())) {
      grid.lines.remove(grid.lines.size() - 1);
    }
  }
}

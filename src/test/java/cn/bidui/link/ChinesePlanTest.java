package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.frame.Frame;
import cn.bidui.link.frame.MadeFrame;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Invented pupils of two lists, whose names were heard, read, changed or spelled differently. */
class ChinesePlanTest {

  private static final int PUPILS = 594;

  private static final String PLAN =
      """
      plan: pupils
      lists: {roll: roll.csv, aid: aid.csv}
      fields:
        name: name
        former: name
        born: date
        school:
      passes:
        - [name, born]
        - {name: heard, keys: [sound(name), born]}
        - [born, school]
      comparisons:
        name: {kind: chinese-name, fields: [name, former]}
        born:
        school: exact
      """;

  private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵");
  private static final List<String> FIRST = List.of("子", "雨", "建", "春", "文", "思", "永", "秋", "嘉");

  /** By kind of slip, how the last character stands on either list. */
  private static final List<String> ROLL = List.of("明", "伟", "晴", "红", "磊", "丽");

  private static final List<String> AID = List.of("明", "炜", "睛", "新", "lei", "麗");

  @Test
  void pupilsAreFoundHoweverTheirNamesWereWritten() {
    PlanLinks links = PlanLinker.link(frame(), plan(), null);
    PairList found = links.links();
    assertThat(
            IntStream.range(0, found.size())
                .mapToObj(i -> found.left(i) + "-" + (found.right(i) - PUPILS)))
        .containsExactlyElementsOf(IntStream.range(0, PUPILS).mapToObj(i -> i + "-" + i).toList());
    assertThat(links.undecided().size()).isZero();
  }

  @Test
  void variantsAreOneKeyAndHomophonesAnother() {
    PairList found = PlanLinker.link(frame(), plan(), null).links();
    assertThat(IntStream.range(0, 6).map(found::pass)).containsExactly(0, 1, 2, 2, 1, 0);
  }

  private static LinkPlan plan() {
    Mistakes mistakes = new Mistakes();
    return LinkPlan.read("pupils.yml", PLAN, mistakes).orElseThrow();
  }

  private static Frame frame() {
    List<String> roll = new ArrayList<>();
    List<String> aid = new ArrayList<>();
    for (int i = 0; i < PUPILS; i++) {
      int slip = i % 6;
      String start = SURNAMES.get(i % 7) + FIRST.get(i / 6 % 9);
      String rest =
          "|%d-%02d-%02d|school %d".formatted(2008 + i % 5, 1 + i % 11, 1 + i % 28, i % 13);
      roll.add(start + ROLL.get(slip) + "|" + rest);
      aid.add(
          slip == 3
              ? SURNAMES.get(i % 7) + "晨曦|" + start + ROLL.get(slip) + rest
              : start + AID.get(slip) + "|" + rest);
    }
    return new MadeFrame(plan().fields()).list("roll", roll).list("aid", aid).frame();
  }
}

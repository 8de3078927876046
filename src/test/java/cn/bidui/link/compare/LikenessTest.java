package cn.bidui.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTest {

  @Test
  void jaroWinklerIsAsPublished() {
    assertThat(JaroWinkler.hundredths("martha", "marhta")).isEqualTo(96);
    assertThat(JaroWinkler.hundredths("dixon", "dicksonx")).isEqualTo(81);
    assertThat(JaroWinkler.hundredths("dwayne", "duane")).isEqualTo(84);
    assertThat(JaroWinkler.hundredths("same", "same")).isEqualTo(100);
    assertThat(JaroWinkler.hundredths("ab", "xy")).isZero();
    assertThat(JaroWinkler.hundredths("", "xy")).isZero();
    assertThat(JaroWinkler.hundredths("", "")).isEqualTo(100);
  }

  @Test
  void wordsAreSharedInAnyOrder() {
    assertThat(SharedWords.words("pan, red steel (red)")).containsExactly("pan", "red", "steel");
    assertThat(SharedWords.words("--")).isEmpty();
  }

  @Test
  void marksNeverCallFarWhatIsNot() {
    Edits edits = new Edits();
    List<String> texts = texts();
    check(texts, (a, b, shared) -> Math.max(a, b) - shared <= 2, (x, y) -> edits.count(x, y) <= 2);
    check(
        texts,
        (a, b, shared) -> JaroWinkler.most(a, b, shared) >= 80,
        (x, y) -> JaroWinkler.hundredths(x, y) >= 80);
  }

  @Test
  void marksTellMostOfWhatIsFar() {
    List<String> texts = List.of("", "mitchell green", "harley mccarthy", "x".repeat(80));
    Marks marks = marks(texts, (a, b, shared) -> Math.max(a, b) - shared <= 2);
    assertThat(marks.far(marks.of(1), marks.of(2))).isTrue();
    assertThat(marks.far(marks.of(1), marks.of(1))).isFalse();
    assertThat(marks.far(marks.of(1), marks.of(3))).as("longer than marks reach").isFalse();
  }

  private static void check(List<String> texts, Marks.Needed needed, Near near) {
    Marks marks = marks(texts, needed);
    for (int a = 1; a < texts.size(); a++) {
      for (int b = 1; b < texts.size(); b++) {
        if (marks.far(marks.of(a), marks.of(b))) {
          assertThat(near.test(texts.get(a), texts.get(b))).isFalse();
        }
      }
    }
  }

  private static Marks marks(List<String> texts, Marks.Needed needed) {
    int[] all = IntStream.range(0, texts.size()).toArray();
    return Marks.of(all, texts.size(), texts::get, Marks::characters, needed);
  }

  private static List<String> texts() {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, 300)
        .mapToObj(i -> random.ints(1 + i % 9, 'a', 'g'))
        .map(
            of ->
                of.collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .toList();
  }

  @FunctionalInterface
  private interface Near {
    boolean test(String left, String right);
  }
}

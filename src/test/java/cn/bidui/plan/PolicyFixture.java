package cn.bidui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.person.Boarding;
import cn.bidui.person.Grade;
import cn.bidui.source.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Policies of the repository and of tests, and what they say in one short line. */
final class PolicyFixture {

  private PolicyFixture() {}

  static NamedText file(String name) {
    try {
      return new NamedText(name, Files.readString(Path.of("jobs", "policies", name + ".yml")));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static AidPolicies shipped(String... names) {
    return read(Arrays.stream(names).map(PolicyFixture::file).toList());
  }

  /** Of a file over the national one. */
  static AidPolicies over(String text) {
    return read(List.of(file("national"), new NamedText("test.yml", text)));
  }

  private static AidPolicies read(List<NamedText> files) {
    Mistakes mistakes = new Mistakes();
    AidPolicies read = AidPolicies.read(files, mistakes);
    assertThat(mistakes.all()).isEmpty();
    return read;
  }

  /**
   * A pupil as tables name one: {@code JUNIOR-2}, and {@code DAY}, {@code BOARDER}, {@code HOME} or
   * {@code OTHER}.
   */
  static Attendance pupil(String term, String grade, @Nullable String how) {
    @Nullable Boarding boarding = one(Boarding.values(), how);
    @Nullable Province province = one(Province.values(), how);
    return new Attendance(Term.parse(term), Grade.parse(grade), boarding, province);
  }

  private static <E extends Enum<E>> @Nullable E one(E[] constants, @Nullable String word) {
    return Arrays.stream(constants).filter(c -> c.name().equals(word)).findFirst().orElse(null);
  }

  static Set<Category> held(@Nullable String codes) {
    Set<Category> held = EnumSet.noneOf(Category.class);
    Stream.of(codes == null ? new String[0] : codes.split(" "))
        .map(code -> Category.ofCode(code).orElseThrow())
        .forEach(held::add);
    return held;
  }

  /**
   * {@code 500.00}, {@code 500.00..1500.00 ~1000.00}, {@code <=12000.00}, {@code local}, {@code -}.
   */
  static String said(Optional<AidStandard> standard) {
    return standard.map(PolicyFixture::said).orElse("-");
  }

  private static String said(AidStandard standard) {
    String average = standard.average() == null ? "" : " ~" + standard.average();
    if (!standard.compared()) {
      return average.isEmpty() ? "local" : average.strip();
    }
    if (standard.payment() == AidStandard.Payment.CAP) {
      return "<=" + standard.most();
    }
    String once = standard.payment() == AidStandard.Payment.ONCE ? " once" : "";
    if (!standard.tiers().isEmpty()) {
      return joined(standard.tiers()) + average;
    }
    String range = standard.least() + ".." + standard.most();
    return (standard.fixed() ? standard.least() + "" : range) + once + average;
  }

  private static String joined(Collection<?> things) {
    return things.stream().map(Object::toString).collect(Collectors.joining("|"));
  }
}

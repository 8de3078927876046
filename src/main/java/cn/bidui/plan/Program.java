package cn.bidui.plan;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An aid program (资助项目).
 *
 * @param code the name in policies ({@code living-allowance})
 * @param name the name that reports print
 * @param spellings how aid lists write it, besides {@code name}
 * @param payer who pays: it decides where a child's aid is to be looked for
 * @param due whether an eligible pupil without it is asked about; programs that are tuition waivers
 *     or paid in pilot counties only are not
 * @param fullTimeOnly whether part-time pupils are left out
 * @param leastAge completed years at the start of the term below which it is not due; 0 for none
 * @param excludes codes of programs that may not be held in the same term
 * @param paidWithin days after the first day of a term by which it has to be paid; null where the
 *     files say nothing of this program
 * @param publicTitle what a list that hangs on a wall calls it (公示名称); blank where no file says
 */
public record Program(
    String code,
    String name,
    List<String> spellings,
    Payer payer,
    boolean due,
    boolean fullTimeOnly,
    int leastAge,
    List<String> excludes,
    @Nullable Limit paidWithin,
    String publicTitle) {

  /** Who pays (资金发放地). */
  public enum Payer {
    /** Where the pupil is enrolled (学籍所在地). */
    SCHOOL,
    /** Where the household is registered (户籍所在地). */
    HUKOU
  }

  private static final Pattern TERM_BEFORE =
      Pattern.compile("^(20\\d{2}(20\\d{2})?(年|学年|年度)?)?(第?[一二12]学期|[春秋]季?(学期)?)?");

  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{Nd}]");

  public Program {
    spellings = List.copyOf(spellings);
    excludes = List.copyOf(excludes);
  }

  /**
   * What a public list may call it: the public title, else its name, whichever does not tell why
   * somebody gets it; empty if both do.
   */
  public Optional<String> titleInPublic() {
    return Stream.of(publicTitle, name)
        .filter(title -> !title.isBlank() && !TellingWords.in(title))
        .findFirst();
  }

  /** Whether the two may not be held in the same term, whichever of them says so. */
  public boolean excludes(Program other) {
    return excludes.contains(other.code) || other.excludes.contains(code);
  }

  /**
   * The form by which spellings are compared: {@code 2024年春季学期 寄宿生生活补助（小学）} → {@code 寄宿生生活补助小学}.
   */
  static String fold(String written) {
    String compatible = Normalizer.normalize(written, Normalizer.Form.NFKC);
    String folded = MARKS.matcher(compatible.toUpperCase(Locale.ROOT)).replaceAll("");
    String cut = TERM_BEFORE.matcher(folded).replaceFirst("");
    return cut.isEmpty() ? folded : cut;
  }
}

package cn.bidui.plan;

import cn.bidui.source.Term;
import cn.bidui.source.Term.Season;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which terms pupils began the stage at which they are (入学学期): documents let those who had begun
 * keep an older standard until they finish (老生老办法).
 *
 * @param from the first entry term; null if none is too early
 * @param to the last entry term; null if none is too late
 */
public record Entered(@Nullable Term from, @Nullable Term to) {

  /** It makes no difference when they began. */
  public static final Entered ANYTIME = new Entered(null, null);

  /** Whether it makes no difference when they began. */
  public boolean anytime() {
    return from == null && to == null;
  }

  /**
   * Whether it holds of pupils who began in {@code entry}; of an unknown entry, only if anytime.
   */
  public boolean holds(Optional<Term> entry) {
    return anytime()
        || entry
            .filter(term -> from == null || from.compareTo(term) <= 0)
            .filter(term -> to == null || to.compareTo(term) >= 0)
            .isPresent();
  }

  /** The first term in which pupils of {@code year} can have entered so; null if there is none. */
  @Nullable Term firstAt(int year) {
    return from == null ? null : new Term(from.year() + year - 1, Season.AUTUMN);
  }

  /** The last term in which pupils of {@code year} can have entered so; null if there is none. */
  @Nullable Term lastAt(int year) {
    if (to == null) {
      return null;
    }
    int entry = to.season() == Season.AUTUMN ? to.year() : to.year() - 1;
    return new Term(entry + year, Season.SPRING);
  }
}

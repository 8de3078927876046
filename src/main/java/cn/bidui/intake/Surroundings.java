package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import java.util.List;

/**
 * What stands around a header: the rows above it, the sheet's name, the file's name. Its words
 * decide only between lists that the columns cannot tell apart.
 */
record Surroundings(String caption) {

  static Surroundings of(List<String> titles, String sheet, String file) {
    return new Surroundings(String.join("\n", titles) + "\n" + sheet + "\n" + file);
  }

  /** Whether words by which the profile's titles are known stand there. */
  boolean name(ColumnProfile profile) {
    return profile.titles().in(caption);
  }

  /** Whether the profile may be meant at all. */
  boolean allow(ColumnProfile profile) {
    return profile.titles().allow(caption);
  }

  /** The texts are titles of lists, but nobody vouches for them. */
  @Override
  public String toString() {
    return "Surroundings";
  }
}

package cn.bidui.source;

/**
 * For whom a list speaks (范围): the whole county, or one unit (a school or a township) named by the
 * inbox sub-folder or a setting. A partial list replaces the rows of exactly its unit.
 */
public record Scope(String unit) {

  /** The whole county. */
  public static final Scope COUNTY = new Scope("");

  /** Whether it is the whole county. */
  public boolean countyWide() {
    return unit.isEmpty();
  }
}

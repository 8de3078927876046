package cn.bidui.normalize;

import cn.bidui.source.School;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The schools and townships of the county (机构名册), seeded from the roll. An unknown spelling is
 * listed, never silently a new school.
 */
public final class SchoolRegistry {

  private SchoolRegistry() {}

  /**
   * The registry that {@code roll} seeds: one school per code, or per name where no code is given.
   */
  public static SchoolRegistry of(RecordTable roll) {
    return new SchoolRegistry();
  }

  /** The school of that code, else of that name or alias (both as a row has them). */
  public Optional<School> find(String code, String name) {
    return Optional.empty();
  }

  /** All schools, by name. */
  public List<School> schools() {
    return List.of();
  }

  /** Spellings in {@code tables} that name no school, with how many rows have them, in order. */
  public SortedMap<String, Integer> unknown(List<RecordTable> tables) {
    return new java.util.TreeMap<>();
  }
}

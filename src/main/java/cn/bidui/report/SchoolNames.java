package cn.bidui.report;

import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.Field;
import cn.bidui.source.School;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every spelling of every school that tonight's lists, findings and registry hold, so that a
 * workbook for one school can be freed of all the others.
 */
final class SchoolNames {

  private final SchoolRegistry registry;
  private final Set<String> all = new HashSet<>();

  SchoolNames(NightReport night) {
    registry = night.schools();
    registry.schools().forEach(school -> all.addAll(spellings(school)));
    all.addAll(night.unknownSchools().keySet());
    night.findings().forEach(finding -> all.add(finding.finding().school()));
    night.tables().values().forEach(this::addFrom);
    all.remove("");
  }

  /** Spellings are few, rows are many: each code of the dictionary is looked up once. */
  private void addFrom(RecordTable table) {
    Set<Integer> codes = new HashSet<>();
    for (int row = 0; row < table.size(); row++) {
      codes.add(table.code(Field.SCHOOL_NAME, row));
    }
    codes.forEach(code -> all.add(table.strings().text(code)));
  }

  /** Every way to write {@code school}. */
  Set<String> spellings(String school) {
    Set<String> own = new HashSet<>(Set.of(school));
    registry.find("", school).ifPresent(known -> own.addAll(spellings(known)));
    return own;
  }

  /** Every way to write the schools that lie in {@code township}. */
  Set<String> spellingsIn(String township) {
    Set<String> own = new HashSet<>();
    registry.schools().stream()
        .filter(school -> school.township().equals(township))
        .forEach(school -> own.addAll(spellings(school)));
    return own;
  }

  private static Set<String> spellings(School school) {
    Set<String> all = new HashSet<>(school.aliases());
    all.add(school.name());
    return all;
  }

  /** Replaces every school outside {@code own}. */
  Substitutes outside(Set<String> own, String replacement) {
    Map<String, String> replacements = new HashMap<>();
    all.forEach(name -> replacements.put(name, replacement));
    own.forEach(name -> replacements.put(name, name));
    return new Substitutes(replacements);
  }
}

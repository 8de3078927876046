package cn.bidui.normalize;

import cn.bidui.source.Field;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.Term;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The term of a grant, from the row's 学年 and 学期, else from the file. A row that names only one of
 * the two takes the other from the file, if they agree.
 */
final class TermReader implements FieldReader {

  private record Seen(String schoolYear, String term, String label) {}

  /** Neighbors nearly always name the same term. */
  private @Nullable Seen latest;

  @Override
  public String read(RowReading row, Field field) {
    if (!row.sound(Field.SCHOOL_YEAR)) {
      return "";
    }
    String schoolYear = row.text(Field.SCHOOL_YEAR);
    String term = row.text(field);
    if (schoolYear.isEmpty() && term.isEmpty()) {
      @Nullable Term ofFile = row.term();
      return ofFile == null ? row.refuse(ProblemCode.VALUE_MISSING, field) : ofFile.label();
    }
    String label = label(schoolYear, term, row.term());
    if (!label.isEmpty()) {
      return label;
    }
    return row.refuse(ProblemCode.TERM_UNREADABLE, term.isEmpty() ? Field.SCHOOL_YEAR : field);
  }

  private String label(String schoolYear, String term, @Nullable Term ofFile) {
    Seen seen = latest;
    if (seen != null && seen.term().equals(term) && seen.schoolYear().equals(schoolYear)) {
      return seen.label();
    }
    Optional<Term> named = Term.find(schoolYear, term);
    String label = named.or(() -> completed(schoolYear, term, ofFile)).map(Term::label).orElse("");
    latest = new Seen(schoolYear, term, label);
    return label;
  }

  private static Optional<Term> completed(String schoolYear, String term, @Nullable Term ofFile) {
    if (ofFile == null) {
      return Optional.empty();
    }
    String year = schoolYear.isEmpty() ? ofFile.schoolYear().label() : schoolYear;
    String half = term.isEmpty() ? ofFile.season().label() : term;
    return Term.find(year, half).filter(ofFile::equals);
  }
}

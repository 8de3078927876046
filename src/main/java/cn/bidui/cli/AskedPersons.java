package cn.bidui.cli;

import cn.bidui.batch.EvidenceRows;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.own.Asked;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;
import cn.bidui.person.StudentNumber;
import cn.bidui.source.Field;
import cn.bidui.source.RowRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom the published findings are about, in full: published data has masked ids, the archived rows
 * have whole ones.
 */
final class AskedPersons {

  private final EvidenceRows rows;

  AskedPersons(EvidenceRows rows) {
    this.rows = rows;
  }

  /** The findings of {@code published} about persons that are not resolved. */
  static List<LedgerFinding> aboutPersons(List<LedgerFinding> published) {
    return published.stream()
        .filter(each -> each.finding().subjectKind().equals("person"))
        .filter(each -> each.state() != FindingState.RESOLVED)
        .toList();
  }

  /** The rows that they rest on. */
  static List<RowRef> places(List<LedgerFinding> findings) {
    return findings.stream()
        .flatMap(each -> each.finding().evidence().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** With what is known of each person. */
  List<Asked> of(List<LedgerFinding> findings) {
    return findings.stream().map(this::asked).toList();
  }

  private Asked asked(LedgerFinding listed) {
    Finding finding = listed.finding();
    Person person = new Person(finding);
    for (RowRef place : finding.evidence()) {
      if (rows.has(place)) {
        person.add(rows.table(place), rows.row(place));
      }
    }
    return new Asked(
        listed, person.ids, person.invalid, person.numbers, person.names, person.schools);
  }

  /** Collects what rows about one person say; a guardian's row is not about the child. */
  private static final class Person {
    private final Finding finding;
    private final String name;
    private final Set<CitizenId> ids = new HashSet<>();
    private final Set<String> invalid = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> schools = new HashSet<>();

    Person(Finding finding) {
      this.finding = finding;
      this.name = PersonName.of(finding.name()).folded();
      names.add(name);
      schools.add(SchoolRegistry.folded(finding.school()));
    }

    void add(RecordTable table, int row) {
      CitizenIdReading id = CitizenId.read(table.text(Field.CITIZEN_ID, row));
      String written = PersonName.of(table.text(Field.NAME, row)).folded();
      if (written.equals(name) || isMasked(id)) {
        id(id);
        names.add(written);
        names.add(PersonName.of(table.text(Field.FORMER_NAME, row)).folded());
        StudentNumber.read(table.text(Field.STUDENT_NUMBER, row))
            .ifPresent(number -> numbers.add(number.text()));
        schools.add(SchoolRegistry.folded(table.text(Field.SCHOOL_NAME, row)));
        names.remove("");
        schools.remove("");
      }
    }

    private boolean isMasked(CitizenIdReading id) {
      CitizenId valid = id.idOrNull();
      return valid != null && valid.masked().equals(finding.citizenId());
    }

    private void id(CitizenIdReading id) {
      if (id instanceof CitizenIdReading.Valid valid) {
        ids.add(valid.id());
      } else if (id instanceof CitizenIdReading.Invalid wrong) {
        invalid.add(wrong.cleaned());
      }
    }
  }
}

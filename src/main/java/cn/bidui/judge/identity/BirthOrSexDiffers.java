package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Noted;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.IdentityNote;
import cn.bidui.normalize.ListRecord;
import cn.bidui.person.CitizenId;
import cn.bidui.person.Sex;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 出生日期或性别不一致: two lists state another birth date or sex of one person, or a list states another
 * than the id in the same row. One finding per pair of lists, or list and id, and field. Only what
 * a column states is compared; what was taken from the id says nothing new. Of a list that the id
 * beside it refutes, the lists that the id bears out are not asked about once more each.
 */
final class BirthOrSexDiffers implements Rule {

  /** What is compared. */
  private enum Trait {
    BIRTH(Field.BIRTH_DATE, "birth") {
      @Override
      String of(CitizenId id) {
        return id.birthDate().toString();
      }

      @Override
      String label(String value) {
        return value;
      }
    },
    SEX(Field.SEX, "sex") {
      @Override
      String of(CitizenId id) {
        return id.sex().name();
      }

      @Override
      String label(String value) {
        return Sex.valueOf(value).label();
      }
    };

    private final Field field;
    private final String sentence;

    Trait(Field field, String sentence) {
      this.field = field;
      this.sentence = sentence;
    }

    /** The canonical text that the id states. */
    abstract String of(CitizenId id);

    /** As a sentence prints it. */
    abstract String label(String value);
  }

  @Override
  public RuleCard card() {
    return RuleCard.ofAny(2, "birth-or-sex-differs", Severity.LOW);
  }

  @Override
  public Matter matter() {
    return Matter.IDENTITY;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    int comparisons = 0;
    for (Trait trait : Trait.values()) {
      Map<ListKind, Row<? extends ListRecord>> refuted = refuted(night, person, trait);
      comparisons += betweenLists(night, inquiry, person, trait, refuted.keySet());
      comparisons += withId(night, person, trait);
      refuted.values().forEach(row -> askOfId(night, inquiry, person, trait, row));
    }
    inquiry.compared(comparisons > 0 ? 1 : 0);
  }

  private static int betweenLists(
      Night night, Inquiry inquiry, Person person, Trait trait, Set<ListKind> refuted) {
    Map<ListKind, SortedSet<String>> stated = new TreeMap<>();
    for (Row<? extends ListRecord> row : person.rows()) {
      String value = night.text(row, trait.field);
      if (!value.isEmpty()) {
        stated.computeIfAbsent(row.list(), list -> new TreeSet<>()).add(value);
      }
    }
    List<ListKind> lists = new ArrayList<>(stated.keySet());
    for (int i = 0; i < lists.size(); i++) {
      for (ListKind other : lists.subList(i + 1, lists.size())) {
        if (refuted.contains(lists.get(i)) == refuted.contains(other)) {
          compare(night, inquiry, person, trait, stated, lists.get(i), other);
        }
      }
    }
    return Math.max(0, lists.size() - 1);
  }

  private static void compare(
      Night night,
      Inquiry inquiry,
      Person person,
      Trait trait,
      Map<ListKind, SortedSet<String>> stated,
      ListKind one,
      ListKind other) {
    SortedSet<String> here = stated.getOrDefault(one, Collections.emptySortedSet());
    SortedSet<String> there = stated.getOrDefault(other, Collections.emptySortedSet());
    // Two rows of one list that differ from each other agree with the other list if one of them
    // does.
    if (Collections.disjoint(here, there)) {
      List<String> values = List.of(trait.label(here.first()), trait.label(there.first()));
      inquiry.ask(
          question(night, inquiry, person, trait, values)
              .apart(one.code() + "/" + other.code())
              .evidence(rows(person, one))
              .evidence(rows(person, other))
              .says(
                  trait.sentence,
                  Lists.name(one),
                  values.get(0),
                  Lists.name(other),
                  values.get(1)));
    }
  }

  private static int withId(Night night, Person person, Trait trait) {
    return (int)
        person.rows().stream()
            .filter(row -> row.record().id().idOrNull() != null)
            .filter(row -> !night.text(row, trait.field).isEmpty())
            .count();
  }

  /** Rows that state another value than the id beside it, one of each list. */
  private static Map<ListKind, Row<? extends ListRecord>> refuted(
      Night night, Person person, Trait trait) {
    Map<ListKind, Row<? extends ListRecord>> refuted = new TreeMap<>();
    for (Row<? extends ListRecord> row : person.rows()) {
      @Nullable CitizenId id = row.record().id().idOrNull();
      String value = night.text(row, trait.field);
      boolean differs = id != null && !value.isEmpty() && !value.equals(trait.of(id));
      if (differs && !shared(night, row)) {
        refuted.merge(row.list(), row, (a, b) -> smaller(night, trait, a, b));
      }
    }
    return refuted;
  }

  /** An id that two people go by is somebody else's in one of the rows: {@code id-shared} asks. */
  private static boolean shared(Night night, Row<?> row) {
    return night
        .once(SharedIds.class, SharedIds::of)
        .rows()
        .contains(new Place(row.list(), row.index()));
  }

  private record Place(ListKind list, int row) {}

  /** The rows whose id two people go by, looked up once for all. */
  private record SharedIds(Set<Place> rows) {
    static SharedIds of(Night night) {
      Set<Place> rows = new HashSet<>();
      Noted.of(night, IdentityNote.Kind.ID_SHARED)
          .forEach(
              note -> {
                rows.add(new Place(note.left(), note.leftRow()));
                rows.add(new Place(note.right(), note.rightRow()));
              });
      return new SharedIds(rows);
    }
  }

  /** Of two rows of one list, the same one however they are ordered. */
  private static Row<? extends ListRecord> smaller(
      Night night, Trait trait, Row<? extends ListRecord> a, Row<? extends ListRecord> b) {
    return night.text(a, trait.field).compareTo(night.text(b, trait.field)) <= 0 ? a : b;
  }

  private static void askOfId(
      Night night, Inquiry inquiry, Person person, Trait trait, Row<? extends ListRecord> row) {
    @Nullable CitizenId id = row.record().id().idOrNull();
    if (id == null) {
      return;
    }
    List<String> values =
        List.of(trait.label(night.text(row, trait.field)), trait.label(trait.of(id)));
    inquiry.ask(
        question(night, inquiry, person, trait, values)
            .apart(row.list().code() + "/id")
            .evidence(List.of(row))
            .says(trait.sentence + "-id", Lists.name(row.list()), values.get(0), values.get(1)));
  }

  private static Question question(
      Night night, Inquiry inquiry, Person person, Trait trait, List<String> values) {
    return Question.about(night, inquiry, person)
        .outcome(Outcome.SOURCE_TO_CORRECT)
        .apart(trait.sentence)
        .found(String.join("、", values));
  }

  private static List<Row<? extends ListRecord>> rows(Person person, ListKind list) {
    return person.rows().stream().filter(row -> row.list() == list).toList();
  }
}

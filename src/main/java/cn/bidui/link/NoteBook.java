package cn.bidui.link;

import cn.bidui.link.IdentityNote.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what links say should be put right in a source. */
final class NoteBook {

  private final Matching matching;
  private final Columns columns;

  NoteBook(Matching matching) {
    this.matching = matching;
    this.columns = matching.columns;
  }

  /** All notes, in canonical order. */
  List<IdentityNote> notes() {
    List<Matching.Note> notes = new ArrayList<>(matching.notes);
    for (int first : firstsOfSeveralNames()) {
      notes.addAll(namesOf(matching.groups.members(first)));
    }
    return notes.stream()
        .sorted(
            Comparator.comparing(Matching.Note::kind)
                .thenComparing(Matching.Note::left)
                .thenComparing(Matching.Note::right)
                .thenComparing(Matching.Note::tier)
                .thenComparing(Matching.Note::detail))
        .distinct()
        .map(this::note)
        .toList();
  }

  /** The first rows of the groups that go by more than one name. */
  private int[] firstsOfSeveralNames() {
    RowPairs found =
        Parts.find(
            columns.size(),
            (from, to, firsts) -> {
              for (int row = from; row < to; row++) {
                int first = matching.groups.of(row);
                if (columns.name[first] != columns.name[row]) {
                  firsts.add(0, first);
                }
              }
            });
    return Arrays.stream(found.rows()).sorted().distinct().toArray();
  }

  private IdentityNote note(Matching.Note note) {
    return new IdentityNote(
        note.kind(),
        columns.kind(note.left()),
        columns.local(note.left()),
        columns.kind(note.right()),
        columns.local(note.right()),
        note.tier(),
        note.detail());
  }

  /** One note for each two names that the lists have for one person. */
  private List<Matching.Note> namesOf(int[] rows) {
    Map<List<Integer>, Integer> firsts = new TreeMap<>(Comparator.comparing(List::toString));
    for (int row : rows) {
      firsts.putIfAbsent(List.of(columns.list(row), columns.name[row]), row);
    }
    int[] each = firsts.values().stream().mapToInt(row -> row).sorted().toArray();
    List<Matching.Note> notes = new ArrayList<>();
    for (int i = 0; i < each.length; i++) {
      for (int j = i + 1; j < each.length; j++) {
        if (columns.name[each[i]] != columns.name[each[j]]) {
          notes.add(nameDiffers(each[i], each[j]));
        }
      }
    }
    return notes;
  }

  private Matching.Note nameDiffers(int a, int b) {
    Tier tier =
        Columns.same(columns.id[a], columns.id[b])
            ? Tier.ID_AND_SIMILAR_NAME
            : later(matching.tiers[a], matching.tiers[b]);
    return new Matching.Note(Kind.NAME_DIFFERS, a, b, tier, matching.names(a, b).key());
  }

  private static Tier later(Tier a, Tier b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}

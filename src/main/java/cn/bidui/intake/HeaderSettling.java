package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.Mistake;
import cn.bidui.plan.ProfileColumn;
import cn.bidui.plan.RememberedHeader;
import cn.bidui.source.CellRef;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Turns what a person says about the header of a file into a decision that holds for every header
 * of the same texts. Decides nothing itself and finds all mistakes at once.
 */
public final class HeaderSettling {

  private final Intake intake;

  public HeaderSettling(Intake intake) {
    this.intake = intake;
  }

  /**
   * What the person said.
   *
   * @param sheet the sheet that is meant; blank for the first that has such a header
   * @param as a column profile or a kind of list, by code or Chinese name
   * @param columns each {@code 列名=字段}; a field may be {@code -} or {@code 不读}
   */
  public record Said(String sheet, String as, List<String> columns, String by) {
    public Said {
      columns = List.copyOf(columns);
    }
  }

  /** What came of it. */
  public sealed interface Settled {
    /** A decision that can be journaled. */
    record Decided(RememberedHeader header) implements Settled {}

    /** At least one thing has to be said otherwise. */
    record Mistaken(List<Mistake> mistakes) implements Settled {
      public Mistaken {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /** One column and what it is said to hold, as it was typed. */
  private record Pair(String column, String field) {}

  /** A decision by one profile and what is wrong with it. */
  private record Attempt(ProfileMatch match, RememberedHeader told, List<Mistake> mistakes) {}

  /**
   * Finds the header that {@code said} speaks of and what it would mean.
   *
   * @throws IOException if the file cannot be read from the disk at all
   */
  public Settled settle(Path file, String name, Said said) throws IOException {
    List<Mistake> mistakes = new ArrayList<>();
    List<Pair> pairs = pairs(name, said, mistakes);
    List<ColumnProfile> profiles = Choices.profiles(intake.headers().profiles(), said.as());
    if (profiles.isEmpty()) {
      mistakes.add(mistake(name, "plan.remember.unknown-list", said.as(), lists()));
    }
    Optional<Found> found = Optional.empty();
    try {
      found = find(SheetHead.of(intake, Content.of(file)), said, pairs);
    } catch (Refusal refusal) {
      mistakes.add(mistake(name, "plan.remember.unreadable"));
      return new Settled.Mistaken(mistakes);
    }
    if (found.isEmpty()) {
      mistakes.add(mistake(name, "plan.remember.no-header"));
    }
    if (found.isEmpty() || profiles.isEmpty()) {
      return new Settled.Mistaken(mistakes);
    }
    return best(name, found.get(), profiles, pairs, said, mistakes);
  }

  /**
   * The fingerprints of the file's headers that this intake remembers a decision about.
   *
   * @throws IOException if the file cannot be read from the disk at all
   */
  public Set<String> remembered(Path file) throws IOException {
    try {
      return SheetHead.of(intake, Content.of(file)).stream()
          .flatMap(head -> head.line().stream())
          .map(HeaderLine::fingerprint)
          .filter(print -> intake.headers().memory().of(print).isPresent())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (Refusal refusal) {
      return Set.of();
    }
  }

  private static List<Pair> pairs(String name, Said said, List<Mistake> mistakes) {
    List<Pair> pairs = new ArrayList<>();
    for (String each : said.columns()) {
      int equals = Math.max(each.lastIndexOf('='), each.lastIndexOf('＝'));
      if (equals <= 0 || equals == each.length() - 1) {
        mistakes.add(mistake(name, "plan.remember.not-a-pair", each));
      } else {
        pairs.add(new Pair(each.substring(0, equals).strip(), each.substring(equals + 1).strip()));
      }
    }
    return pairs;
  }

  private String lists() {
    return intake.headers().profiles().all().stream()
        .flatMap(profile -> java.util.stream.Stream.of(profile.list().code(), profile.id()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** A header and the sheet on which it stands. */
  private record Found(SheetHead head, HeaderLine line) {}

  /** The first header that has all of the columns; else the first that was found at all. */
  private static Optional<Found> find(List<SheetHead> heads, Said said, List<Pair> pairs) {
    List<Found> meant = new ArrayList<>();
    for (SheetHead head : heads) {
      if (said.sheet().isEmpty() || said.sheet().equals(head.name())) {
        head.lines().forEach(line -> meant.add(new Found(head, line)));
      }
    }
    Optional<Found> whole =
        meant.stream()
            .filter(one -> !pairs.isEmpty())
            .filter(one -> pairs.stream().allMatch(pair -> has(one.line(), pair)))
            .findFirst();
    return whole.or(() -> meant.stream().filter(one -> one.head().line().isPresent()).findFirst());
  }

  private static boolean has(HeaderLine line, Pair pair) {
    return !Choices.columns(line, pair.column()).isEmpty();
  }

  private static Settled best(
      String name,
      Found found,
      List<ColumnProfile> profiles,
      List<Pair> pairs,
      Said said,
      List<Mistake> mistakes) {
    Attempt best =
        profiles.stream()
            .map(profile -> attempt(name, found.line(), profile, pairs, said.by()))
            .min(
                Comparator.<Attempt>comparingInt(one -> one.mistakes().size())
                    .thenComparing(
                        Attempt::match,
                        Recognition.nearest(found.head().caption(found.line(), name))))
            .orElseThrow();
    mistakes.addAll(best.mistakes());
    return mistakes.isEmpty() ? new Settled.Decided(best.told()) : new Settled.Mistaken(mistakes);
  }

  private static Attempt attempt(
      String name, HeaderLine line, ColumnProfile profile, List<Pair> pairs, String by) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<Integer, Field> columns = new TreeMap<>();
    Set<Integer> ignored = new TreeSet<>();
    for (Pair pair : pairs) {
      Optional<Integer> column = column(name, line, pair, mistakes);
      Optional<Field> field = field(name, profile, pair, mistakes);
      if (column.isPresent()
          && (columns.containsKey(column.get()) || ignored.contains(column.get()))) {
        mistakes.add(mistake(name, "plan.remember.column-twice", pair.column()));
      } else if (column.isPresent() && field.isPresent()) {
        columns.put(column.get(), field.get());
      } else if (column.isPresent() && Choices.nothing(pair.field())) {
        ignored.add(column.get());
      }
    }
    RememberedHeader told = RememberedHeader.of(line.fingerprint(), profile, columns, ignored, by);
    ProfileMatch match = new ProfileMatch(profile, line, told);
    if (mistakes.isEmpty()) {
      match.missing().forEach(choice -> mistakes.add(missing(name, profile, line, choice)));
    }
    return new Attempt(match, told, mistakes);
  }

  private static Mistake missing(
      String name, ColumnProfile profile, HeaderLine line, List<Field> choice) {
    String labels =
        choice.stream()
            .map(field -> profile.column(field).label())
            .collect(Collectors.joining(" / "));
    return mistake(
        name, "plan.remember.missing", labels, profile.title(), String.join("、", line.texts()));
  }

  private static Optional<Integer> column(
      String name, HeaderLine line, Pair pair, List<Mistake> mistakes) {
    List<Integer> columns = Choices.columns(line, pair.column());
    if (columns.isEmpty()) {
      mistakes.add(
          mistake(
              name,
              "plan.remember.unknown-column",
              pair.column(),
              String.valueOf(line.row()),
              String.join("、", line.texts())));
    } else if (columns.size() > 1) {
      String letters = columns.stream().map(CellRef::letters).collect(Collectors.joining("、"));
      mistakes.add(mistake(name, "plan.remember.column-ambiguous", pair.column(), letters));
    }
    return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
  }

  private static Optional<Field> field(
      String name, ColumnProfile profile, Pair pair, List<Mistake> mistakes) {
    Optional<Field> field = Choices.field(profile, pair.field());
    boolean readable =
        field.isPresent()
            && profile.columns().stream().anyMatch(column -> column.field() == field.get());
    if (!readable && !Choices.nothing(pair.field())) {
      String labels =
          profile.columns().stream().map(ProfileColumn::label).collect(Collectors.joining("、"));
      mistakes.add(
          mistake(name, "plan.remember.unknown-field", pair.field(), profile.title(), labels));
    }
    return readable ? field : Optional.empty();
  }

  private static Mistake mistake(String name, String key, String... words) {
    return new Mistake(name, 0, key, Arrays.asList(words));
  }
}

package cn.bidui.intake;

import cn.bidui.intake.ColumnReading.How;
import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.HeaderText;
import cn.bidui.plan.ProfileColumn;
import cn.bidui.plan.ProfileColumn.Evidence;
import cn.bidui.plan.TitleWords;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of a drafted profile. */
final class DraftYaml {

  private final ProfileMatch match;
  private final ColumnProfile base;
  private final Messages messages;
  private final StringBuilder yaml = new StringBuilder();

  /** Fields that the draft has columns for. */
  private final Set<Field> fields = EnumSet.noneOf(Field.class);

  /** Folded names that mean something in the draft already. */
  private final Set<String> meaning = new HashSet<>();

  DraftYaml(ProfileMatch match, Messages messages) {
    this.match = match;
    this.base = match.profile();
    this.messages = messages;
    fields.addAll(match.fields().keySet());
    match.missing().forEach(fields::addAll);
    base.columns().stream()
        .filter(column -> fields.contains(column.field()))
        .forEach(column -> meaning.add(HeaderText.fold(column.label())));
  }

  /** All of it, for the header of the file {@code name}. */
  String text(String name, String id) {
    comment("", messages.text("plan.draft.head", name, match.line().row()));
    line("profile: " + id);
    line("list: " + base.list().code());
    line("title: " + quoted(base.title()));
    titles(base.titles());
    Set<Field> decides = EnumSet.noneOf(Field.class);
    base.decides().stream().filter(fields::contains).forEach(decides::add);
    if (!decides.isEmpty()) {
      line("decides: " + list(codes(decides)));
    }
    oneOf();
    line("columns:");
    base.columns().stream().filter(column -> fields.contains(column.field())).forEach(this::column);
    known();
    return yaml.toString();
  }

  private void titles(TitleWords titles) {
    if (!titles.words().isEmpty()) {
      line("titles: " + list(titles.words()));
    }
    if (titles.needed()) {
      line("needs-title: true");
    }
  }

  private void oneOf() {
    List<List<String>> groups = new ArrayList<>();
    for (List<Field> choice : base.oneOf()) {
      groups.add(codes(choice.stream().filter(fields::contains).toList()));
    }
    if (!groups.isEmpty()) {
      line("one-of:");
      groups.forEach(group -> line("  - " + list(group)));
    }
  }

  private void column(ProfileColumn column) {
    line("  " + column.field().code() + ":");
    if (column.required()) {
      line("    required: true");
    }
    line("    label: " + quoted(column.label()));
    if (match.has(column.field())) {
      spellings(column);
    } else {
      comment("    ", messages.text("plan.draft.missing", column.label(), near(column)));
      line("    synonyms: []");
    }
    if (column.evidence() != Evidence.NONE) {
      line("    evidence: " + column.evidence().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (column.fillDown()) {
      line("    fill-down: true");
    }
  }

  /** Columns that are near to a missing one: named there, and left to the person. */
  private String near(ProfileColumn column) {
    String near =
        match.unknown().stream()
            .filter(cell -> Likeness.nearest(List.of(column), cell).isPresent())
            .map(cell -> flat(cell.title()))
            .collect(Collectors.joining("、"));
    return near.isEmpty() ? "—" : near;
  }

  private void spellings(ProfileColumn column) {
    Set<String> synonyms = new LinkedHashSet<>();
    Set<String> weak = new LinkedHashSet<>();
    Set<String> groups = new LinkedHashSet<>();
    Set<String> leaves = new LinkedHashSet<>();
    for (HeaderCell cell : match.cells(column.field())) {
      Optional<HeaderCell.Grouped> reading = match.grouped(cell);
      if (match.how(cell) == How.GROUP && reading.isPresent()) {
        groups.add(reading.get().group());
        leaves.add(reading.get().name());
      } else {
        own(match.how(cell) == How.WEAK ? weak : synonyms, cell.leaf());
      }
    }
    lines("synonyms", synonyms);
    lines("weak", weak);
    lines("groups", groups);
    lines("leaves", leaves);
  }

  /** The label is an accepted name anyway, and no name may mean two fields. */
  private void own(Set<String> names, String leaf) {
    if (meaning.add(leaf)) {
      names.add(leaf);
    }
  }

  private void lines(String key, Set<String> names) {
    if (!names.isEmpty()) {
      line("    " + key + ": " + list(names));
    }
  }

  private void known() {
    List<String> rest = new ArrayList<>();
    for (HeaderCell cell : match.line().cells()) {
      if (match.how(cell) == How.UNKNOWN && !nearMissing(cell)) {
        rest.add(entry(cell));
      }
    }
    if (!rest.isEmpty()) {
      comment("", messages.text("plan.draft.known"));
      line("known:");
      rest.forEach(this::line);
    }
    if (rest.stream().allMatch(entry -> entry.startsWith("  #"))) {
      line(rest.isEmpty() ? "known: []" : "  []");
    }
  }

  private boolean nearMissing(HeaderCell cell) {
    return base.columns().stream()
        .filter(column -> fields.contains(column.field()) && !match.has(column.field()))
        .anyMatch(column -> Likeness.nearest(List.of(column), cell).isPresent());
  }

  private String entry(HeaderCell cell) {
    String word = cell.groups().isEmpty() ? cell.leaf() : cell.readings().get(0).word();
    if (word.isEmpty() || !meaning.add(word)) {
      return "  # " + messages.text("plan.draft.same", flat(cell.title()));
    }
    List<ProfileColumn> open =
        base.columns().stream().filter(column -> !match.has(column.field())).toList();
    String meant =
        match.explained().contains(cell.column())
            ? ""
            : Likeness.nearest(open, cell)
                .map(name -> "  # " + messages.text("plan.draft.meant", name))
                .orElse("");
    return "  - " + quoted(word) + meant;
  }

  private static List<String> codes(Collection<Field> of) {
    return of.stream().map(Field::code).toList();
  }

  private static String list(Collection<String> texts) {
    return texts.stream().map(DraftYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Letters and digits stand as they are; YAML gives other characters meanings of its own. */
  private static String quoted(String text) {
    boolean plain =
        !text.isEmpty()
            && Character.isLetter(text.codePointAt(0))
            && text.codePoints().allMatch(point -> Character.isLetterOrDigit(point) || point == '-')
            && !Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "~")
                .contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : '"' + flat(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String flat(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  private void comment(String indent, String text) {
    text.lines().forEach(one -> line(indent + "# " + one));
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }
}

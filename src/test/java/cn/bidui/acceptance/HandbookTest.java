package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the handbook for clerks says is so: what it quotes, shows, names and asks for is there. */
class HandbookTest {

  private static final Path HANDBOOK = Path.of("docs/handbook.zh.md");
  private static final Path PICTURES = Path.of("docs/pictures");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(pictures/([^)]+)\\)");
  private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");
  private static final Pattern COMMAND = Pattern.compile("`bidui ([^`]+)`|(?m:^\\$ bidui (.+)$)");

  /** Commands that have commands of their own. */
  private static final Set<String> FAMILIES = Set.of("audit", "keys", "policy");

  private static final Pattern LIST_ROW =
      Pattern.compile("(?m)^\\| ([^|（]+)(?:（[^|]*）)? \\| [^|]+ \\| ([^|]+) \\|$");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  /** Enough of a message to know it again. */
  private static final int LETTERS = 4;

  private static final long MOST_BYTES = 150_000;

  private static String handbook;
  private static final Set<String> CATALOGS = new TreeSet<>();
  private static ColumnProfiles profiles;

  @BeforeAll
  static void readAll() throws IOException {
    handbook = Files.readString(HANDBOOK);
    for (Path file : files(Path.of("src/main/resources/messages"))) {
      if (!file.toString().endsWith("_en.properties")) {
        Properties catalog = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          catalog.load(reader);
        }
        catalog.stringPropertyNames().forEach(key -> CATALOGS.add(catalog.getProperty(key)));
      }
    }
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(Path.of("jobs/columns"))) {
      texts.put(file.toString(), Files.readString(file));
    }
    Mistakes mistakes = new Mistakes();
    profiles = ColumnProfiles.read(texts, mistakes);
    assertThat(mistakes.none()).isTrue();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void everyPictureIsThereAndShownAndSmall() throws IOException {
    Set<String> shown =
        PICTURE
            .matcher(handbook)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertThat(shown).hasSizeGreaterThan(5);
    assertThat(files(PICTURES))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(shown);
    for (Path file : files(PICTURES)) {
      BufferedImage picture = ImageIO.read(file.toFile());
      assertThat(picture.getWidth()).as(file.toString()).isBetween(600, 1200);
      assertThat(Files.size(file)).as(file.toString()).isLessThan(MOST_BYTES);
    }
  }

  @Test
  void everythingInQuotesIsSaidByTheProgram() {
    List<String> quoted =
        QUOTED.matcher(handbook).results().map(found -> found.group(1)).distinct().toList();

    assertThat(quoted).hasSizeGreaterThan(50);
    assertThat(quoted).allMatch(HandbookTest::isSaid, "is in a catalog of messages");
  }

  /** As a part of a message, or as a whole one with words filled in. */
  private static boolean isSaid(String words) {
    return CATALOGS.stream()
        .anyMatch(text -> text.contains(words) || filledIn(text).matcher(words).matches());
  }

  private static Pattern filledIn(String text) {
    String[] parts = ARGUMENT.split(text, -1);
    boolean telling = Arrays.stream(parts).mapToInt(String::length).sum() >= LETTERS;
    return telling
        ? Pattern.compile(
            Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".+")))
        : Pattern.compile(Pattern.quote(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.sheet.verdict",
        "report.sheet.to-correct",
        "report.sheet.marked",
        "report.sheet.comparison",
        "report.column.key",
        "report.column.key-check",
        "report.column.number",
        "report.column.row-number",
        "report.column.whom",
        "report.column.column",
        "report.column.current",
        "report.column.wrong",
        "report.column.required",
        "report.column.action",
        "report.column.original-row",
        "report.column.receipt",
        "report.feedback.look",
        "report.feedback.steps",
        "report.feedback.one-thing",
        "report.feedback.why-refused",
        "report.feedback.read",
        "report.feedback.totals",
        "report.feedback.verdict.accepted",
        "report.feedback.verdict.refused",
        "report.feedback.verdict.duplicate",
        "report.feedback.verdict.superseded",
        "report.feedback.verdict.held",
        "report.comparison.fixed.title",
        "report.comparison.still-wrong.title",
        "report.comparison.newly-wrong.title",
        "report.comparison.vanished.title",
        "report.comparison.changed.title",
        "report.comparison.added.title",
        "report.comparison.unchanged.title",
        "problem.FILE-PASSWORD.title",
        "problem.TERM-UNKNOWN.title"
      })
  void whatAnAnswerCallsItsPartsIsExplained(String key) {
    assertThat(handbook).contains("“" + Messages.ZH.text(key) + "”");
  }

  @Test
  void everyCommandHasTheOptionsThatAreNamed() {
    List<String> lines =
        COMMAND
            .matcher(handbook)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .distinct()
            .toList();

    assertThat(lines).hasSizeGreaterThan(6);
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      Office.Said help =
          FAMILIES.contains(words[0])
              ? Office.bidui(words[0], words[1], "--help")
              : Office.bidui(words[0], "--help");
      assertThat(help.exit()).as(line).isZero();
      Stream.of(words)
          .filter(word -> word.startsWith("--"))
          .forEach(option -> assertThat(help.out()).as(line).contains(option));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTableOfListsAsksForTheColumnsThatAreNeeded(ListKind kind) {
    List<String> named = new ArrayList<>();
    for (MatchResult row : LIST_ROW.matcher(handbook).results().toList()) {
      if (row.group(1).equals(Messages.ZH.text("report.list." + kind.code()))) {
        named.addAll(List.of(row.group(2).split("、|；| 或 ", -1)));
      }
    }

    Set<String> needed = new LinkedHashSet<>();
    Set<String> required = new LinkedHashSet<>();
    for (ColumnProfile profile : taken(kind)) {
      required.addAll(required(profile));
      // A list known by its title alone may leave these out; the table shows the surer way.
      if (!profile.titles().needed()) {
        profile.oneOf().forEach(any -> any.forEach(each -> needed.add(label(profile, each))));
      }
    }
    needed.addAll(required);
    assertThat(named).as("named").isNotEmpty();
    assertThat(new TreeSet<>(named)).isEqualTo(new TreeSet<>(needed));
  }

  private static List<ColumnProfile> taken(ListKind kind) {
    return profiles.of(kind).stream().filter(profile -> profile.instead().isEmpty()).toList();
  }

  private static List<String> required(ColumnProfile profile) {
    return profile.columns().stream()
        .filter(column -> column.required())
        .map(column -> column.label())
        .toList();
  }

  private static String label(ColumnProfile profile, Field field) {
    return profile.column(field).label();
  }
}

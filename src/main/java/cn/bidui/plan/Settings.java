package cn.bidui.plan;

import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one work folder ({@code bidui.yml}).
 *
 * @param unit the name of the bureau, as reports print it
 * @param threads how many files are read at once
 * @param lists what to assume of a list that does not say it
 * @param notifying where the digest of a night goes
 * @param submitters which unit is to send which lists (报送单位); empty: whoever ever sent one
 * @param retention how long what is kept about children is kept
 * @param backup where backups go
 * @param precautions against machines and shares that are not well
 * @param observe how runs are seen from outside
 * @param sources from where lists come by themselves, in order
 * @param termStarts when school begins, for the times of jobs
 */
public record Settings(
    String unit,
    Database database,
    int threads,
    Map<ListKind, ListSetting> lists,
    NotifyPlan notifying,
    SortedMap<String, List<ListKind>> submitters,
    RetentionPlan retention,
    BackupPlan backup,
    Precautions precautions,
    ObservePlan observe,
    List<ListSource> sources,
    TermStarts termStarts) {

  private static final String MAX_AGE = "maxAgeDays";

  /** Ten years; whoever writes more means something else. */
  private static final int MOST_DAYS = 3_650;

  /** The embedded database, two threads, data dates as received. */
  public static final Settings DEFAULT = read("bidui.yml", "", new Mistakes());

  public Settings {
    lists = Map.copyOf(lists);
    sources = List.copyOf(sources);
    submitters = Collections.unmodifiableSortedMap(new TreeMap<>(submitters));
  }

  /**
   * Where the index of the record is kept.
   *
   * @param url a JDBC URL; blank for the embedded database in {@code data/}
   * @param passwordFile a file that holds the password alone; blank for none
   */
  public record Database(String url, String user, String passwordFile) {

    /** The one in {@code data/}. */
    public static final Database EMBEDDED = new Database("", "", "");

    /** Whether it is the embedded one. */
    public boolean embedded() {
      return url.isEmpty();
    }
  }

  /**
   * What to assume where neither column, title nor file name says it.
   *
   * @param maxAgeDays a list whose data date lies further back is held; none: any age will do
   */
  public record ListSetting(Assume dataDate, Assume term, OptionalInt maxAgeDays) {}

  private static final ListSetting UNSET =
      new ListSetting(Assume.RECEIVED, Assume.RECEIVED, OptionalInt.empty());

  /** Either a rule for the missing word, or the file is answered with the question. */
  public enum Assume {
    /** Data date: the day of receipt. Term: the term in which the data date lies. */
    RECEIVED,
    ASK
  }

  /** Reads {@code text}; whatever is wrong goes to {@code mistakes}, and its default is taken. */
  public static Settings read(String file, String text, Mistakes mistakes) {
    Yaml root =
        Yaml.read(file, text, mistakes)
            .only(
                "unit",
                "database",
                "threads",
                "lists",
                "notify",
                "submitters",
                "retention",
                "backup",
                "step-limit-minutes",
                "inbox-marker",
                "observe",
                "term-starts");
    int threads = (int) root.at("threads").number(2);
    if (threads < 1 || threads > 64) {
      root.at("threads").mistake("plan.out-of-range", "threads", "1", "64");
      threads = 2;
    }
    SourceReader sources = new SourceReader();
    return new Settings(
        root.at("unit").text(""),
        database(root.at("database")),
        threads,
        lists(root.at("lists"), sources),
        NotifyPlan.read(root.at("notify")),
        submitters(root.at("submitters")),
        RetentionPlan.read(root.at("retention")),
        BackupPlan.read(root.at("backup")),
        Precautions.read(root),
        ObservePlan.read(root.at("observe")),
        sources.sources(),
        TermStarts.read(root.at("term-starts")));
  }

  /**
   * Whether {@code text} can be relied on for whom to tell: all of it is sound, or at least the
   * part that names the channels is there and sound. A text in which nothing stands was cut off.
   */
  public static boolean namesChannels(String text) {
    Mistakes mistakes = new Mistakes();
    Settings all = read("bidui.yml", text, mistakes);
    if (mistakes.none()) {
      return !text.isBlank();
    }
    Mistakes own = new Mistakes();
    Yaml channels = Yaml.read("bidui.yml", text, own).at("notify");
    return !channels.absent() && NotifyPlan.read(channels).equals(all.notifying()) && own.none();
  }

  /**
   * The same with the embedded database and without sources: for a copy of the work folder, which
   * must neither touch the database of the original nor ask for its lists.
   */
  public Settings embedded() {
    return with(Database.EMBEDDED, List.of());
  }

  /** The same with another database. */
  public Settings with(Database other) {
    return with(other, sources);
  }

  private Settings with(Database other, List<ListSource> from) {
    return new Settings(
        unit,
        other,
        threads,
        lists,
        notifying,
        submitters,
        retention,
        backup,
        precautions,
        observe,
        from,
        termStarts);
  }

  private static SortedMap<String, List<ListKind>> submitters(Yaml at) {
    SortedMap<String, List<ListKind>> submitters = new TreeMap<>();
    for (String unit : at.keys()) {
      List<ListKind> lists = new ArrayList<>();
      for (String code : at.at(unit).texts()) {
        ListKind.ofCode(code)
            .ifPresentOrElse(
                lists::add, () -> at.at(unit).mistake("plan.unknown-list", code, listCodes()));
      }
      submitters.put(unit.strip(), List.copyOf(lists));
    }
    return submitters;
  }

  private static Database database(Yaml at) {
    at.only("url", "user", "password-file");
    String url = at.at("url").text("");
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
      at.at("url").mistake("plan.unknown-database", "jdbc:postgresql://, jdbc:h2:");
    }
    return new Database(url, at.at("user").text(""), at.at("password-file").text(""));
  }

  private static Map<ListKind, ListSetting> lists(Yaml at, SourceReader sources) {
    Map<ListKind, ListSetting> lists = new EnumMap<>(ListKind.class);
    for (ListKind kind : ListKind.values()) {
      // A grant list of the wrong term makes false alarms by the hundred, so its term is asked for.
      lists.put(
          kind,
          new ListSetting(
              Assume.RECEIVED,
              kind == ListKind.AID ? Assume.ASK : Assume.RECEIVED,
              OptionalInt.empty()));
    }
    for (String code : at.keys()) {
      Yaml entry = at.at(code).only("data-date", "term", MAX_AGE, "from");
      @Nullable ListKind kind = ListKind.ofCode(code).orElse(null);
      if (kind == null) {
        at.name(code).mistake("plan.unknown-list", code, listCodes());
        continue;
      }
      sources.read(kind, entry.at("from"));
      ListSetting otherwise = lists.getOrDefault(kind, UNSET);
      lists.put(
          kind,
          new ListSetting(
              assume(entry.at("data-date"), otherwise.dataDate()),
              assume(entry.at("term"), otherwise.term()),
              maxAge(entry)));
    }
    return lists;
  }

  private static OptionalInt maxAge(Yaml entry) {
    if (!entry.keys().contains(MAX_AGE)) {
      return OptionalInt.empty();
    }
    long days = entry.at(MAX_AGE).number(0);
    if (days < 1 || days > MOST_DAYS) {
      entry.at(MAX_AGE).mistake("plan.out-of-range", MAX_AGE, "1", String.valueOf(MOST_DAYS));
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) days);
  }

  private static String listCodes() {
    return Arrays.stream(ListKind.values()).map(ListKind::code).collect(Collectors.joining(", "));
  }

  private static Assume assume(Yaml at, Assume otherwise) {
    return switch (at.text("")) {
      case "" -> otherwise;
      case "received" -> Assume.RECEIVED;
      case "ask" -> Assume.ASK;
      default -> {
        at.mistake("plan.not-a-choice", at.text(""), "received, ask");
        yield otherwise;
      }
    };
  }

  /** What to assume of lists of {@code kind}. */
  public ListSetting list(ListKind kind) {
    return lists.getOrDefault(kind, UNSET);
  }
}

package cn.bidui.endure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line of {@code scripts/endure} asks for.
 *
 * @param trial the one trial to make; -1 for all
 * @param shard 1 … shards
 * @param minutes after so many no further trial begins
 * @param again how often a trial that failed is made again before it counts as failed
 */
record Wishes(
    List<Family> families,
    Count count,
    int shard,
    int shards,
    long seed,
    int trial,
    Path results,
    long minutes,
    int again,
    Job job) {

  /** What is to be done. */
  enum Job {
    /** Trials are made. */
    TRY,
    /** Those made are told as a table. */
    TABLE,
    /** Those made are kept with the program. */
    KEEP
  }

  /** Where the trials of the full count are kept. */
  private static final Path KEPT = Path.of("docs", "trials.csv");

  private static final Count FULL = Family::inFull;

  private static final long DAY = 24L * 60;

  /** How many trials of a family. */
  @FunctionalInterface
  interface Count {
    int of(Family family);
  }

  /** Whether that trial is one of these. */
  boolean wants(int number) {
    return one() ? number == trial : number % shards == shard - 1;
  }

  /** Whether one trial is to be made, whatever the results say. */
  boolean one() {
    return trial >= 0;
  }

  static Wishes of(String... arguments) {
    Wishes wishes =
        new Wishes(
            Families.all(),
            Family::inCheck,
            1,
            1,
            1,
            -1,
            Path.of("target", "endure", "results.csv"),
            DAY,
            0,
            Job.TRY);
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      String option = words.next();
      wishes =
          switch (option) {
            case "--table" -> wishes.as(Job.TABLE);
            case "--keep" -> wishes.as(Job.KEEP);
            default -> wishes.with(option, words.next());
          };
    }
    return wishes;
  }

  private Wishes as(Job wanted) {
    return new Wishes(families, count, shard, shards, seed, trial, results, minutes, again, wanted);
  }

  /** Those that count as made: of the full count alone, since a build has to see for itself. */
  Kept kept() throws IOException {
    return job == Job.TRY && count != FULL ? Kept.none() : Kept.in(KEPT);
  }

  private Wishes with(String option, String value) {
    List<Family> chosen = families;
    Count many = count;
    int part = shard;
    int parts = shards;
    long chance = seed;
    int number = trial;
    Path file = results;
    long most = minutes;
    int times = again;
    switch (option) {
      case "--family" -> chosen = named(value);
      case "--shard" -> {
        part = Integer.parseInt(value.substring(0, value.indexOf('/')));
        parts = Integer.parseInt(value.substring(value.indexOf('/') + 1));
      }
      case "--count" -> many = count(value);
      case "--seed" -> chance = Long.parseLong(value);
      case "--trial" -> {
        number = Integer.parseInt(value);
        int enough = number + 1;
        many = family -> enough;
      }
      case "--results" -> file = Path.of(value);
      case "--minutes" -> most = Long.parseLong(value);
      case "--again" -> times = Integer.parseInt(value);
      default -> throw new IllegalArgumentException("unknown option " + option + "; see -h");
    }
    return new Wishes(chosen, many, part, parts, chance, number, file, most, times, job);
  }

  private static List<Family> named(String names) {
    List<Family> named = new ArrayList<>(Families.all());
    named.removeIf(family -> !List.of(names.split(",", -1)).contains(family.name()));
    if (named.isEmpty()) {
      String known = String.join(", ", Families.all().stream().map(Family::name).toList());
      throw new IllegalArgumentException("no family " + names + "; there are " + known);
    }
    return named;
  }

  private static Count count(String value) {
    return switch (value) {
      case "check" -> Family::inCheck;
      case "merge" -> Family::inMerge;
      case "full" -> FULL;
      default -> {
        int number = Integer.parseInt(value);
        yield family -> number;
      }
    };
  }
}

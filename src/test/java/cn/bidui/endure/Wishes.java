package cn.bidui.endure;

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
    boolean table) {

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
            false);
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      String option = words.next();
      wishes = option.equals("--table") ? wishes.asTable() : wishes.with(option, words.next());
    }
    return wishes;
  }

  private Wishes asTable() {
    return new Wishes(families, count, shard, shards, seed, trial, results, minutes, true);
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
      default -> throw new IllegalArgumentException("unknown option " + option + "; see -h");
    }
    return new Wishes(chosen, many, part, parts, chance, number, file, most, table);
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
      case "full" -> Family::inFull;
      default -> {
        int number = Integer.parseInt(value);
        yield family -> number;
      }
    };
  }
}

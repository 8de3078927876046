package cn.bidui.report;

import cn.bidui.link.Tier;
import cn.bidui.link.Waterfall.Rival;
import cn.bidui.link.Waterfalls;
import cn.bidui.source.Messages;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a publication says of some rows in {@code links.csv} and {@code undecided.csv}: by which
 * tier they were linked, which pairs were left open, and who else was in question.
 */
public final class PublishedLinks {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Map<Place, Tier> tiers = new HashMap<>();
  private final List<Open> open = new ArrayList<>();

  /** A row as it is published, which is without the unit that sent it. */
  private record Place(String file, String sheet, int row) {
    static Place of(RowRef row) {
      return new Place(row.file().name(), row.sheet(), row.row());
    }

    RowRef ref() {
      return new RowRef(new SourceFile("", file, ""), sheet, row);
    }
  }

  private record Open(Place left, Place right, int weight, String reason) {
    boolean has(Place place) {
      return left.equals(place) || right.equals(place);
    }

    Place other(Place place) {
      return left.equals(place) ? right : left;
    }
  }

  private PublishedLinks() {}

  /**
   * Reads what {@code data} says of {@code rows}; nothing where its files are gone.
   *
   * @param data the folder {@code data} of a publication
   */
  public static PublishedLinks read(Path data, Collection<RowRef> rows) throws IOException {
    PublishedLinks links = new PublishedLinks();
    Set<Place> wanted = rows.stream().map(Place::of).collect(Collectors.toCollection(HashSet::new));
    links.readTiers(data.resolve("links.csv"), wanted);
    links.readOpen(data.resolve("undecided.csv"), wanted);
    return links;
  }

  private void readTiers(Path file, Set<Place> wanted) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser lines = FORMAT.parse(reader)) {
      for (CSVRecord line : lines) {
        Place place = place(line, "");
        if (wanted.contains(place)) {
          tiers.put(place, tier(line.get("tier")));
        }
      }
    }
  }

  private void readOpen(Path file, Set<Place> wanted) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser lines = FORMAT.parse(reader)) {
      for (CSVRecord line : lines) {
        Place left = place(line, "left_");
        Place right = place(line, "right_");
        if (wanted.contains(left) || wanted.contains(right)) {
          int weight = new BigDecimal(line.get("weight")).movePointRight(2).intValueExact();
          open.add(new Open(left, right, weight, reason(line.get("reason"))));
        }
      }
    }
  }

  private static Place place(CSVRecord line, String side) {
    return new Place(
        Guard.plain(line.get(side + "file")),
        Guard.plain(line.get(side + "sheet")),
        Integer.parseInt(line.get(side + "row")));
  }

  private static Tier tier(String label) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.label().equals(label))
        .findFirst()
        .orElse(Tier.NONE);
  }

  /** Published in words; the key gives them back in any language. */
  private static String reason(String words) {
    return Messages.ZH.keys("link.undecided.").stream()
        .filter(key -> Messages.ZH.text(key).equals(words))
        .findFirst()
        .orElse("");
  }

  /** The weaker evidence of the two rows' own: what holds them together, or leaves them open. */
  public Tier tier(RowRef left, RowRef right) {
    Tier one = tiers.getOrDefault(Place.of(left), Tier.NONE);
    Tier other = tiers.getOrDefault(Place.of(right), Tier.NONE);
    if (one == Tier.NONE || other == Tier.NONE) {
      return one == Tier.NONE ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The message key of why the pair was left to a person; blank if it was not. */
  public String reason(RowRef left, RowRef right) {
    return pair(left, right).map(Open::reason).orElse("");
  }

  /** What the pair weighed when it was left to a person, in hundredths of a bit. */
  public Optional<Integer> weight(RowRef left, RowRef right) {
    return pair(left, right).map(Open::weight);
  }

  private Optional<Open> pair(RowRef left, RowRef right) {
    return open.stream()
        .filter(pair -> pair.has(Place.of(left)) && pair.has(Place.of(right)))
        .findFirst();
  }

  /** The other open pairs of the two rows. */
  public List<Rival> rivals(RowRef left, RowRef right) {
    List<Rival> rivals = new ArrayList<>();
    for (Place own : List.of(Place.of(left), Place.of(right))) {
      for (Open pair : open) {
        boolean itself = pair.has(Place.of(left)) && pair.has(Place.of(right));
        if (pair.has(own) && !itself) {
          rivals.add(new Rival(pair.other(own).ref(), pair.weight()));
        }
      }
    }
    return Waterfalls.strongest(rivals);
  }
}

package cn.bidui.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Files of the columns, names and truth of FEBRL 3 and 4, of people invented here: for where the
 * public ones are not at hand. Slips are single characters, blanked cells and swapped names, up to
 * three in a row and two in a cell.
 */
final class MadeFebrl {

  private static final String HEADER =
      "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state,"
          + " date_of_birth, soc_sec_id";
  private static final String[] SYLLABLES = {
    "ba", "den", "fi", "gor", "hal", "ja", "kem", "lo", "mi", "nor", "pu", "ran", "sel", "to", "vi"
  };
  private static final String[] STATES = {"nsw", "vic", "qld", "sa", "wa", "tas"};
  private static final String[] WAYS = {" street", " place", " crescent", " circuit"};

  private final SplittableRandom random = new SplittableRandom(3);
  private final List<String[]> people = new ArrayList<>();

  private MadeFebrl(int size) {
    for (int i = 0; i < size; i++) {
      people.add(person());
    }
  }

  /**
   * Writes dataset4a and dataset4b of {@code people} rows each, and dataset3, in which every second
   * of them stands and has up to four further rows.
   */
  static void write(Path folder, int people) throws IOException {
    MadeFebrl made = new MadeFebrl(people);
    Files.write(folder.resolve("dataset4a.csv"), made.rows(0, 1));
    Files.write(folder.resolve("dataset4b.csv"), made.rows(1, 1));
    Files.write(folder.resolve("dataset3.csv"), made.groups());
  }

  private List<String> rows(int dup, int every) {
    List<String> rows = new ArrayList<>(List.of(HEADER));
    for (int person = 0; person < people.size(); person += every) {
      rows.add(row(person, dup));
    }
    return rows;
  }

  private List<String> groups() {
    List<String> rows = rows(0, 2);
    for (int person = 0; person < people.size(); person += 2) {
      for (int dup = 1; dup <= person / 2 % 5; dup++) {
        rows.add(row(person, dup));
      }
    }
    return rows;
  }

  private String row(int person, int dup) {
    String[] cells = people.get(person).clone();
    for (int slip = 0; dup > 0 && slip < 1 + (person + dup) % 3; slip++) {
      slip(cells);
    }
    String id = dup == 0 ? "-org" : "-dup-" + (dup - 1);
    return "rec-" + person + id + ", " + String.join(", ", cells);
  }

  private String[] person() {
    return new String[] {
      word(2),
      word(3),
      Integer.toString(1 + random.nextInt(200)),
      word(3) + WAYS[random.nextInt(WAYS.length)],
      random.nextInt(3) == 0 ? "" : word(2) + " " + word(2),
      word(2) + word(1),
      Integer.toString(2000 + random.nextInt(800)),
      STATES[random.nextInt(STATES.length)],
      "19%02d%02d%02d"
          .formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28)),
      Integer.toString(1_000_000 + random.nextInt(9_000_000))
    };
  }

  private String word(int syllables) {
    return IntStream.range(0, syllables)
        .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
        .reduce("", String::concat);
  }

  private void slip(String[] cells) {
    int cell = random.nextInt(cells.length);
    int kind = random.nextInt(10);
    if (kind == 0) {
      cells[cell] = "";
    } else if (kind == 1) {
      List<String> names = Arrays.asList(cells[1], cells[0]);
      cells[0] = names.get(0);
      cells[1] = names.get(1);
    } else if (cells[cell].length() > 1) {
      cells[cell] = mistyped(cells[cell], kind);
    }
  }

  private String mistyped(String text, int kind) {
    int at = random.nextInt(text.length() - 1);
    char next = text.charAt(at + 1);
    String start = text.substring(0, at);
    String rest = text.substring(at + 1);
    return switch (kind % 4) {
      case 0 -> start + rest;
      case 1 -> start + text.charAt(at) + next + rest;
      case 2 -> start + (Character.isDigit(next) ? '7' : 'e') + rest;
      default -> start + next + text.charAt(at) + rest.substring(1);
    };
  }
}

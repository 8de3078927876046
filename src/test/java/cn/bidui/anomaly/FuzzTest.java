package cn.bidui.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Samples changed by chance, read in a process with a heap of 512 MB: no crash, no hang, no row
 * lost, no foreign text. {@code scripts/fuzz} runs more of them, or one again.
 */
class FuzzTest {

  /** How many files. */
  private static final int FILES = Integer.getInteger("bidui.fuzz", 1_000);

  /** The seed of the first file; each that follows has the next. */
  private static final long SEED = Long.getLong("bidui.fuzz.seed", 20_251_109);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path KEPT = Path.of("target/fuzz");
  private static final Pattern ID = Pattern.compile("99010[0-9]\\d{11}[\\dXx]");
  private static final int SHOWN = 20;

  @Test
  void noChangedFileBreaksTheReader() throws IOException, InterruptedException {
    Files.createDirectories(KEPT);
    List<String> failures = new ArrayList<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    Files.deleteIfExists(KEPT.resolve("log.txt"));
    try (Watched child = new Watched(KEPT.toAbsolutePath(), PATIENCE)) {
      for (long seed = SEED; seed < SEED + FILES; seed++) {
        String answer = child.ask(seed);
        outcomes.merge(answer.startsWith("ok ") ? answer.substring(3) : "bad", 1, Integer::sum);
        if (!answer.startsWith("ok ")) {
          failures.add(kept(seed, answer));
        }
      }
      privateLog(child.log(), failures);
    }
    System.out.println("fuzz: " + FILES + " files from seed " + SEED + ": " + outcomes);

    assertThat(failures.stream().limit(SHOWN)).as(failures.size() + " of " + FILES).isEmpty();
    assertThat(outcomes.keySet())
        .as("as many ways to end as there are faults")
        .hasSizeGreaterThan(FILES < 500 ? 0 : 8);
  }

  /** Keeps the file and says how to run it again. */
  private static String kept(long seed, String answer) throws IOException {
    Mutants.Mutant mutant = new Mutants().of(seed);
    Files.write(KEPT.resolve(seed + "-" + mutant.name()), mutant.bytes());
    return "%s %s %s; again: scripts/fuzz 1 %d"
        .formatted(mutant.name(), answer, mutant.changes(), seed);
  }

  private static void privateLog(Path log, List<String> failures) throws IOException {
    String said = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    if (ID.matcher(said).find()) {
      failures.add("the log holds an id: " + log);
    }
  }

  @Test
  void theSameSeedChangesTheSameFileInTheSameWay() {
    Mutants.Mutant one = new Mutants().of(SEED);
    Mutants.Mutant again = new Mutants().of(SEED);

    assertThat(again.bytes()).isEqualTo(one.bytes());
    assertThat(again.changes()).isEqualTo(one.changes()).isNotEmpty();
    assertThat(new Mutants().of(SEED + 1).bytes()).isNotEqualTo(one.bytes());
  }
}

package cn.bidui.anomaly;

import cn.bidui.fixture.people.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sample files with something changed in them by chance; a seed gives the same file everywhere. */
final class Mutants {

  private static final Path SAMPLES = Path.of("sample-inputs");

  /** Larger samples add time, not cases. */
  private static final long LARGEST = 200_000;

  private static final int MOST_CHANGES = 3;

  private final List<Path> samples;

  Mutants() {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      samples = files.filter(Mutants::usable).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A changed file. */
  // Nobody compares these records, and nobody changes the bytes.
  @SuppressWarnings("ArrayRecordComponent")
  record Mutant(long seed, String name, List<String> changes, byte[] bytes) {}

  private static boolean usable(Path file) {
    String path = SAMPLES.relativize(file).toString().replace('\\', '/');
    boolean list = path.startsWith("quirks/") || path.contains("/inbox/");
    return Files.isRegularFile(file)
        && list
        && !path.endsWith("expected.csv")
        && file.toFile().length() <= LARGEST;
  }

  Mutant of(long seed) {
    Chance chance = new Chance(seed).forPurpose("mutant");
    Path sample = chance.of(samples);
    byte[] bytes = bytes(sample);
    List<String> changes = new ArrayList<>();
    int count = chance.between(1, MOST_CHANGES);
    for (int i = 0; i < count; i++) {
      bytes = change(bytes, chance, changes);
    }
    return new Mutant(seed, sample.getFileName().toString(), changes, bytes);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Most changes respect the format, so that they reach further in. */
  private static byte[] change(byte[] bytes, Chance chance, List<String> changes) {
    boolean within = chance.permille(700);
    if (within && ZipChanges.fits(bytes)) {
      return ZipChanges.apply(bytes, chance, changes);
    }
    if (within && TextChanges.fits(bytes)) {
      return TextChanges.apply(bytes, chance, changes);
    }
    return ByteChanges.apply(bytes, chance, changes);
  }
}

package cn.bidui.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the program lies, and what lies beside it. */
final class Program {

  /** In a release and in a checkout. */
  private static final List<String> SAMPLES = List.of("samples", "sample-inputs");

  private Program() {}

  /** The folder of the release or the checkout; without a word of it, the current one. */
  static Path folder() {
    String given = System.getProperty("bidui.app", "");
    Path folder = given.isBlank() ? Path.of("") : Path.of(given);
    return folder.toAbsolutePath().normalize();
  }

  /** What starts it. */
  static Path start() {
    Path released = folder().resolve("bin").resolve("bidui");
    return Files.exists(released) ? released : folder().resolve("scripts").resolve("bidui");
  }

  /** The files of the first sample night; empty if they did not come along. */
  static Optional<Path> samples() {
    return SAMPLES.stream()
        .map(name -> folder().resolve(name).resolve("night-1").resolve("inbox"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}

package cn.bidui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The same lists a night later: of every hundred rows one says something else. */
final class SecondNight {

  private static final int EVERY = 100;

  private SecondNight() {}

  static void write(Path lists, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(lists)) {
      for (Path file : files.sorted().toList()) {
        Files.write(target.resolve(file.getFileName()), changed(Files.readAllLines(file)));
      }
    }
  }

  /** Pupils change to another class, people of the household lists into another political group. */
  private static List<String> changed(List<String> lines) {
    List<String> changed = new ArrayList<>(lines);
    for (int i = EVERY; i < changed.size(); i += EVERY) {
      changed.set(i, changed.get(i).replaceFirst("\\d班", "12班").replaceFirst("群众", "共青团员"));
    }
    return changed;
  }
}

package cn.bidui.endure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The commit of the program that is tried, with a plus if something was changed since. */
final class Commit {

  private static String name = "";

  private Commit() {}

  static synchronized String name() {
    if (name.isEmpty()) {
      String head = git("rev-parse", "--short", "HEAD");
      name =
          head.isEmpty() ? "unknown" : head + (git("status", "--porcelain").isEmpty() ? "" : "+");
    }
    return name;
  }

  /** Empty where there is no git, as in an unpacked source archive. */
  private static String git(String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "git";
    System.arraycopy(words, 0, line, 1, words.length);
    try {
      Process process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said.strip() : "";
    } catch (IOException absent) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}

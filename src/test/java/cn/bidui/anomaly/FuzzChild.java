package cn.bidui.anomaly;

import cn.bidui.intake.FileReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads changed files in a process of its own: a seed a line comes in, a verdict a line goes out.
 * What the program logs goes to standard error, which is kept.
 */
public final class FuzzChild {

  private FuzzChild() {}

  /** Takes the folder to write files to. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    Path folder = Path.of(arguments[0]);
    Mutants mutants = new Mutants();
    BufferedReader seeds =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = seeds.readLine(); line != null; line = seeds.readLine()) {
      answers.println(answer(folder, mutants.of(Long.parseLong(line))));
      answers.flush();
    }
  }

  private static String answer(Path folder, Mutants.Mutant mutant) throws IOException {
    Path file = folder.resolve("mutant");
    Files.write(file, mutant.bytes());
    try {
      ListReading.Outcome outcome = ListReading.of(file, mutant.name());
      List<String> faults = Soundness.faults(outcome, folder.toString());
      String verdict = faults.isEmpty() ? "ok " + kind(outcome) : "bad " + faults;
      return mutant.seed() + " " + verdict;
    } catch (StackOverflowError | RuntimeException thrown) {
      thrown.printStackTrace();
      StackTraceElement[] trace = thrown.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      return mutant.seed() + " bad [" + thrown.getClass().getName() + where + "]";
    }
  }

  private static String kind(ListReading.Outcome outcome) {
    if (outcome.reading() instanceof FileReading.Refused refused) {
      return refused.problems().get(0).code().code();
    }
    return "read";
  }
}

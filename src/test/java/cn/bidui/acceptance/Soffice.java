package cn.bidui.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, where it is installed: it stands in for the programs that offices have. */
final class Soffice {

  private Soffice() {}

  static boolean isThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
  }

  /** Each of {@code workbooks} opened and saved again as {@code ending}, into {@code out}. */
  static void saveAll(List<Path> workbooks, String ending, Path out, Path folder)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(folder, "soffice-");
    List<String> line =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                ending,
                "--outdir",
                out.toString()));
    workbooks.forEach(book -> line.add(book.toString()));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("said.txt").toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("LibreOffice hung");
    }
  }

  /** {@code workbook} opened and saved again as {@code ending}, in folders of its own. */
  static byte[] saved(byte[] workbook, String ending, Path folder)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(folder, "soffice-");
    Path in = Files.write(Files.createDirectory(work.resolve("in")).resolve("book.xlsx"), workbook);
    Path out = Files.createDirectory(work.resolve("out"));
    Process process =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                ending,
                "--outdir",
                out.toString(),
                in.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("said.txt").toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("LibreOffice hung");
    }
    return Files.readAllBytes(out.resolve("book." + ending));
  }
}

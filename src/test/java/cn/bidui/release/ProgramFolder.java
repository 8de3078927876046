package cn.bidui.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What lies in the program's folder, wherever it is put. */
final class ProgramFolder {

  /** Scripts for users; the others of {@code scripts/} need a checkout. */
  private static final List<String> SCRIPTS = List.of("bidui", "bidui.cmd");

  private static final List<String> NIGHTS = List.of("night-1", "night-2", "night-3");

  private final Path root;
  private final byte[] bill;
  private final Build build;
  private final List<Packed> files = new ArrayList<>();

  private ProgramFolder(Path root, byte[] bill, Build build) {
    this.root = root;
    this.bill = bill;
    this.build = build;
  }

  /**
   * The files, in the order of their names.
   *
   * @param root of the sources
   * @param parts the program's jar with its libraries beside it
   * @param bill the bill of materials, CycloneDX JSON
   */
  static List<Packed> of(Path root, Path parts, byte[] bill, Build build) throws IOException {
    ProgramFolder folder = new ProgramFolder(root, bill, build);
    folder.scripts();
    folder.texts();
    folder.tree("lib", parts);
    folder.tree("jobs", root.resolve("jobs"));
    folder.tree("docs", root.resolve("docs"));
    for (String night : NIGHTS) {
      folder.tree("samples/" + night, root.resolve("sample-inputs").resolve(night));
    }
    return folder.summed();
  }

  private void scripts() throws IOException {
    Path scripts = root.resolve("scripts");
    for (String name : SCRIPTS) {
      add(script("bin/" + name, scripts.resolve(name)));
    }
    for (Path script : listed(scripts)) {
      String name = script.getFileName().toString();
      if (name.startsWith("install") || name.equals("bidui.d")) {
        tree("bin/" + script.getFileName(), script);
      }
    }
    for (Path script : listed(scripts.resolve("release.d").resolve("windows"))) {
      add(script("bin/" + script.getFileName(), script));
    }
  }

  private static Packed script(String path, Path source) {
    if (path.endsWith(".cmd")) {
      return WindowsText.script(path, source);
    }
    // What lies in a folder of its own is a template.
    return path.endsWith(".ps1")
        ? WindowsText.note(path, source)
        : new Packed(path, !path.contains(".d/"), () -> Files.readAllBytes(source));
  }

  private void texts() {
    Path own = root.resolve("scripts").resolve("release.d");
    add(WindowsText.note("先看这里.txt", own.resolve("先看这里.txt")));
    add(
        Packed.file(
            "conf/bidui.example.yml", root.resolve("src/main/resources/cn/bidui/cli/bidui.yml")));
    add(Packed.file("Dockerfile", own.resolve("Dockerfile")));
    add(Packed.file(".dockerignore", own.resolve("dockerignore")));
    add(Packed.file("CHANGELOG.md", root.resolve("CHANGELOG.md")));
    add(Packed.file("LICENSE", root.resolve("LICENSE")));
    add(new Packed("sbom.cdx.json", false, () -> bill));
    add(Packed.text("VERSION", build.line()));
  }

  /** A file, or all files of a folder. */
  private void tree(String path, Path source) throws IOException {
    if (Files.isRegularFile(source)) {
      add(path.startsWith("bin/") ? script(path, source) : Packed.file(path, source));
      return;
    }
    for (Path entry : listed(source)) {
      tree(path + "/" + entry.getFileName(), entry);
    }
  }

  private void add(Packed file) {
    files.add(file);
  }

  private List<Packed> summed() throws IOException {
    files.sort(Comparator.comparing(Packed::path));
    StringBuilder sums = new StringBuilder();
    for (Packed file : files) {
      sums.append(sha256(file.content().read())).append("  ").append(file.path()).append('\n');
    }
    add(Packed.text("SHA256SUMS", sums.toString()));
    files.sort(Comparator.comparing(Packed::path));
    return List.copyOf(files);
  }

  /** What lies in a folder, by name; nothing if there is none. */
  static List<Path> listed(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
    }
  }

  /** The digest as {@code sha256sum} prints it. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A line of checksums for a file that stands beside them. */
  static String sum(Path file) throws IOException {
    return sha256(Files.readAllBytes(file)) + "  " + file.getFileName() + "\n";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package cn.bidui.acceptance;

import cn.bidui.canary.CanaryWatch;
import cn.bidui.cli.Bidui;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.JournalReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A work folder, and the program as its staff use it. */
record Office(Path home) {

  /** How a command ended and what it said. */
  record Said(int exit, String out, String err) {

    /** Everything that was said. */
    String all() {
      return out + err;
    }
  }

  /** Runs one command line in this process. */
  static synchronized Said bidui(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int exit = Bidui.execute(arguments);
      return masked(
          List.of(arguments),
          new Said(
              exit,
              said.toString(StandardCharsets.UTF_8),
              complained.toString(StandardCharsets.UTF_8)));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /**
   * Nobody is named on a screen unless whole names were asked for, with a purpose that is on
   * record.
   */
  private static Said masked(List<String> arguments, Said said) {
    String command = arguments.stream().findFirst().orElse("bidui");
    CanaryWatch.said(command, said.err());
    if (!arguments.contains("--full-ids")) {
      CanaryWatch.said(command, said.out());
    }
    return said;
  }

  /** A new work folder, as {@code init} makes it. */
  static Office open(Path home) {
    Said said = bidui("init", home.toString());
    if (said.exit() != 0) {
      throw new AssertionError(said.all());
    }
    Office office = new Office(home);
    office.key("5".repeat(64));
    return office;
  }

  /** Gives it the key of that many hex digits: answers of one key are the same bytes. */
  void key(String hex) {
    try {
      Path file = home.resolve("bidui.key");
      Files.writeString(file, hex + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A command with this work folder. */
  Said does(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--home");
    line.add(home.toString());
    return bidui(line.toArray(String[]::new));
  }

  /** One run of the nightly job. */
  Said run(String asOf, String... options) {
    List<String> line = new ArrayList<>(List.of("run", "--as-of", asOf));
    line.addAll(List.of(options));
    return does(line.toArray(String[]::new));
  }

  /** Puts a file into the inbox, as {@code name}, which may begin with a unit's sub-folder. */
  Office drop(String name, byte[] content) throws IOException {
    Path target = inbox().resolve(name);
    Files.createDirectories(target.getParent());
    Files.write(target, content);
    return this;
  }

  Path inbox() {
    return home.resolve("inbox");
  }

  Path feedback() {
    return home.resolve("feedback");
  }

  Path report(String asOf) {
    return home.resolve("reports").resolve(asOf);
  }

  /** A published file for programs. */
  Table table(String asOf, String name) throws IOException {
    return Table.read(report(asOf).resolve("data").resolve(name));
  }

  JsonNode runJson(String asOf) throws IOException {
    return json(report(asOf).resolve("data").resolve("run.json"));
  }

  static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  /** What {@code run.json} says of the file {@code name}. */
  JsonNode file(String asOf, String name) throws IOException {
    for (JsonNode file : runJson(asOf).get("files")) {
      if (file.get("name").asString().equals(name)) {
        return file;
      }
    }
    throw new AssertionError(name + " is not in files[]");
  }

  /** The id of the one finding of a rule about a person. */
  String finding(String asOf, String rule, String name) throws IOException {
    List<Table.Row> found =
        table(asOf, "findings.csv")
            .where(row -> row.get("rule").equals(rule) && row.get("name").equals(name));
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " findings of " + rule);
    }
    return found.get(0).get("finding_id");
  }

  /** The state of a finding; blank if it is not listed. */
  String state(String asOf, String findingId) throws IOException {
    return table(asOf, "findings.csv")
        .where(row -> row.get("finding_id").equals(findingId))
        .stream()
        .map(row -> row.get("state"))
        .findFirst()
        .orElse("");
  }

  /** Everything published for {@code asOf} but times and run id, by path. */
  SortedMap<String, String> published(String asOf) throws IOException {
    SortedMap<String, String> bytes = digests(report(asOf));
    bytes.remove("data/run.json");
    return bytes;
  }

  /** The content of every file below {@code folder}, by path. */
  static SortedMap<String, String> digests(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Path file : files(folder)) {
      digests.put(
          folder.relativize(file).toString().replace('\\', '/'), sha256(Files.readAllBytes(file)));
    }
    return digests;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Every file below {@code folder}; none if it is not there. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Every file in the inbox, by path. */
  List<String> waiting() throws IOException {
    return List.copyOf(digests(inbox()).keySet());
  }

  /** The journal's entries of one kind. */
  <T extends Entry> List<T> journal(Class<T> kind) throws IOException {
    List<T> entries = new ArrayList<>();
    JournalReader.of(home)
        .read(
            1,
            line -> {
              if (kind.isInstance(line.entry())) {
                entries.add(kind.cast(line.entry()));
              }
            });
    return entries;
  }

  /** A copy of this work folder; what happens there does not happen here. */
  Office copiedTo(Path target) throws IOException {
    try (Stream<Path> walk = Files.walk(home)) {
      for (Path path : walk.toList()) {
        Path there = target.resolve(home.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(there);
        } else {
          Files.copy(
              path, there, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return new Office(target);
  }

  /** Replaces {@code before} in the settings. */
  Office setting(String before, String after) throws IOException {
    Path settings = home.resolve("bidui.yml");
    String text = Files.readString(settings);
    if (!text.contains(before)) {
      throw new AssertionError("the settings have no " + before);
    }
    Files.writeString(settings, text.replace(before, after));
    return this;
  }
}

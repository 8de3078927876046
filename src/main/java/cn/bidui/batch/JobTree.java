package cn.bidui.batch;

import cn.bidui.plan.Yaml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that decide how a night goes: settings, the job, column profiles, policies, the plan by
 * which persons are linked. Archived with each publication, so that the past is never judged by
 * newer rules.
 *
 * @param texts by name: {@code bidui.yml}, {@code jobs/nightly/job.yml}, {@code jobs/columns/…}
 */
public record JobTree(SortedMap<String, String> texts) {

  /** The settings' name. */
  public static final String SETTINGS = "bidui.yml";

  /** The folder of column profiles. */
  public static final String COLUMNS = "jobs/columns/";

  /** The folder of policies. */
  public static final String POLICIES = "jobs/policies/";

  /** How persons are linked. */
  public static final String PERSON = "jobs/link/person.yml";

  public JobTree {
    texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** The name of a job's file. */
  public static String job(String name) {
    return "jobs/" + name + "/job.yml";
  }

  /** Reads the tree of {@code job} from the folder {@code jobs}. */
  public static JobTree read(Path settings, Path jobs, String job) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(SETTINGS, Yaml.text(Files.readAllBytes(settings)));
    texts.put(job(job), Yaml.text(Files.readAllBytes(jobs.resolve(job).resolve("job.yml"))));
    for (String folder : List.of(COLUMNS, POLICIES)) {
      texts.putAll(folder(jobs, folder));
    }
    Path person = jobs.resolve(PERSON.substring("jobs/".length()));
    if (Files.isRegularFile(person)) {
      texts.put(PERSON, Yaml.text(Files.readAllBytes(person)));
    }
    return new JobTree(texts);
  }

  /** The files of one folder of the tree that {@code jobs} holds, by name. */
  public static SortedMap<String, String> folder(Path jobs, String folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    Path path = jobs.resolve(folder.substring("jobs/".length()));
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
          texts.put(folder + file.getFileName(), Yaml.text(Files.readAllBytes(file)));
        }
      }
    }
    return texts;
  }

  /** Name, length and content of each file in order: the same files, the same bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    texts.forEach(
        (name, text) -> {
          byte[] content = text.getBytes(StandardCharsets.UTF_8);
          tree.writeBytes((name + "\t" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
          tree.writeBytes(content);
        });
    return tree.toByteArray();
  }

  /**
   * Reads what {@link #bytes()} wrote.
   *
   * @throws IOException if it is something else
   */
  public static JobTree parse(byte[] bytes) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String[] head = new String(bytes, at, end - at, StandardCharsets.UTF_8).split("\t", -1);
      int length = head.length == 2 ? Integer.parseInt(head[1]) : -1;
      if (length < 0 || end + 1 + length > bytes.length) {
        throw new IOException("not an archived job tree");
      }
      texts.put(head[0], new String(bytes, end + 1, length, StandardCharsets.UTF_8));
      at = end + 1 + length;
    }
    return new JobTree(texts);
  }

  /** The name of the job that the tree is of. */
  public String job() {
    return texts.keySet().stream()
        .filter(name -> name.endsWith("/job.yml"))
        .map(name -> name.substring("jobs/".length(), name.length() - "/job.yml".length()))
        .findFirst()
        .orElse("");
  }

  /** The files below {@code folder}, by name. */
  public SortedMap<String, String> below(String folder) {
    SortedMap<String, String> found = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          if (name.startsWith(folder)) {
            found.put(name, text);
          }
        });
    return found;
  }
}

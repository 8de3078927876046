package cn.bidui.canary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * After all tests: what they said, the work folders that were kept, and what the program left in
 * the folder for temporary files, searched for people of the tests. Arguments: the build folder,
 * the sample lists, the second since 1970 at which the tests began. Ends with 1 if somebody is
 * named.
 */
final class LastLook {

  /** What tests and program said; the attributes of a report hold what a test is given. */
  private static final Set<String> SAID = Set.of("system-out", "system-err", "failure", "error");

  /** As the program and its libraries name what they will remove. */
  private static final String TEMPORARY =
      "poi.*|bidui-sources-.*|bidui-(feedback|unlocked).*|bidui-\\d+\\.tmp|(book|notice)\\d+\\.xlsx|fetch-.*";

  private static final long OTHERS_AT_WORK = 3_000;

  private final Canaries canaries;
  private final List<String> leaks = new ArrayList<>();

  LastLook(Canaries canaries) {
    this.canaries = canaries;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    LastLook look = new LastLook(Canaries.ofSamples(Path.of(arguments[1])));
    Path build = Path.of(arguments[0]);
    Instant began = Instant.ofEpochSecond(Long.parseLong(arguments[2]));
    look.reports(build.resolve("surefire-reports"));
    look.kept(build.resolve("acceptance"));
    look.temporary(Path.of(System.getProperty("java.io.tmpdir")), began, OTHERS_AT_WORK);
    look.leaks().forEach(leak -> System.out.println("check: somebody is named in " + leak));
    System.exit(look.leaks().isEmpty() ? 0 : 1);
  }

  /** Places and kinds, never who. */
  List<String> leaks() {
    return leaks;
  }

  /** The reports of the tests, element by element. */
  void reports(Path folder) throws IOException {
    for (Path report : files(folder)) {
      String name = String.valueOf(report.getFileName());
      if (name.endsWith(".xml")) {
        report(report);
      } else if (name.endsWith("-output.txt") || name.endsWith(".dumpstream")) {
        found(Files.readAllBytes(report), name);
      }
    }
  }

  private void report(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader report = factory.createXMLStreamReader(in);
      String test = "";
      while (report.hasNext()) {
        if (report.next() == XMLStreamReader.START_ELEMENT) {
          String element = report.getLocalName();
          if (element.equals("testcase")) {
            test = method(report.getAttributeValue(null, "name"));
          } else if (SAID.contains(element)) {
            String where = file.getFileName() + " " + element + " " + test;
            canaries.in(report.getElementText()).ifPresent(found -> leak(where, found));
          }
        }
      }
    } catch (XMLStreamException broken) {
      // A report that cannot be read as one is searched as a whole.
      found(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    }
  }

  /** What a test is given stands behind its name. */
  private static String method(String name) {
    return name.replaceFirst("[^\\p{L}\\p{N}_].*", "");
  }

  /** Work folders that were kept to be looked at. */
  void kept(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      leaks.addAll(new WorkFolderLook(canaries).leaks(folder));
    }
  }

  /**
   * What was left in the folder for temporary files since {@code began}; what is gone a little
   * later belongs to somebody who is still at work.
   */
  void temporary(Path folder, Instant began, long patience)
      throws IOException, InterruptedException {
    List<Path> suspects = new ArrayList<>();
    for (Path file : left(folder, began)) {
      if (within(file).isPresent()) {
        suspects.add(file);
      }
    }
    Thread.sleep(suspects.isEmpty() ? 0 : patience);
    for (Path file : suspects) {
      within(file).ifPresent(found -> leak(folder.relativize(file).toString(), found));
    }
  }

  private static List<Path> left(Path folder, Instant began) throws IOException {
    List<Path> left = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = String.valueOf(entry.getFileName());
        if (name.matches(TEMPORARY) && readable(entry, began)) {
          left.addAll(files(entry));
        }
      }
    }
    return left;
  }

  private static boolean readable(Path entry, Instant began) throws IOException {
    try {
      return Files.isReadable(entry)
          && !Files.getLastModifiedTime(entry).toInstant().isBefore(began);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static List<Path> files(Path top) throws IOException {
    if (!Files.exists(top)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(top)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Optional<Canaries.Found> within(Path file) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Optional<Canaries.Found> found = canaries.in(bytes);
      return found.isPresent() ? found : Parts.any(bytes, canaries);
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private void found(byte[] bytes, String where) {
    canaries.in(bytes).ifPresent(found -> leak(where, found));
  }

  private void leak(String where, Canaries.Found found) {
    leaks.add(where + ": " + found.kind() + " at " + found.at());
  }
}

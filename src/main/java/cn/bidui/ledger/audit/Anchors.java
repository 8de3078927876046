package cn.bidui.ledger.audit;

import cn.bidui.ledger.Backups;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where heads of the journal are kept: published reports, messages that were sent, files apart. */
public final class Anchors {

  /** The published file that tells it. */
  public static final String RUN_JSON = "data/run.json";

  /** No report or message that a head stands in is longer. */
  private static final int READ_BYTES = 64 << 20;

  private Anchors() {}

  /** Those of the reports that lie under {@code reports}, in order of date. */
  public static List<Anchor> published(Path reports) throws IOException {
    List<Anchor> anchors = new ArrayList<>();
    for (Path night : entries(reports)) {
      String name = String.valueOf(night.getFileName());
      // What is staged beside the reports was never published.
      if (!name.startsWith(".") && Files.isRegularFile(night.resolve(RUN_JSON))) {
        anchors.addAll(in(night.resolve(RUN_JSON), "reports/" + name + "/" + RUN_JSON));
      }
    }
    return anchors;
  }

  /** Those of the text files of a folder, such as the messages that were written there. */
  public static List<Anchor> folder(Path folder) throws IOException {
    List<Anchor> anchors = new ArrayList<>();
    for (Path file : entries(folder)) {
      String name = String.valueOf(file.getFileName());
      if (Files.isRegularFile(file) && !name.startsWith(".")) {
        anchors.addAll(in(file, folder.getFileName() + "/" + name));
      }
    }
    return anchors;
  }

  /**
   * Those of the backups that lie in {@code folder} and were made of a work folder with the key of
   * that fingerprint; what else lies there is none of ours.
   */
  public static List<Anchor> backups(Path folder, String fingerprint) throws IOException {
    return Backups.in(folder).list().stream()
        .filter(each -> each.head().fingerprint().equals(fingerprint))
        .map(
            each ->
                new Anchor(
                    each.head().head(), folder.getFileName() + "/" + each.file().getFileName()))
        .toList();
  }

  /** Those of one file. */
  public static List<Anchor> file(Path file) throws IOException {
    return in(file, String.valueOf(file.getFileName()));
  }

  private static List<Anchor> in(Path file, String where) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // Heads are ASCII, whatever charset the rest of a message is in.
      return Anchor.in(new String(in.readNBytes(READ_BYTES), StandardCharsets.ISO_8859_1), where);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}

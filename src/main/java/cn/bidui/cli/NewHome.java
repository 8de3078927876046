package cn.bidui.cli;

import cn.bidui.plan.WorkFolder;
import cn.bidui.source.FolderName;
import cn.bidui.source.Messages;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Makes a work folder: its folders, the settings, and a page that says what to do next. */
final class NewHome {

  private static final String UNIT = "unit: \"\"";

  private NewHome() {}

  /**
   * Makes it.
   *
   * @param settings the text of {@code bidui.yml}
   * @throws java.nio.file.FileAlreadyExistsException if there are settings already
   */
  static void make(WorkFolder folder, Wishes wishes, String settings, Messages messages)
      throws IOException {
    for (Path place :
        List.of(
            folder.inbox(),
            folder.feedback(),
            folder.reports(),
            folder.archive(),
            folder.journal(),
            folder.data(),
            folder.logs())) {
      Files.createDirectories(place);
    }
    for (String unit : wishes.submitters()) {
      Files.createDirectories(folder.inbox().resolve(unit));
    }
    Files.writeString(
        folder.settings(), settings, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.writeString(note(folder, messages), page(folder, messages));
  }

  /** Whether every part of {@code path} that is not there yet may be a folder on every system. */
  static boolean mayBeMade(Path path) {
    @Nullable Path part = path.toAbsolutePath().normalize();
    while (part != null && part.getFileName() != null && !Files.exists(part)) {
      String name = part.getFileName().toString();
      if (FolderName.isDevice(name) || !name.equals(name.stripTrailing()) || name.endsWith(".")) {
        return false;
      }
      part = part.getParent();
    }
    return true;
  }

  /** What stands where a folder would have to be; empty if nothing does. */
  static Optional<Path> inTheWay(Path path) {
    @Nullable Path part = path.toAbsolutePath().normalize();
    while (part != null && !Files.exists(part)) {
      part = part.getParent();
    }
    return Optional.ofNullable(part).filter(there -> !Files.isDirectory(there));
  }

  /** The page beside the settings. */
  static Path note(WorkFolder folder, Messages messages) {
    return folder.home().resolve(messages.text("cli.init.note.name"));
  }

  /** The template with what the bureau says of itself filled in. */
  static String settings(Wishes wishes) throws IOException {
    try (InputStream template = NewHome.class.getResourceAsStream("/cn/bidui/cli/bidui.yml")) {
      if (template == null) {
        throw new IllegalStateException("the settings template is not in the jar");
      }
      String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      String unit = wishes.unit().replace("\\", "\\\\").replace("\"", "\\\"");
      return text.replaceFirst(UNIT, Matcher.quoteReplacement("unit: \"" + unit + "\""));
    }
  }

  /** With a mark and line ends that the oldest editor of Windows understands. */
  private static String page(WorkFolder folder, Messages messages) {
    Path program = Program.start();
    Path home = folder.home();
    String text =
        messages.text(
            "cli.init.note",
            home,
            onThisMachine(program),
            inShell(program.resolveSibling("install")),
            inShell(home),
            inWindows(program.resolveSibling("install.ps1")),
            inWindows(home),
            Program.folder().resolve("jobs"),
            onThisMachine(home));
    return "\uFEFF" + text.stripTrailing().replace("\n", "\r\n") + "\r\n";
  }

  private static String onThisMachine(Path path) {
    return File.separatorChar == '\\' ? inWindows(path) : inShell(path);
  }

  /** One word of a shell, whatever is in it. */
  static String inShell(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  /** One word of a Windows command line, where a backslash before the quote would eat it. */
  static String inWindows(Path path) {
    String text = path.toString();
    return '"' + text + (text.endsWith("\\") ? "\\" : "") + '"';
  }
}

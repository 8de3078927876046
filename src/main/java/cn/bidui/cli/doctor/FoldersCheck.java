package cn.bidui.cli.doctor;

import cn.bidui.plan.NotifyPlan;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each folder: there, readable, writable, whose; and secrets that nobody else may read. */
final class FoldersCheck implements Check {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public String code() {
    return "folders";
  }

  @Override
  public Looked look(Premises premises) throws IOException {
    WorkFolder folder = premises.folder();
    Looked looked = new Looked();
    List<Path> all = folders(folder);
    tell(looked, "missing", names(all.stream().filter(path -> !Files.isDirectory(path))));
    List<Path> there = all.stream().filter(Files::isDirectory).toList();
    tell(looked, "unreadable", names(there.stream().filter(path -> !readable(path))));
    tell(
        looked,
        "read-only",
        names(there.stream().filter(path -> readable(path) && !Files.isWritable(path))));
    tell(looked, "open", names(open(secrets(premises)).stream()));
    String owner = owner(folder.home());
    if (!owner.isEmpty() && !owner.equals(premises.machine().user())) {
      looked.warn("foreign", owner, premises.machine().user());
    }
    return looked.fine() ? looked.ok("fine", all.size(), owner) : looked;
  }

  private static List<Path> folders(WorkFolder folder) {
    return List.of(
        folder.home(),
        folder.inbox(),
        folder.feedback(),
        folder.reports(),
        folder.archive(),
        folder.journal(),
        folder.data(),
        folder.logs());
  }

  private static boolean readable(Path folder) {
    return Files.isReadable(folder) && Files.isExecutable(folder);
  }

  private static List<String> names(Stream<Path> paths) {
    return paths.map(path -> String.valueOf(path.getFileName())).toList();
  }

  private static void tell(Looked looked, String what, List<String> names) {
    if (!names.isEmpty()) {
      looked.fail(what, names);
    }
  }

  private static List<Path> secrets(Premises premises) throws IOException {
    Path home = premises.folder().home();
    List<Path> secrets = new ArrayList<>(List.of(home.resolve("bidui.key")));
    Path keys = home.resolve("keys");
    if (Files.isDirectory(keys)) {
      try (Stream<Path> rings = Files.list(keys)) {
        secrets.addAll(rings.sorted().toList());
      }
    }
    Settings settings = premises.settings();
    Stream.concat(
            Stream.of(settings.database().passwordFile()), named(settings.notifying()).stream())
        .filter(name -> !name.isEmpty())
        .forEach(name -> secrets.add(home.resolve(name)));
    return secrets;
  }

  private static List<String> named(NotifyPlan plan) {
    List<String> named = new ArrayList<>();
    plan.mail().ifPresent(mail -> named.add(mail.passwordFile()));
    plan.robots().forEach(robot -> named.addAll(List.of(robot.urlFile(), robot.secretFile())));
    return named;
  }

  /** Windows has other rights, which its folders hand down. */
  private static List<Path> open(List<Path> secrets) throws IOException {
    List<Path> open = new ArrayList<>();
    for (Path secret : secrets) {
      boolean told =
          Files.isRegularFile(secret)
              && secret.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (told && Files.getPosixFilePermissions(secret).stream().anyMatch(OTHERS::contains)) {
        open.add(secret);
      }
    }
    return open;
  }

  /** Blank where nobody can tell. */
  private static String owner(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.getOwner(folder).getName()
        : "";
  }
}

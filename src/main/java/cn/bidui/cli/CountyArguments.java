package cn.bidui.cli;

import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import cn.bidui.plan.WorkFolder;
import cn.bidui.report.city.CountyFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The counties of a roll-up, as they stand on the command line: {@code COUNTY=FOLDER}. */
record CountyArguments(List<CountyFolder> folders) {

  CountyArguments {
    folders = List.copyOf(folders);
  }

  static CountyArguments of(List<String> arguments) {
    List<CountyFolder> folders = new ArrayList<>();
    for (String argument : arguments) {
      folders.add(folder(argument));
    }
    return new CountyArguments(folders);
  }

  /** A folder that is there may have {@code =} in its own name. */
  private static CountyFolder folder(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0 || isFolder(argument)) {
      return folder("", Path.of(argument));
    }
    return folder(argument.substring(0, equals).strip(), Path.of(argument.substring(equals + 1)));
  }

  /** On some systems what stands before {@code =} makes it no path at all. */
  private static boolean isFolder(String argument) {
    try {
      return Files.isDirectory(Path.of(argument));
    } catch (InvalidPathException none) {
      return false;
    }
  }

  private static CountyFolder folder(String name, Path given) {
    Path folder = given.toAbsolutePath().normalize();
    WorkFolder home = new WorkFolder(home(folder));
    String unit = name.isEmpty() ? unit(home.settings()) : name;
    String otherwise = unit.isBlank() ? String.valueOf(home.home().getFileName()) : unit;
    return new CountyFolder(name, otherwise, folder);
  }

  /** {@code home/reports/2026-11-22} → {@code home}; any other folder is its own. */
  private static Path home(Path folder) {
    Path reports = folder.getParent();
    if (reports == null || !reports.endsWith("reports")) {
      return folder;
    }
    Path home = reports.getParent();
    return home == null ? folder : home;
  }

  /** The name of the bureau in its settings; blank where there is none. */
  private static String unit(Path settings) {
    try {
      String text = new String(Files.readAllBytes(settings), StandardCharsets.UTF_8);
      return Settings.read("bidui.yml", text, new Mistakes()).unit();
    } catch (IOException none) {
      return "";
    }
  }

  /** A folder that is named twice: its figures would be added up twice; empty if none is. */
  Optional<Path> twice() {
    Set<Path> seen = new HashSet<>();
    return folders.stream().map(CountyFolder::folder).filter(each -> !seen.add(each)).findFirst();
  }
}

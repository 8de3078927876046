package cn.bidui.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that start a class of this class path as a cold process. */
final class Cold {

  /** For the rivals too: it is what costs a short process least. */
  static final List<String> SHORT = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** What serves work of many seconds best. */
  static final List<String> LONG = List.of("-XX:+UseSerialGC", "-Xmx2g");

  private Cold() {}

  /** {@code main} with {@code arguments}, under the options of a short process. */
  static List<String> java(Class<?> main, String... arguments) {
    return java(SHORT, main, List.of(arguments));
  }

  /** {@code main} with {@code arguments}, under {@code options}. */
  static List<String> java(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }
}

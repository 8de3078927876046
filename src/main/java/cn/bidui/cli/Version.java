package cn.bidui.cli;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Objects;
import java.util.jar.Attributes;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class Version implements IVersionProvider {

  /** As many digits of a commit as people tell each other. */
  private static final int COMMIT_SHOWN = 10;

  /** {@code 0.1.0}; {@code dev} when the program runs from class files. */
  static String number() {
    String stated = Version.class.getPackage().getImplementationVersion();
    return stated == null ? "dev" : stated;
  }

  @Override
  public String[] getVersion() throws IOException {
    String name = Version.class.getSimpleName() + ".class";
    return new String[] {
      "bidui " + number() + build(Objects.requireNonNull(Version.class.getResource(name)))
    };
  }

  /**
   * Which commit the program was built from, and when that was made: {@code (a1b2c3d4e5,
   * 2026-11-23T00:07:54Z)} after a blank; empty where a build does not say it.
   *
   * @param here the address of a class of the program
   */
  static String build(URL here) throws IOException {
    if (!(here.openConnection() instanceof JarURLConnection jar)) {
      return "";
    }
    Attributes manifest = jar.getMainAttributes();
    return manifest == null ? "" : build(manifest);
  }

  static String build(Attributes manifest) {
    String commit = manifest.getValue("Build-Commit");
    if (commit == null || commit.length() < COMMIT_SHOWN) {
      return "";
    }
    return " (%s, %s)"
        .formatted(commit.substring(0, COMMIT_SHOWN), manifest.getValue("Build-Time"));
  }
}

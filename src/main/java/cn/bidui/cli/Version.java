package cn.bidui.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class Version implements IVersionProvider {

  /** {@code 0.1.0}; {@code dev} when the program runs from class files. */
  static String number() {
    String stated = Version.class.getPackage().getImplementationVersion();
    return stated == null ? "dev" : stated;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"bidui " + number()};
  }
}

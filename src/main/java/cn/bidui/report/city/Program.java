package cn.bidui.report.city;

import java.util.Comparator;

/** An aid program in one term. */
record Program(String term, String name) implements Comparable<Program> {

  /** Where no money is waited for. */
  static final Program NONE = new Program("", "");

  private static final Comparator<Program> ORDER =
      Comparator.comparing(Program::term).thenComparing(Program::name);

  @Override
  public int compareTo(Program other) {
    return ORDER.compare(this, other);
  }
}

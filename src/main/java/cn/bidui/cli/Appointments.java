package cn.bidui.cli;

/** What a watch does at set times, besides taking files. */
@FunctionalInterface
interface Appointments {

  /** Keeps none. */
  Appointments NONE = () -> {};

  /** Keeps those whose time has come; returns at once where there is none. */
  void keep();
}

package cn.bidui.cli;

/** Stack traces without messages: libraries repeat the values they failed on. */
final class Traces {

  private static final int DEPTH = 12;

  private Traces() {}

  static String of(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    int causes = 0;
    for (Throwable cause = failure; cause != null && causes < 5; cause = cause.getCause()) {
      trace.append(causes == 0 ? "" : " caused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(DEPTH, frames.length); i++) {
        trace.append(" | ").append(frames[i]);
      }
      causes++;
    }
    return trace.toString();
  }
}

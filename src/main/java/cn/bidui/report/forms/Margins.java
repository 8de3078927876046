package cn.bidui.report.forms;

/** How far from the edges of A4 text stands, in millimeters. */
record Margins(int top, int right, int bottom, int left) {

  /** As official letters have them: 28 mm to bind, 156 mm to write on (GB/T 9704—2012, 5.2.1). */
  static final Margins LETTER = new Margins(28, 26, 20, 28);

  /** As wide a table as can still be bound on the left. */
  static final Margins TABLE = new Margins(14, 18, 10, 28);

  private static final double TWIPS = 1440 / 25.4;

  static long twips(double millimeters) {
    return Math.round(millimeters * TWIPS);
  }

  /** How much of A4 is left between them. */
  int width() {
    return 210 - left - right;
  }

  /** How much of A4 is left from top to bottom. */
  int height() {
    return 297 - top - bottom;
  }
}

package cn.bidui.report.forms;

/**
 * A typeface, by the name that every Chinese Windows and WPS knows it by, and what may stand in for
 * it elsewhere.
 */
enum Face {
  /** 宋体: tables. */
  SONG("SimSun", "宋体"),
  /** 仿宋: body text of official documents (GB/T 9704—2012, 5.2.2). */
  FANGSONG("FangSong", "仿宋"),
  /** 黑体: headings. */
  HEI("SimHei", "黑体"),
  /** Planes 2 and 3 beyond the first ideographs: rare characters of names (GB 18030). */
  RARE("SimSun-ExtB", "Noto Serif CJK SC");

  private final String font;
  private final String instead;

  Face(String font, String instead) {
    this.font = font;
    this.instead = instead;
  }

  /** As runs name it. */
  String font() {
    return font;
  }

  /** As the font table names its replacement. */
  String instead() {
    return instead;
  }
}

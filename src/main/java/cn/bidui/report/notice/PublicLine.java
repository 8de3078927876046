package cn.bidui.report.notice;

/**
 * One line of a public list: all that may stand there (教财厅函〔2017〕28号: 姓名、学校、院系、年级、专业、班级). Made by
 * {@link PublicList} alone.
 *
 * @param department 院系; blank in schools that have none
 * @param major 专业; blank in schools that have none
 */
record PublicLine(
    String name, String school, String department, String grade, String major, String className) {

  /** No name: it reaches no log. */
  @Override
  public String toString() {
    return "PublicLine";
  }
}

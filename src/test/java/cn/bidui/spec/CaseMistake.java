package cn.bidui.spec;

/** A case is not written as cases are; the message says in which file and line. */
final class CaseMistake extends AssertionError {

  private static final long serialVersionUID = 1L;

  CaseMistake(String place, String words) {
    super(place + "：" + words);
  }
}

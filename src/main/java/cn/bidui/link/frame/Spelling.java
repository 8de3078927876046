package cn.bidui.link.frame;

/** What the codes of a column stand for. */
@FunctionalInterface
public interface Spelling {

  /** The text of a code. */
  String text(int code);

  /** The text of a code as {@link Ideographs}; 0 if it is none of theirs, or this does not know. */
  default long ideographs(int code) {
    return 0;
  }
}

package cn.bidui.store;

/**
 * What the database gives back is not what was put into it. It is an index only: it is to be set
 * aside and made again from archive and journal. The message names no person.
 */
public final class IndexDamagedException extends RuntimeException {

  IndexDamagedException(String what) {
    super(what);
  }
}

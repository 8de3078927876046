package cn.bidui.store;

import cn.bidui.source.Content;

/** The database was sealed with the key of another work folder, or with one that was replaced. */
public final class OtherKeyException extends Content.Unreadable {

  OtherKeyException() {
    super("the database is sealed with another key than the work folder's");
  }
}

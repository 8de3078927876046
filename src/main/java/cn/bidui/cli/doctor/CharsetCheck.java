package cn.bidui.cli.doctor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Whether Java can open a file with a Chinese name, and takes text for UTF-8. */
final class CharsetCheck implements Check {

  /** With characters of names that old charsets lack. */
  private static final String NAME = "学籍名单㛃𠅤.xlsx";

  @Override
  public String code() {
    return "charset";
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Looked look(Premises premises) {
    Charset names = premises.machine().fileNames();
    Charset text = premises.machine().text();
    Looked looked = new Looked();
    if (!names.canEncode() || !names.newEncoder().canEncode(NAME)) {
      looked.fail("names", names.name());
    }
    if (!text.equals(StandardCharsets.UTF_8)) {
      looked.warn("text", text.name());
    }
    return looked.fine() ? looked.ok("fine", names.name(), text.name()) : looked;
  }
}

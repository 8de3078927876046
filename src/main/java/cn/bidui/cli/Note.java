package cn.bidui.cli;

import cn.bidui.ledger.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a person wrote freely beside a decision. */
final class Note {

  private Note() {}

  /** Puts it into the archive: the journal holds its digest only; blank if nothing was written. */
  static String kept(String words, Archive archive) throws IOException {
    return words.isBlank() ? "" : archive.put(words.strip().getBytes(StandardCharsets.UTF_8));
  }
}

package cn.bidui.cli;

import cn.bidui.batch.NightFailure;
import cn.bidui.ledger.HomeKeyException;
import cn.bidui.ledger.SealedFileException;
import cn.bidui.ledger.TextSeal;
import cn.bidui.source.Messages;
import cn.bidui.store.OtherKeyException;
import java.util.Optional;

/** What a key that is not there or does not fit means to a user, and what brings it back. */
final class KeyTrouble {

  private KeyTrouble() {}

  /** The words, if a key or what it sealed is at the bottom of {@code failure}. */
  static Optional<String> of(Throwable failure, Messages messages) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      Optional<String> words =
          link instanceof NightFailure night
              ? night.unreadable().flatMap(kept -> words(kept, messages))
              : words(link, messages);
      if (words.isPresent()) {
        return words;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> words(Throwable link, Messages messages) {
    if (link instanceof HomeKeyException) {
      return Optional.of(messages.text("cli.key.home"));
    }
    if (link instanceof SealedFileException file) {
      String key = file.keyMissing() ? "cli.key.archive" : "cli.key.damaged";
      return Optional.of(messages.text(key, file.named()));
    }
    if (link instanceof OtherKeyException) {
      return Optional.of(messages.text("cli.key.database"));
    }
    return link instanceof TextSeal.Broken
        ? Optional.of(messages.text("cli.key.row"))
        : Optional.empty();
  }
}

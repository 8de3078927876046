package cn.bidui.notify;

import cn.bidui.plan.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret in a file of its own; read when it is needed, kept nowhere. */
record Secret(Path file) {

  String read() throws NotSentException {
    try {
      String text = SecretText.of(Files.readAllBytes(file));
      if (!text.isEmpty()) {
        return text;
      }
    } catch (IOException e) {
      // Said below: which file it is stands in the settings.
    }
    throw new NotSentException("notify.failed.secret", false);
  }

  /** Where it stands at most. */
  @Override
  public String toString() {
    return "Secret";
  }
}

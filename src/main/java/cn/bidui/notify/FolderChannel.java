package cn.bidui.notify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file a run, {@code 2026-05-03.txt}; a run of the same day writes it anew, and messages of
 * their own have names of their own. Doing it twice gives the same file.
 */
public final class FolderChannel implements Channel {

  private final Path folder;

  /** Writes into {@code folder}, which is made if it is not there. */
  public FolderChannel(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public void ready() throws NotSentException {
    if (Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
      throw new NotSentException("notify.failed.folder", true);
    }
  }

  @Override
  public void send(Message message) throws NotSentException {
    Path unfinished = folder.resolve("." + message.file() + ".tmp");
    try {
      Files.createDirectories(folder);
      Files.write(unfinished, message.text().getBytes(StandardCharsets.UTF_8));
      Files.move(
          unfinished,
          folder.resolve(message.file() + ".txt"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new NotSentException("notify.failed.folder", true);
    }
  }
}

package cn.bidui.cli.jobs;

import cn.bidui.plan.WorkFolder;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** When a work folder was made (建立时间), as far as its files tell; the journal may know better. */
public final class Beginning {

  private static final String PAGE = "cli.init.note.name";

  private Beginning() {}

  /**
   * The earliest of what {@code init} makes and nobody changes before the first night: the page for
   * its readers, and the folder of reports. Settings are edited again and again, and stand for a
   * folder of which there is nothing else.
   *
   * @throws IOException if there are no settings, or the disk fails
   */
  public static Instant of(WorkFolder folder) throws IOException {
    Instant made = Files.getLastModifiedTime(folder.settings()).toInstant();
    for (Path witness :
        List.of(
            folder.home().resolve(Messages.ZH.text(PAGE)),
            folder.home().resolve(Messages.EN.text(PAGE)),
            folder.reports())) {
      if (Files.exists(witness)) {
        Instant at = Files.getLastModifiedTime(witness).toInstant();
        made = at.isBefore(made) ? at : made;
      }
    }
    return made;
  }
}

package cn.bidui.cli.doctor;

import cn.bidui.cli.doctor.Line.Word;
import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.InboxLook;
import cn.bidui.collect.Waiting;
import cn.bidui.source.Legible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many files wait in the inbox, for how long, and which of them no run can take. */
final class InboxCheck implements Check {

  private static final int TOLD = 5;

  @Override
  public String code() {
    return "inbox";
  }

  @Override
  public Looked look(Premises premises) throws IOException {
    Path folder = premises.folder().inbox();
    if (!Files.isDirectory(folder)) {
      return new Looked().fail("missing", folder);
    }
    Inbox inbox = Inbox.of(folder);
    try {
      return told(inbox.look(Duration.ZERO, Set.of()), inbox.ignored(), premises.now());
    } catch (NoSuchFileException gone) {
      return new Looked().fail("missing", folder);
    }
  }

  private static Looked told(InboxLook look, int ignored, Instant now) {
    Looked looked = new Looked();
    List<Waiting> stuck = look.waiting().stream().filter(file -> !file.passing()).toList();
    if (!stuck.isEmpty()) {
      looked.warn("stuck", stuck.size(), stuck.stream().limit(TOLD).map(InboxCheck::word).toList());
    }
    Optional<Instant> oldest =
        look.arrivals().stream().map(InboxCheck::since).min(Instant::compareTo);
    int files = look.arrivals().size();
    long hours = oldest.map(since -> Amount.hours(Duration.between(since, now))).orElse(0L);
    if (hours >= LastRunCheck.SILENCE.toHours()) {
      looked.fail("old", files, hours);
    } else if (looked.fine() && files > 0) {
      looked.ok("waiting", files, hours, ignored);
    } else if (looked.fine()) {
      looked.ok("empty", ignored);
    }
    return looked;
  }

  private static Word word(Waiting file) {
    return messages -> Legible.line(file.name()) + " " + messages.text(file.reason().key());
  }

  /**
   * Since when it lies there. Copying keeps the time of the last write, which may be years back;
   * the time of the last change of its entry is that of the drop, where the disk tells it.
   */
  private static Instant since(Arrival file) {
    try {
      return file.path().getFileSystem().supportedFileAttributeViews().contains("unix")
          ? ((FileTime) Files.getAttribute(file.path(), "unix:ctime")).toInstant()
          : Files.readAttributes(file.path(), java.nio.file.attribute.BasicFileAttributes.class)
              .creationTime()
              .toInstant();
    } catch (IOException gone) {
      return file.stamp().modified().toInstant();
    }
  }
}

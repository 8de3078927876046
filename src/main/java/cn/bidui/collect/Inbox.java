package cn.bidui.collect;

import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder into which staff drop lists (收件文件夹).
 *
 * <p>A file is complete when two looks a short time apart see the same length and time stamp, no
 * office program has marked it as open, and its container has an end. A container without an end
 * that does not change may be a copy that has stalled or a file that is damaged; nothing in the
 * file tells which. So the run that sees it first leaves it waiting, and the next run that finds it
 * exactly as it was takes it, and intake refuses it. Time stamps are compared with each other only,
 * never with our clock.
 *
 * <p>Nothing is lost and nothing counted twice if the caller keeps this order: {@link #take} every
 * arrival; write the receipts into the journal; only then {@link #clear} the inbox; only then
 * answer. A file found again whose receipt is journaled and unanswered is then what a crash left
 * behind, and is only cleared; one whose receipt is answered was dropped a second time.
 */
public final class Inbox {

  private final Path folder;
  private final Pause pause;

  /** Blank if there is none. */
  private final String marker;

  /** What the system knows the folder by; null for whatever lies there. */
  private final @Nullable Object same;

  private Inbox(Path folder, Pause pause, String marker, @Nullable Object same) {
    this.marker = marker;
    this.folder = folder;
    this.pause = pause;
    this.same = same;
  }

  /** The inbox in {@code folder}, which must exist: a share that is not mounted is no inbox. */
  public static Inbox of(Path folder) {
    return of(folder, Pause.SLEEP);
  }

  /** The same with another way to let time pass. */
  public static Inbox of(Path folder, Pause pause) {
    return new Inbox(folder, pause, "", null);
  }

  /**
   * The same, that is there only while a file of that name lies in it: a share that is not mounted
   * leaves an empty folder, in which nothing may be looked for.
   *
   * @param name blank for no such file
   */
  public Inbox marked(String name) {
    return new Inbox(folder, pause, name, same);
  }

  /**
   * The same, that is there only as long as its folder is the one that lies there now: when a share
   * is unmounted, the empty folder under it comes to light. For one run; a share that comes back is
   * another one.
   */
  public Inbox pinned() {
    return new Inbox(folder, pause, marker, identity());
  }

  /** What became of a file in the inbox after its copy was kept. */
  public enum Cleared {
    REMOVED,
    /** It was gone already. */
    GONE,
    /** Something else lies there by now; the next look finds it. */
    REPLACED,
    /** It cannot be removed, perhaps because a program holds it open. */
    STUCK
  }

  /**
   * Looks twice, {@code interval} apart.
   *
   * @param earlier the files that the run before this one left waiting
   * @throws NoSuchFileException if the inbox is not there
   */
  public InboxLook look(Duration interval, Set<Sighting> earlier) throws IOException {
    Walk first = walk();
    if (!first.files().isEmpty()) {
      pause.pass(interval);
    }
    Walk second = walk();
    List<Arrival> arrivals = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>(second.waiting());
    for (Arrival file : second.files().values()) {
      Optional<Waiting.Reason> reason = reason(file, first, second, earlier);
      reason.ifPresentOrElse(why -> waiting.add(waiting(file, why)), () -> arrivals.add(file));
    }
    return InboxLook.of(arrivals, waiting);
  }

  /**
   * How many owner and temporary files lie there, which are no lists.
   *
   * @throws NoSuchFileException if the inbox is not there
   */
  public int ignored() throws IOException {
    return walk().ignored();
  }

  /**
   * Keeps a copy.
   *
   * @return empty if the file changed since it was seen or while it was copied, or could not be
   *     read to its end: it stays for the next run
   * @throws IOException if the copy cannot be written
   */
  public Optional<Taken> take(Arrival arrival, KeepCopy copies) throws IOException {
    Path path = arrival.path();
    if (!arrival.stamp().holds(path)) {
      return Optional.empty();
    }
    try {
      return copies
          .keep(path, () -> arrival.stamp().holds(path))
          .map(sha256 -> new SourceFile(sha256, arrival.name(), arrival.unit()))
          .map(file -> new Taken(arrival, file));
    } catch (IOException failure) {
      if (readable(path)) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  /** Whether all of a file can be read: a share that fails in its middle is the file's fault. */
  private static boolean readable(Path path) {
    try {
      return !sha256(path).isEmpty();
    } catch (IOException failure) {
      return false;
    }
  }

  /** Removes a file whose receipt is journaled, if it still is the file that was kept. */
  public Cleared clear(Taken taken) {
    Path path = taken.arrival().path();
    try {
      if (!taken.arrival().stamp().holds(path)) {
        // With its share away the file is not gone: it will be there again with the share.
        return Files.exists(path) ? Cleared.REPLACED : there() ? Cleared.GONE : Cleared.STUCK;
      }
      return Aside.of(path).removed(file -> same(file, taken)) ? Cleared.REMOVED : Cleared.REPLACED;
    } catch (NoSuchFileException e) {
      return there() ? Cleared.GONE : Cleared.STUCK;
    } catch (IOException e) {
      return Cleared.STUCK;
    }
  }

  private static boolean same(Path file, Taken taken) throws IOException {
    return taken.arrival().stamp().holds(file) && sha256(file).equals(taken.file().sha256());
  }

  /**
   * Ends what a run that was cut short had begun to remove: a file that is kept goes, any other
   * gets its name back. What cannot be moved stays for the next run.
   *
   * @param kept whether a file's receipt is journaled
   * @throws IOException if the inbox is not there or cannot be read
   */
  public void putBack(Predicate<SourceFile> kept) throws IOException {
    for (Arrival left : walk().aside()) {
      try {
        if (kept.test(new SourceFile(sha256(left.path()), left.name(), left.unit()))) {
          Files.delete(left.path());
        } else {
          Aside.putBack(left.path());
        }
      } catch (IOException cannot) {
        // It is out of nobody's way, and the night must not fail for it.
      }
    }
  }

  /** The remark for a file that {@link #take} could not take. */
  public static Waiting left(Arrival arrival) {
    return waiting(
        arrival,
        arrival.stamp().holds(arrival.path())
            ? Waiting.Reason.UNREADABLE
            : Waiting.Reason.CHANGING);
  }

  /** The remark for a file that was taken and that {@link #clear} could not remove. */
  public static Waiting stuck(Arrival arrival) {
    return waiting(arrival, Waiting.Reason.TAKEN);
  }

  private static Optional<Waiting.Reason> reason(
      Arrival file, Walk first, Walk second, Set<Sighting> earlier) {
    Arrival before = first.files().get(file.path());
    if (before == null || !before.stamp().equals(file.stamp())) {
      return Optional.of(Waiting.Reason.CHANGING);
    }
    if (second.marked(file)) {
      return Optional.of(Waiting.Reason.BEING_EDITED);
    }
    Sighting now = waiting(file, Waiting.Reason.INCOMPLETE).sighting();
    try {
      return Structure.complete(file.path()) || earlier.contains(now)
          ? Optional.empty()
          : Optional.of(Waiting.Reason.INCOMPLETE);
    } catch (IOException e) {
      return Optional.of(Waiting.Reason.UNREADABLE);
    }
  }

  /** One look at what lies there. */
  Walk walk() throws IOException {
    if (!there()) {
      throw new NoSuchFileException(folder.toString());
    }
    return Walk.of(folder);
  }

  /** Whether the inbox is there, and not what an unmounted share leaves in its place. */
  public boolean there() {
    return Files.isDirectory(folder)
        && (marker.isEmpty() || Files.exists(folder.resolve(marker)))
        && (same == null || same.equals(identity()));
  }

  /** Null where the system has no such thing, or the folder is not there. */
  private @Nullable Object identity() {
    try {
      return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    } catch (IOException away) {
      return null;
    }
  }

  static Waiting waiting(Arrival file, Waiting.Reason reason) {
    Stamp stamp = file.stamp();
    return new Waiting(file.name(), file.unit(), stamp.bytes(), stamp.modifiedMillis(), reason);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package cn.bidui.notify;

import cn.bidui.ledger.Entry.Notice;
import cn.bidui.ledger.Entry.Notice.Phase;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Journal;
import cn.bidui.ledger.JournalState;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has still to leave the house (发件箱). It is the journal: a publication keeps its digest, and
 * every attempt is noted before and after. So a crash loses no message; the one message whose
 * sending was noted and whose arrival was not is sent once more and says so. Every message carries
 * the journal's head, so that whoever keeps it can prove later what the journal said by then.
 */
public final class Outbox {

  /** Under this name a publication keeps the text of its digest. */
  public static final String KEPT = "digest";

  /** The ids of messages that are no night's digest begin with this; those of runs do not. */
  public static final String ANNOUNCED = "N-";

  /**
   * A channel to which a message of its own could not be handed so many times is tried only once in
   * {@link #LATER} from then on.
   */
  private static final int TRIES = 5;

  /** A little less than a day, as the system asks at the same time of day. */
  private static final Duration LATER = Duration.ofHours(23);

  /** Older nights than so many are no news. */
  private static final int NIGHTS = 7;

  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Journal journal;
  private final Texts texts;
  private final Pause pause;

  /** The archived text of a digest. */
  @FunctionalInterface
  public interface Texts {
    /** The text. */
    String of(String digest) throws IOException;
  }

  /** Waiting between two attempts. */
  @FunctionalInterface
  public interface Pause {
    /** Waits so long. */
    void sleep(Duration time) throws InterruptedException;
  }

  public Outbox(Journal journal, Texts texts, Pause pause) {
    this.journal = journal;
    this.texts = texts;
    this.pause = pause;
  }

  /**
   * Sends what waits, the oldest first. A channel that fails is tried again with the next run.
   *
   * @return the channels that failed, with the key of the reason
   * @throws IOException if the journal or the archive cannot be read or written
   */
  public List<Notice> send(List<Channel> channels) throws IOException {
    List<Notice> failed = new ArrayList<>();
    for (Channel channel : channels) {
      for (Published night : waiting(channel.name(), journal.state())) {
        Optional<Notice> failure = send(channel, night);
        if (failure.isPresent()) {
          failed.add(failure.get());
          break;
        }
      }
    }
    return failed;
  }

  /**
   * The nights of which this channel has to be told. A channel that is new is told of the last one
   * only.
   */
  public static List<Published> waiting(String channel, JournalState state) {
    List<Notice> own =
        state.notices().stream()
            .filter(notice -> notice.channel().equals(channel))
            .filter(notice -> !notice.runId().startsWith(ANNOUNCED))
            .toList();
    List<Published> all = new ArrayList<>(state.publications());
    Collections.reverse(all);
    List<Published> waiting = new ArrayList<>();
    for (Published night : all.subList(0, Math.min(NIGHTS, all.size()))) {
      boolean sent = has(own, night, Phase.SENT);
      boolean known = waiting.isEmpty() || has(own, night, Phase.SENDING) || !own.isEmpty();
      if (sent) {
        break;
      }
      if (known && !digest(channel, night).isEmpty()) {
        waiting.add(0, night);
      }
    }
    return waiting;
  }

  /** Where a night's text for that channel is kept; blank if it is not meant for it. */
  private static String digest(String channel, Published night) {
    return night.kept().getOrDefault(KEPT, night.kept().getOrDefault(keptFor(channel), ""));
  }

  /** Under this name a publication that is not for every channel keeps the text for one. */
  public static String keptFor(String channel) {
    return KEPT + "-" + channel;
  }

  private static boolean has(List<Notice> notices, Published night, Phase phase) {
    return notices.stream()
        .anyMatch(notice -> notice.runId().equals(night.runId()) && notice.phase() == phase);
  }

  private Optional<Notice> send(Channel channel, Published night) throws IOException {
    String text = texts.of(digest(channel.name(), night));
    boolean again = unsure(channel.name(), night.runId());
    String anchored = text + Messages.ZH.text("notify.head", journal.head().text()) + "\n";
    return hand(
        channel,
        new Message(night.runId(), night.asOf(), again ? again(anchored) : anchored, again));
  }

  /**
   * Sends a message where the journal cannot be written: once by each channel, and without a trace.
   *
   * @return what came of each channel, sent or failed; of the latter with the key of the reason
   */
  public static List<Notice> unrecorded(List<Channel> channels, Message message) {
    List<Notice> came = new ArrayList<>();
    for (Channel channel : channels) {
      try {
        channel.send(message);
        came.add(new Notice(message.runId(), channel.name(), Phase.SENT, ""));
      } catch (NotSentException e) {
        LOG.warn("a message off the record was not sent by {}: {}", channel.name(), e.key());
        came.add(new Notice(message.runId(), channel.name(), Phase.FAILED, e.key()));
      }
    }
    return came;
  }

  private Optional<Notice> hand(Channel channel, Message message) throws IOException {
    note(message, channel, Phase.SENDING, "");
    for (int attempt = 1; ; attempt++) {
      try {
        channel.send(message);
        note(message, channel, Phase.SENT, "");
        return Optional.empty();
      } catch (NotSentException e) {
        if (attempt == ATTEMPTS || !e.passing() || !waited(attempt)) {
          LOG.warn(
              "the message of {} was not sent by {}: {}", message.asOf(), channel.name(), e.key());
          return Optional.of(note(message, channel, Phase.FAILED, e.key()));
        }
      }
    }
  }

  /**
   * Sends a message of its own, which is no night's digest, once by each channel. A channel that
   * fails is tried again with the next call, and after {@link #TRIES} calls once a day.
   *
   * @param message its id begins with {@link #ANNOUNCED}
   * @param now the time, by the clock of the journal
   * @return the channels that failed now
   * @throws IOException if the journal cannot be written
   */
  public List<Notice> announce(List<Channel> channels, Message message, Instant now)
      throws IOException {
    List<Notice> failed = new ArrayList<>();
    for (Channel channel : channels) {
      if (isToBeTold(channel.name(), message.runId(), journal.state(), now)) {
        boolean again = unsure(channel.name(), message.runId());
        Message sent =
            again
                ? new Message(
                    message.runId(), message.asOf(), again(message.text()), true, message.file())
                : message;
        hand(channel, sent).ifPresent(failed::add);
      }
    }
    return failed;
  }

  /** Whether a message of its own is still to be sent by that channel. */
  public static boolean isToBeTold(String channel, String id, JournalState state, Instant now) {
    List<Phase> phases =
        state.notices().stream()
            .filter(notice -> notice.channel().equals(channel) && notice.runId().equals(id))
            .map(Notice::phase)
            .toList();
    long failures = phases.stream().filter(phase -> phase == Phase.FAILED).count();
    return !phases.contains(Phase.SENT) && (failures < TRIES || isLongAgo(id, channel, state, now));
  }

  /** A failure on a clock that ran ahead is one of long ago. */
  private static boolean isLongAgo(String id, String channel, JournalState state, Instant now) {
    return state
        .failed(id, channel)
        .filter(last -> Duration.between(last, now).abs().compareTo(LATER) < 0)
        .isEmpty();
  }

  private boolean waited(int attempt) {
    try {
      pause.sleep(FIRST_PAUSE.multipliedBy(1L << (2 * (attempt - 1))));
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether the last thing noted is that it was being sent. */
  private boolean unsure(String channel, String id) {
    return journal.state().notices().stream()
        .filter(notice -> notice.channel().equals(channel))
        .filter(notice -> notice.runId().equals(id))
        .reduce((earlier, later) -> later)
        .filter(notice -> notice.phase() == Phase.SENDING)
        .isPresent();
  }

  /** The subject stays the same, so that both are seen to be one. */
  private static String again(String text) {
    return text + Messages.ZH.text("notify.again") + "\n";
  }

  private Notice note(Message message, Channel channel, Phase phase, String words)
      throws IOException {
    Notice notice = new Notice(message.runId(), channel.name(), phase, words);
    journal.append(notice);
    return notice;
  }
}

package cn.bidui.batch;

import cn.bidui.ledger.Entry.Notice;
import cn.bidui.ledger.Entry.Notice.Phase;
import cn.bidui.ledger.JournalState;
import cn.bidui.notify.Channel;
import cn.bidui.notify.Channels;
import cn.bidui.notify.NotSentException;
import cn.bidui.notify.Outbox;
import cn.bidui.plan.NotifyPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The ways by which digests leave the house, and how each of them stands. */
public final class NoticeWays {

  private NoticeWays() {}

  /**
   * How one way stands.
   *
   * @param name as the journal calls it
   * @param waiting how many nights it has still to be told of
   * @param failed key of the reason why the last message did not go out; empty if it did
   * @param closed key of the reason why no message can go out now; empty if none is known
   */
  public record Way(String name, int waiting, Optional<String> failed, Optional<String> closed) {}

  /**
   * The ways that {@code plan} names; nothing is sent.
   *
   * @param online whether connections may be opened to see who answers
   */
  public static List<Way> of(
      NotifyPlan plan, Path home, Clock clock, JournalState state, boolean online) {
    return Channels.of(plan, home, clock).stream()
        .map(channel -> way(channel, state, online))
        .toList();
  }

  private static Way way(Channel channel, JournalState state, boolean online) {
    int waiting = Outbox.waiting(channel.name(), state).size();
    Optional<String> failed =
        state.notices().stream()
            .filter(notice -> notice.channel().equals(channel.name()))
            .reduce((earlier, later) -> later)
            .filter(notice -> notice.phase() == Phase.FAILED)
            .map(Notice::words);
    return new Way(channel.name(), waiting, failed, closed(channel, online));
  }

  private static Optional<String> closed(Channel channel, boolean online) {
    try {
      if (online) {
        channel.reach();
      } else {
        channel.ready();
      }
      return Optional.empty();
    } catch (NotSentException closed) {
      return Optional.of(closed.key());
    }
  }
}

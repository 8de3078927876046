package cn.bidui.notify;

import java.time.LocalDate;

/**
 * One message to one channel.
 *
 * @param runId the run that it tells of; with the channel it names the message for good
 * @param text its first line is its subject
 * @param again whether an earlier attempt may have arrived: a crash fell between sending and noting
 *     it, and nobody can know
 */
public record Message(String runId, LocalDate asOf, String text, boolean again) {

  /** The first line. */
  public String subject() {
    return text.lines().findFirst().orElse("");
  }
}

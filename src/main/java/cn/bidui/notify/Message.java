package cn.bidui.notify;

import java.time.LocalDate;

/**
 * One message to one channel.
 *
 * @param runId the run that it tells of; with the channel it names the message for good
 * @param text its first line is its subject
 * @param again whether an earlier attempt may have arrived: a crash fell between sending and noting
 *     it, and nobody can know
 * @param file what a folder calls it, without ending
 */
public record Message(String runId, LocalDate asOf, String text, boolean again, String file) {

  /** The digest of a run: one file a day. */
  public Message(String runId, LocalDate asOf, String text, boolean again) {
    this(runId, asOf, text, again, asOf.toString());
  }

  /** The first line. */
  public String subject() {
    return text.lines().findFirst().orElse("");
  }
}

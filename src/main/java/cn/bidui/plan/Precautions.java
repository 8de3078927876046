package cn.bidui.plan;

/**
 * What keeps a night from doing harm or hanging when the machine below it is not well.
 *
 * @param stepLimitMinutes a step that takes longer is ended
 * @param inboxMarker the name of a file that lies in the inbox while its share is mounted; blank if
 *     there is none
 */
public record Precautions(int stepLimitMinutes, String inboxMarker) {

  /** The longest step that was ever measured takes minutes; nobody waits until noon. */
  private static final int USUAL_MINUTES = 120;

  private static final int MOST_MINUTES = 1_440;
  private static final String LIMIT = "step-limit-minutes";
  private static final String MARKER = "inbox-marker";

  static Precautions read(Yaml root) {
    long minutes = root.at(LIMIT).number(USUAL_MINUTES);
    if (minutes < 1 || minutes > MOST_MINUTES) {
      root.at(LIMIT).mistake("plan.out-of-range", LIMIT, "1", String.valueOf(MOST_MINUTES));
      minutes = USUAL_MINUTES;
    }
    String marker = root.at(MARKER).text("").strip();
    // Other names would be taken for lists, and a path would look elsewhere.
    if (!marker.isEmpty() && !marker.matches("\\.[^/\\\\]*[^/\\\\.]")) {
      root.at(MARKER).mistake("plan.inbox-marker", marker);
      marker = "";
    }
    return new Precautions((int) minutes, marker);
  }
}

package cn.bidui.report.period;

import java.util.List;

/**
 * A report before it is written: counts and names of places, no pupil.
 *
 * @param file the name of its files, without ending
 * @param title its heading
 * @param unit the bureau; blank if it has no name
 * @param facts what it rests on: nights, lists, digest
 * @param paragraphs its summary
 * @param alarms what keeps it from being whole
 * @param front tables of the first page
 * @param further tables with a page of their own
 * @param signing whether it is to be signed on paper
 */
public record PeriodDocument(
    String file,
    String title,
    String unit,
    List<String> facts,
    List<String> paragraphs,
    List<String> alarms,
    List<PeriodTable> front,
    List<PeriodTable> further,
    boolean signing) {

  public PeriodDocument {
    facts = List.copyOf(facts);
    paragraphs = List.copyOf(paragraphs);
    alarms = List.copyOf(alarms);
    front = List.copyOf(front);
    further = List.copyOf(further);
  }

  /** The boxes in which it is signed. */
  public static List<String> boxes() {
    return List.of(
        Texts.of("box.made"),
        Texts.of("box.checked"),
        Texts.of("box.approved"),
        Texts.of("box.issued"));
  }
}

package cn.bidui.report;

import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.source.Messages;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answers that a sheet offers (处理结果): those of the outcome catalog that fit its topic, so that
 * nobody has to search thirty for one. Whatever the catalog has may be answered.
 */
final class Choices {

  private static final String DATA = "D3 D4 E1 G4 G8 S T";
  private static final String RULING = "S T U";
  private static final String AID = "G1 G2 G3 G4 G5 G6 G7 G8 A1 A2 A3 C1 C2 D1 D2 D4 E1 E2";
  private static final String DROPOUT =
      "A1 A2 A3 A4 A5 B1 B2 B3 B4 B5 B6 C1 C2 D1 D2 D3 D4 D5 D6 E1 E2 F1 F2 F3 G4 G8";

  private Choices() {}

  /** The name under which a workbook keeps the answers to {@code topic}. */
  static String name(Topic topic) {
    return "ANSWERS_" + topic.name();
  }

  /** The name under which a workbook keeps what an answer can be shown by (佐证). */
  static final String EVIDENCE = "EVIDENCE";

  /** The labels of what an answer can be shown by. */
  static List<String> evidence() {
    return Stream.of(EvidenceKind.values()).map(kind -> kind.label(Messages.ZH)).toList();
  }

  /** The answers as the catalog publishes them; to a plain question in plain words. */
  static List<String> of(Topic topic) {
    return Stream.of(codes(topic).split(" ", -1))
        .map(OutcomeCode::valueOf)
        .map(code -> topic == Topic.UNDECIDED ? code.label(Messages.ZH) : code.published())
        .toList();
  }

  private static String codes(Topic topic) {
    return switch (topic) {
      case AID -> AID;
      case DROPOUT -> DROPOUT;
      case UNDECIDED -> RULING;
      case IDENTITY, ROLL, QUALITY -> DATA;
    };
  }
}

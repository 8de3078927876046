package cn.bidui.cli;

import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.source.Messages;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** All outcomes that can be answered, each with what it does and what shows it. */
final class OutcomeCatalog {

  private final Messages messages;

  OutcomeCatalog(Messages messages) {
    this.messages = messages;
  }

  void print(PrintWriter out) {
    for (OutcomeCode code : OutcomeCode.values()) {
      out.println(code.name() + "  " + code.label(messages) + "  " + effect(code));
    }
    out.println();
    for (EvidenceKind kind : EvidenceKind.values()) {
      out.println(kind.code() + "  " + kind.label(messages));
    }
  }

  private String effect(OutcomeCode code) {
    String shown =
        code.evidence().isEmpty()
            ? ""
            : messages.text("cli.answer.shown-by", evidence(code, messages));
    return messages.text(term(code)) + shown;
  }

  private static String term(OutcomeCode code) {
    if (!code.closes()) {
      return "cli.answer.stays-open";
    }
    if (code.untilRequired()) {
      return "cli.answer.closes-until";
    }
    boolean yearly = code.lastDay(java.time.LocalDate.EPOCH).isPresent();
    return yearly ? "cli.answer.closes-for-year" : "cli.answer.closes";
  }

  /** The labels of what usually shows {@code code}. */
  static String evidence(OutcomeCode code, Messages messages) {
    return code.evidence().stream()
        .map(kind -> kind.label(messages))
        .collect(Collectors.joining(messages.text("cli.answer.or")));
  }
}

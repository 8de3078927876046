package cn.bidui.ledger.own;

import cn.bidui.ledger.EvidenceKind;
import cn.bidui.ledger.OutcomeCode;
import cn.bidui.plan.HeaderText;
import cn.bidui.plan.OwnWords;
import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What ledgers call an outcome or an evidence. */
record OutcomeWords(OwnWords words) {

  /** By code or label, by a word of the catalog, else by the label without its brackets. */
  Optional<OutcomeCode> outcome(String text) {
    return OutcomeCode.find(text)
        .or(() -> words.outcome(text).flatMap(OutcomeCode::find))
        .or(() -> folded(text));
  }

  private static Optional<OutcomeCode> folded(String text) {
    String wanted = HeaderText.fold(text);
    List<OutcomeCode> same =
        Arrays.stream(OutcomeCode.values())
            .filter(code -> HeaderText.fold(code.label(Messages.ZH)).equals(wanted))
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  Optional<EvidenceKind> evidence(String text) {
    return EvidenceKind.find(text).or(() -> words.evidence(text).flatMap(EvidenceKind::find));
  }
}

package cn.bidui.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on: which evidence, who looked at it, and when (佐证、核实人、核实日期).
 *
 * @param evidence null where the answer names none
 * @param verifiedBy blank where it is who answered
 * @param verifiedOn null where it is the day of the answer
 */
public record Proof(
    @Nullable EvidenceKind evidence, String verifiedBy, @Nullable LocalDate verifiedOn) {

  /** The answer says nothing of it, as answers of earlier versions do. */
  public static final Proof NONE = new Proof(null, "", null);
}

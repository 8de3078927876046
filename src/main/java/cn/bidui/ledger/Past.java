package cn.bidui.ledger;

import java.util.List;
import java.util.Map;

/**
 * What tonight's findings are held against.
 *
 * @param findings of the last publication with an earlier as-of date, resolved ones included
 * @param resolved findings that were resolved on any earlier night, and when last
 */
public record Past(List<LedgerFinding> findings, Map<String, Resolution> resolved) {

  /** The first night. */
  public static final Past NONE = new Past(List.of(), Map.of());

  public Past {
    findings = List.copyOf(findings);
    resolved = Map.copyOf(resolved);
  }
}

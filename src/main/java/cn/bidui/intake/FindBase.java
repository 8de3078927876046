package cn.bidui.intake;

import cn.bidui.source.Content;
import java.util.Optional;

/**
 * Finds the list to which an answer was given that now comes back corrected (port; whoever keeps
 * the taken files implements it).
 */
@FunctionalInterface
public interface FindBase {

  /** Nothing was ever taken here. */
  FindBase NONE = (sha256, receipt) -> Optional.empty();

  /**
   * The list.
   *
   * @param sha256 its digest
   * @param receipt the number by which the owner knows its receipt
   * @return empty if no such list was taken under that number
   */
  Optional<Base> find(String sha256, long receipt);

  /**
   * A taken list.
   *
   * @param content where its bytes are
   * @param name as its owner knows it
   */
  record Base(Content content, String name) {}
}

package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.ModelAccepted;
import cn.bidui.ledger.JournalState;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.ModelText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which weights a night links by (模型): those that a person accepted last, else those of its plan.
 */
public final class ModelInUse {

  private final JournalState state;
  private final Archive archive;

  /**
   * As a journal says.
   *
   * @param state what the journal says; of a night that is over, what it said then
   */
  public ModelInUse(JournalState state, Archive archive) {
    this.state = state;
    this.archive = archive;
  }

  /**
   * The numbers of a night.
   *
   * @throws IOException if an accepted model cannot be read any more
   */
  public LinkLimits limits(NightOrder order) throws IOException {
    LinkLimits plan = order.linking();
    Optional<ModelAccepted> accepted = state.model();
    return accepted.isPresent() ? plan.weighingBy(read(accepted.get().digest())) : plan;
  }

  private LinkModel read(String digest) throws IOException {
    try (InputStream text = archive.open(digest)) {
      return ModelText.read(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .orElseThrow(() -> new IOException("not an archived model"));
    }
  }
}

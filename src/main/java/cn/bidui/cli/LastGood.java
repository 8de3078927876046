package cn.bidui.cli;

import cn.bidui.batch.JobTree;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalState;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.Settings;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * By which settings an alarm goes out: those that are there, or, where nobody can tell from them
 * whom to tell, those that the last night was run by.
 *
 * @param night whose settings they are; empty if they are those that are there
 */
record LastGood(Settings settings, Optional<LocalDate> night) {

  /**
   * Looks for them; where none are kept, or they cannot be opened as the key is lost, those that
   * are there have to do.
   *
   * @param there the settings that are there, with defaults where something is wrong in them
   */
  static LastGood of(Options options, Settings there, JournalState state) throws IOException {
    String text = Yaml.text(Files.readAllBytes(options.folder().settings()));
    Optional<Published> last = state.latest();
    if (last.isEmpty() || Settings.namesChannels(text)) {
      return new LastGood(there, Optional.empty());
    }
    try {
      Optional<Settings> kept = kept(options.archive(state), last.get());
      return new LastGood(kept.orElse(there), kept.map(settings -> last.get().asOf()));
    } catch (IOException | RuntimeException unreadable) {
      LoggerFactory.getLogger(LastGood.class)
          .warn("the settings of the last night cannot be read: {}", Traces.of(unreadable));
      return new LastGood(there, Optional.empty());
    }
  }

  private static Optional<Settings> kept(Archive archive, Published night) throws IOException {
    if (!archive.holds(night.jobs())) {
      return Optional.empty();
    }
    try (InputStream blob = archive.open(night.jobs())) {
      String text = JobTree.parse(blob.readAllBytes()).texts().getOrDefault(JobTree.SETTINGS, "");
      return Optional.of(Settings.read(JobTree.SETTINGS, text, new Mistakes()));
    }
  }
}

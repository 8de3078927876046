package cn.bidui.cli.status;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What jobs are to do, and what stands in their way.
 *
 * @param next when the next job is due, if any has a time
 * @param silence since when nothing was published, where a night should have been
 * @param mistakes how many things in settings and jobs have to be put right before a run
 * @param failed names of sources whose list did not come in the last run
 */
public record Coming(
    Optional<LocalDateTime> next, Optional<Duration> silence, int mistakes, List<String> failed) {

  public Coming {
    failed = List.copyOf(failed);
  }

  /** Where jobs cannot be read. */
  public static Coming unknown(int mistakes) {
    return new Coming(Optional.empty(), Optional.empty(), mistakes, List.of());
  }
}

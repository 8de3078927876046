package cn.bidui.collect;

import cn.bidui.plan.ListSource;
import java.time.LocalDate;

/** Somebody who has a list (来源). */
sealed interface Source permits JdbcSource, HttpSource, SftpSource {

  /** Asks for it once. */
  Fetched fetch(Attempt attempt) throws FetchFailedException;

  /**
   * The circumstances of one attempt.
   *
   * @param known what came the last time
   * @param asOf the day that stands in the name of a list that has none of its own
   * @param pause waits between two looks
   */
  record Attempt(
      ListSource declared,
      Fetched.Known known,
      LocalDate asOf,
      Staging staging,
      Secret secrets,
      Deadline deadline,
      Pause pause) {

    /** The name of a list that has none of its own. */
    String name(String ending) {
      return ArrivalName.of(declared, asOf, ending);
    }
  }

  /** The one for what is declared. */
  static Source of(ListSource declared) {
    ListSource.Place place = declared.place();
    if (place instanceof ListSource.Jdbc jdbc) {
      return new JdbcSource(jdbc);
    }
    return place instanceof ListSource.Http http
        ? new HttpSource(http)
        : new SftpSource((ListSource.Sftp) place);
  }
}

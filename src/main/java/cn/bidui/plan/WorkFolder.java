package cn.bidui.plan;

import java.nio.file.Path;
import java.time.LocalDate;

/** The work folder of one bureau and the places in it, which are public interface. */
public record WorkFolder(Path home) {

  /** Staff drop lists here; a sub-folder may carry a unit's name. */
  public Path inbox() {
    return home.resolve("inbox");
  }

  /** One answer per dropped file. */
  public Path feedback() {
    return home.resolve("feedback");
  }

  /** What runs publish, one folder per as-of date. */
  public Path reports() {
    return home.resolve("reports");
  }

  /** Runs over an earlier as-of date, which change nothing. */
  public Path whatIf() {
    return home.resolve("what-if");
  }

  /** Every taken file, content-addressed. */
  public Path archive() {
    return home.resolve("archive");
  }

  /** The append-only record. */
  public Path journal() {
    return home.resolve("journal");
  }

  /** The embedded database. */
  public Path data() {
    return home.resolve("data");
  }

  /** Where what is half written or only looked at lies for a while; nothing in it is needed. */
  public Path scratch() {
    return data().resolve("scratch");
  }

  /** Log files, without a person in them. */
  public Path logs() {
    return home.resolve("logs");
  }

  /** The settings. */
  public Path settings() {
    return home.resolve("bidui.yml");
  }

  /** The publication of one as-of date. */
  public Path report(LocalDate asOf) {
    return reports().resolve(asOf.toString());
  }
}

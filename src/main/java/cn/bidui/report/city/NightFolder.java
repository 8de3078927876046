package cn.bidui.report.city;

import cn.bidui.source.Legible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the night in what somebody named as a county's folder, and reads it. */
final class NightFolder {

  private static final String RUN = "run.json";

  private NightFolder() {}

  /** The county, with its figures or with why there are none. */
  static County read(CountyFolder named) {
    try {
      CountyNight night = CountyNight.read(data(named.folder()));
      return new County(name(named, night.run().unit()), night, RunRemarks.of(night.run()));
    } catch (Unreadable why) {
      return without(named, why.why());
    } catch (IOException | UncheckedIOException failed) {
      return without(named, Remark.of(Fault.UNREADABLE));
    }
  }

  private static County without(CountyFolder named, Remark why) {
    return new County(name(named, ""), null, List.of(why));
  }

  private static String name(CountyFolder named, String unit) {
    return Stream.of(named.name(), unit, named.otherwise())
        .filter(name -> !name.isBlank())
        .findFirst()
        .map(name -> Legible.line(name.strip()))
        .orElse("?");
  }

  /** The folder that holds {@code run.json}: a night's, or the newest night's of a work folder. */
  private static Path data(Path folder) throws IOException, Unreadable {
    if (!Files.isDirectory(folder)) {
      throw new Unreadable(Fault.NO_FOLDER);
    }
    Path reports = folder.resolve("reports");
    Path night =
        Files.isDirectory(reports)
            ? newest(reports).orElseThrow(() -> new Unreadable(Fault.NO_NIGHT))
            : folder;
    Path data = night.resolve("data");
    if (Files.isRegularFile(data.resolve(RUN))) {
      return data;
    }
    if (Files.isRegularFile(night.resolve(RUN))) {
      return night;
    }
    throw new Unreadable(Fault.NO_NIGHT);
  }

  private static Optional<Path> newest(Path reports) throws IOException {
    try (Stream<Path> nights = Files.list(reports)) {
      return nights
          .filter(Files::isDirectory)
          .filter(night -> isDate(String.valueOf(night.getFileName())))
          .max(Comparator.comparing(night -> String.valueOf(night.getFileName())));
    }
  }

  private static boolean isDate(String name) {
    try {
      LocalDate.parse(name);
      return true;
    } catch (DateTimeException another) {
      return false;
    }
  }
}

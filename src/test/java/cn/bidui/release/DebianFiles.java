package cn.bidui.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Where the program's files go on a Debian system, and what comes to them there. */
final class DebianFiles {

  static final String PROGRAM = "usr/lib/bidui";
  static final String HOME = "var/lib/bidui";

  /** What is for other systems, or stands elsewhere on this one. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(".*\\.(cmd|ps1)|LICENSE|Dockerfile|\\.dockerignore|SHA256SUMS");

  private DebianFiles() {}

  /**
   * The files of the package.
   *
   * @param own the folder with the files that only the package has
   * @param units what systemd is to run
   * @param program the program's folder
   */
  static List<Packed> of(Path own, List<Path> units, List<Packed> program, Build build) {
    List<Packed> files = new ArrayList<>();
    program.stream()
        .filter(file -> !ELSEWHERE.matcher(file.path()).matches())
        .map(file -> file.under(PROGRAM))
        .forEach(files::add);
    files.add(Packed.program("usr/bin/bidui", own.resolve("bidui")));
    for (Path unit : units) {
      files.add(
          new Packed(
              "usr/lib/systemd/system/" + unit.getFileName(),
              false,
              () -> ProgramFolder.utf8(marked(unit))));
    }
    files.add(Packed.file("usr/share/doc/bidui/copyright", own.resolve("copyright")));
    files.add(
        new Packed("usr/share/doc/bidui/changelog.gz", false, () -> gzip(changelog(build), build)));
    return files;
  }

  /** The unit with the places of the package instead of its marks. */
  private static String marked(Path unit) throws IOException {
    return Files.readString(unit)
        .replace("@PROGRAM@", "/" + PROGRAM + "/bin/bidui")
        .replace("@HOME@", "/" + HOME)
        .replace("@USER@", "bidui");
  }

  private static String changelog(Build build) {
    String day =
        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
            build.time().atOffset(java.time.ZoneOffset.UTC));
    return "bidui (%s) stable; urgency=medium\n\n  * See /%s/CHANGELOG.md.\n\n -- %s  %s\n"
        .formatted(build.version(), PROGRAM, "Bidui <bidui@localhost>", day);
  }

  private static byte[] gzip(String text, Build build) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GzipParameters header = new GzipParameters();
    header.setCompressionLevel(Deflater.BEST_COMPRESSION);
    header.setModificationInstant(build.time());
    header.setOperatingSystem(255);
    try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, header)) {
      gzip.write(ProgramFolder.utf8(text));
    }
    return bytes.toByteArray();
  }
}

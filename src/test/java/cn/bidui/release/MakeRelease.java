package cn.bidui.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Packs a release. Arguments: root of the sources, the built jar, the folder with its parts,
 * version, commit, time of the commit, folder to write into.
 */
public final class MakeRelease {

  private static final String BILL = "META-INF/sbom/application.cdx.json";

  private MakeRelease() {}

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    byte[] bill = bill(Path.of(arguments[1]));
    Path parts = Path.of(arguments[2]);
    Build build = new Build(arguments[3], arguments[4], Instant.parse(arguments[5]));
    make(root, parts, bill, build, Path.of(arguments[6])).forEach(System.out::println);
  }

  /** The bill of materials that the build packed into the jar. */
  static byte[] bill(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(BILL);
      if (entry == null) {
        throw new NoSuchFileException(
            jar + " has no " + BILL + "; Maven leaves it out when offline");
      }
      return zip.getInputStream(entry).readAllBytes();
    }
  }

  /**
   * Writes zip, Debian package, bill of materials and their checksums.
   *
   * @return what was written
   */
  static List<Path> make(Path root, Path parts, byte[] bill, Build build, Path out)
      throws IOException {
    Files.createDirectories(out);
    List<Packed> program = ProgramFolder.of(root, parts, bill, build);
    Path zip = out.resolve(build.name() + ".zip");
    ZipPackage.write(zip, program, build);
    Path deb = out.resolve("bidui_" + build.version() + "_all.deb");
    Path own = root.resolve("scripts").resolve("release.d").resolve("deb");
    new DebPackage(build).write(deb, own, DebianFiles.of(own, units(root), program, build));
    Path sbom = out.resolve(build.name() + ".cdx.json");
    Files.write(sbom, bill);
    Path sums = out.resolve("SHA256SUMS");
    Files.writeString(
        sums, ProgramFolder.sum(sbom) + ProgramFolder.sum(zip) + ProgramFolder.sum(deb));
    return List.of(sbom, zip, deb, sums);
  }

  /** The templates that {@code scripts/install} fills in too. */
  private static List<Path> units(Path root) throws IOException {
    return ProgramFolder.listed(root.resolve("scripts").resolve("install.d")).stream()
        .filter(unit -> unit.toString().matches(".*\\.(service|timer)"))
        .toList();
  }
}

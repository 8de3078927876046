package cn.bidui.acceptance;

import cn.bidui.fixture.QuickFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A work folder as a released version left it, kept in {@code frozen/<version>/home.zip}: three
 * small nights of an invented county, an answer, a case, a signed period. It is made once for each
 * release, by that release, and never again:
 *
 * <pre>java -cp bidui-VERSION.jar:…:target/test-classes cn.bidui.acceptance.FrozenHome home.zip
 * </pre>
 */
final class FrozenHome {

  /** The as-of date of its last night. */
  static final String LAST = "2025-11-05";

  private FrozenHome() {}

  /** Makes a frozen folder with the program on the class path. */
  public static void main(String[] arguments) throws IOException {
    Path scratch = QuickFolder.make("frozen-");
    Office office = Office.open(scratch.resolve("home"));
    live(office);
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : Office.files(office.home())) {
        String name = office.home().relativize(file).toString().replace('\\', '/');
        if (!name.startsWith("logs/") && !name.endsWith("lease.lock")) {
          ZipEntry entry = new ZipEntry(name);
          entry.setLastModifiedTime(FileTime.fromMillis(0));
          zip.putNextEntry(entry);
          Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }
  }

  private static void live(Office office) throws IOException {
    MonthCounty county = new MonthCounty(20_251_103, 60);
    String unfunded = county.entitled();
    county.grants.remove(unfunded);
    String gone = county.monitored();
    county.reasons.put(gone, "辍学");
    for (MonthFiles.Kind kind : MonthFiles.Kind.values()) {
      drop(office, county, kind, 1);
    }
    night(office, "2025-11-03");
    String finding =
        office.table("2025-11-03", "findings.csv").where(row -> true).get(0).get("finding_id");
    says(office.does("answer", finding, "A2", "--by", "王干部", "--as-of", "2025-11-03"));
    county.grants.put(unfunded, List.of(county.child(unfunded).standard()));
    drop(office, county, MonthFiles.Kind.AID, 2);
    night(office, "2025-11-04");
    String open =
        office
            .table("2025-11-04", "findings.csv")
            .where(row -> row.get("state").equals("persisting"))
            .get(0)
            .get("finding_id");
    says(office.does("case", open, "assign", "张老师", "--by", "李主任", "--as-of", "2025-11-04"));
    drop(office, county, MonthFiles.Kind.ROLL, 3);
    night(office, LAST);
    says(office.does("report", "--period", "2025-11", "--as-of", "2025-12-01"));
    says(
        office.does(
            "report", "--period", "2025-11", "--sign", "--by", "李科长", "--as-of", "2025-12-01"));
  }

  private static void drop(Office office, MonthCounty county, MonthFiles.Kind kind, int mark)
      throws IOException {
    String name =
        switch (kind) {
          case ROLL -> "学籍在籍学生_2025110%d.csv";
          case AID -> "受助学生_2025秋_2025110%d.csv";
          case HOUSEHOLDS -> "监测对象_2025110%d.csv";
        };
    office.drop(name.formatted(mark + 1), county.write(kind, String.valueOf(mark)).bytes());
  }

  private static void night(Office office, String asOf) {
    Office.Said said = office.run(asOf);
    if (said.exit() > 3) {
      throw new AssertionError(said.all());
    }
  }

  private static void says(Office.Said said) {
    System.out.println(said.exit() + " " + said.all().lines().limit(2).toList());
  }

  /** Lays the frozen folder of {@code version} down as {@code home}. */
  static Office thaw(String version, Path home) throws IOException {
    String name = "/frozen/" + version + "/home.zip";
    try (InputStream in = FrozenHome.class.getResourceAsStream(name);
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(in, name))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = home.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    for (String folder : List.of("inbox", "feedback", "logs")) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.setPosixFilePermissions(
        home.resolve("bidui.key"), PosixFilePermissions.fromString("rw-------"));
    return new Office(home);
  }
}

package cn.bidui.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A Debian package (deb(5)): an archive of a version, of what dpkg is to do, and of the files. */
final class DebPackage {

  /** What dpkg runs, and must therefore be able to. */
  private static final List<String> SCRIPTS = List.of("postinst", "prerm", "postrm");

  private final Build build;

  DebPackage(Build build) {
    this.build = build;
  }

  /**
   * Writes the package.
   *
   * @param own the folder with {@code control} and the scripts of the package
   * @param files by their path from the root of the system, without its slash
   */
  void write(Path target, Path own, List<Packed> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        ArArchiveOutputStream deb = new ArArchiveOutputStream(out)) {
      member(deb, "debian-binary", ProgramFolder.utf8("2.0\n"));
      member(deb, "control.tar.gz", tar(control(own, files), false));
      member(deb, "data.tar.gz", tar(files, true));
    }
  }

  private void member(ArArchiveOutputStream deb, String name, byte[] bytes) throws IOException {
    deb.putArchiveEntry(
        new ArArchiveEntry(name, bytes.length, 0, 0, 0100644, build.time().getEpochSecond()));
    deb.write(bytes);
    deb.closeArchiveEntry();
  }

  private List<Packed> control(Path own, List<Packed> files) throws IOException {
    long size = 0;
    StringBuilder sums = new StringBuilder();
    for (Packed file : files) {
      byte[] bytes = file.content().read();
      size += (bytes.length + 1023) / 1024;
      sums.append(md5(bytes)).append("  ").append(file.path()).append('\n');
    }
    String control =
        Files.readString(own.resolve("control"))
            .replace("@VERSION@", build.version())
            .replace("@SIZE@", String.valueOf(size));
    List<Packed> packed =
        new java.util.ArrayList<>(
            List.of(Packed.text("control", control), Packed.text("md5sums", sums.toString())));
    SCRIPTS.forEach(script -> packed.add(Packed.program(script, own.resolve(script))));
    return packed;
  }

  private byte[] tar(List<Packed> files, boolean folders) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GzipParameters header = new GzipParameters();
    header.setModificationInstant(build.time());
    header.setOperatingSystem(255);
    try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, header);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      tar.setAddPaxHeadersForNonAsciiNames(false);
      if (folders) {
        for (String folder : folders(files)) {
          put(tar, new TarArchiveEntry(folder + "/", TarConstants.LF_DIR), 0755, new byte[0]);
        }
      }
      for (Packed file : files.stream().sorted(Comparator.comparing(Packed::path)).toList()) {
        put(tar, new TarArchiveEntry("./" + file.path()), file.mode(), file.content().read());
      }
    }
    return bytes.toByteArray();
  }

  private void put(TarArchiveOutputStream tar, TarArchiveEntry entry, int mode, byte[] bytes)
      throws IOException {
    entry.setMode(mode);
    entry.setSize(bytes.length);
    entry.setModTime(java.nio.file.attribute.FileTime.from(build.time()));
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /** Every folder above a file, the outer ones first. */
  private static Iterable<String> folders(List<Packed> files) {
    TreeSet<String> folders = new TreeSet<>();
    folders.add(".");
    for (Packed file : files) {
      String path = file.path();
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        folders.add("./" + path.substring(0, slash));
      }
    }
    return folders;
  }

  /** The digest that dpkg keeps of each file, to tell what was changed since. */
  private static String md5(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return String.format("%032x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package cn.bidui.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A zip in which all that differs from machine to machine is fixed. */
final class ZipPackage {

  private ZipPackage() {}

  static void write(Path target, List<Packed> files, Build build) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      // Names are UTF-8 and say so, which every unpacker of the last ten years understands.
      zip.setUseLanguageEncodingFlag(true);
      for (Packed file : files) {
        put(zip, file, build);
      }
    }
  }

  private static void put(ZipArchiveOutputStream zip, Packed file, Build build) throws IOException {
    byte[] bytes = file.content().read();
    ZipArchiveEntry entry = new ZipArchiveEntry(build.name() + "/" + file.path());
    entry.setTimeLocal(build.local());
    entry.setUnixMode(0100000 | file.mode());
    if (file.path().endsWith(".jar")) {
      stored(entry, bytes);
    }
    zip.putArchiveEntry(entry);
    zip.write(bytes);
    zip.closeArchiveEntry();
  }

  /** Jars are compressed already. */
  private static void stored(ZipArchiveEntry entry, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
  }

  /** The time of a file outside an archive. */
  static void timed(Path file, Build build) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(build.time()));
  }
}

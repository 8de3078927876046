package cn.bidui.intake;

import cn.bidui.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipArchiveThresholdInputStream;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a workbook's container under POI's guard against zip bombs, which POI itself puts
 * only on files that lie on the disk.
 */
final class XlsxContainer implements ZipEntrySource {

  private final ZipFile zip;
  private final ZipFileZipEntrySource entries;

  private XlsxContainer(ZipFile zip) {
    this.zip = zip;
    this.entries = new ZipFileZipEntrySource(zip);
  }

  /** Opens the workbook; a damaged directory is passed over, as POI does it. */
  static OPCPackage open(Content file) throws IOException, InvalidFormatException {
    @Nullable ZipFile zip = zip(file);
    if (zip == null) {
      try (InputStream in = file.open()) {
        return OPCPackage.open(in);
      }
    }
    try {
      return OPCPackage.open(new XlsxContainer(zip));
    } catch (InvalidFormatException | RuntimeException failure) {
      zip.close();
      throw failure;
    }
  }

  private static @Nullable ZipFile zip(Content file) throws IOException {
    SeekableByteChannel channel = file.channel();
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).get();
    } catch (IOException | RuntimeException damaged) {
      channel.close();
      return null;
    }
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return entries.getEntries();
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    return entries.getEntry(path);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    return new ZipArchiveThresholdInputStream(zip.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }

  @Override
  public boolean isClosed() {
    return entries.isClosed();
  }
}

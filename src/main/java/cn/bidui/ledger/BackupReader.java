package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a backup from its first byte to its last and believes nothing of it unchecked. */
final class BackupReader {

  private final BackupHead head;
  private final ChainWalk chain = new ChainWalk();
  private final SortedMap<String, String> found = new TreeMap<>();
  private int blobs;

  /** Takes each entry's content, in order. */
  @FunctionalInterface
  interface Sink {
    void take(String name, InputStream content) throws IOException;
  }

  private BackupReader(BackupHead head) {
    this.head = head;
  }

  /**
   * Hands everything in {@code file} on to {@code sink}.
   *
   * @return how many archived files are in it
   * @throws HomeKeyException if it was sealed with another key
   * @throws IOException if it is not whole: then what the sink got is to be thrown away
   */
  static int read(Path file, HomeKey key, Sink sink) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] line = BackupHead.firstLine(in);
      BackupHead head = BackupHead.read(line);
      if (!head.opensWith(key)) {
        throw new HomeKeyException("the backup was sealed with another key");
      }
      InputStream open = SealedStream.opening(in, head.sealingKey(key), line);
      return new BackupReader(head).entries(open, sink);
    }
  }

  private int entries(InputStream open, Sink sink) throws IOException {
    String listed = "";
    try (ZipInputStream zip = new ZipInputStream(open)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(BackupWriter.MANIFEST)) {
          listed = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } else {
          entry(entry.getName(), zip, sink);
        }
      }
      // Behind the zip's own end there may be nothing, and the last frame has to be seen.
      open.transferTo(OutputStream.nullOutputStream());
    }
    if (!listed.equals(BackupWriter.text(found))) {
      throw new IOException("the backup does not hold what it lists");
    }
    Head end = chain.head();
    if (!end.equals(head.head())) {
      throw new IOException("the journal in the backup ends at line " + end.seq());
    }
    return blobs;
  }

  private void entry(String name, ZipInputStream zip, Sink sink) throws IOException {
    MessageDigest digest = Sha256.digest();
    DigestInputStream bytes = new DigestInputStream(zip, digest);
    InputStream content = name.startsWith("journal/") ? new ChainWalk.Watched(bytes, chain) : bytes;
    sink.take(name, content);
    content.transferTo(OutputStream.nullOutputStream());
    chain.endOfSegment();
    blobs += name.startsWith("archive/") ? 1 : 0;
    found.put(name, Sha256.hex(digest));
  }
}

package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a backup says of itself in clear: its first line, bound to the sealed rest. It names no
 * person; whoever has no key can still see how old a backup is and whose.
 *
 * @param unit the bureau's name, as its settings have it
 * @param made when
 * @param head how far the journal in it goes
 * @param lastDay the last published as-of date; blank if nothing was published
 * @param format of the work folder
 * @param software version of the program that made it
 * @param fingerprint of the key without which it does not open
 * @param salt what makes the sealing key of this file its own, in hexadecimal digits
 */
public record BackupHead(
    String unit,
    Instant made,
    Head head,
    String lastDay,
    int format,
    String software,
    String fingerprint,
    String salt) {

  /** The form of backup files; another number is another program's. */
  private static final int FORM = 1;

  private static final int LONGEST = 4_096;

  /** Its line, with the line break. */
  byte[] line() {
    JsonObject json =
        new JsonObject()
            .with("bidui-backup", FORM)
            .with("unit", unit)
            .with("made", made.toString())
            .with("head", head.text())
            .with("lastDay", lastDay)
            .with("format", format)
            .with("software", software)
            .with("key", fingerprint)
            .with("salt", salt);
    byte[] text = Json.write(json);
    byte[] line = java.util.Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }

  /** The bytes of the first line, its break included. */
  static byte[] firstLine(InputStream in) throws IOException {
    java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && line.size() < LONGEST; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        return line.toByteArray();
      }
    }
    throw new IOException("not a backup of this program, or cut off within its first line");
  }

  static BackupHead read(byte[] line) throws IOException {
    JsonObject json = Json.read(line);
    if (json.count("bidui-backup") != FORM) {
      throw new IOException("a backup of a form that this version does not know");
    }
    try {
      return new BackupHead(
          json.text("unit"),
          Instant.parse(json.text("made")),
          Head.parse(json.text("head")),
          json.text("lastDay"),
          json.count("format"),
          json.text("software"),
          json.text("key"),
          json.text("salt"));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("the first line of the backup does not read as one");
    }
  }

  /** What the backup {@code file} says of itself; empty if it is none. */
  public static Optional<BackupHead> of(Path file) {
    try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file), LONGEST)) {
      return Optional.of(read(firstLine(in)));
    } catch (IOException notOne) {
      return Optional.empty();
    }
  }

  /** Whether {@code key} opens it. */
  public boolean opensWith(HomeKey key) {
    return key.fingerprint().equals(fingerprint);
  }

  /** The key of this file alone. */
  byte[] sealingKey(HomeKey key) {
    return new Hmac(key.subkey("backup")).of("file:" + salt);
  }
}

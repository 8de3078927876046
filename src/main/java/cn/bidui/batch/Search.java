package cn.bidui.batch;

import cn.bidui.source.Content;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Looks for children in files of any kind: in their bytes, and in what is packed in them. */
final class Search {

  private final List<byte[]> wanted = new ArrayList<>();

  Search(List<PersonTraces> children) {
    for (PersonTraces child : children) {
      wanted.add(child.id().getBytes(StandardCharsets.UTF_8));
      wanted.add(child.id().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      child.names().forEach(name -> wanted.add(name.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Whether the child stands in {@code file}. */
  boolean in(Path file) throws IOException {
    return in(Content.of(file));
  }

  /** The same of what the archive keeps. */
  boolean in(Content content) throws IOException {
    byte[] bytes = content.bytes();
    if (in(bytes)) {
      return true;
    }
    boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    boolean packed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    return zip ? inZip(bytes) : packed ? inPacked(bytes) : inTape(bytes);
  }

  /** What a night kept as evidence is packed as a whole. */
  private boolean inPacked(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in(in.readAllBytes());
    } catch (ZipException | EOFException damaged) {
      return false;
    }
  }

  private boolean inZip(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = zip.readAllBytes();
        if (in(part) || in(unmarked(part))) {
          return true;
        }
      }
    } catch (ZipException damaged) {
      // Then its bytes are all there is to look at.
      return false;
    }
    return false;
  }

  /** A name with a rare character stands in several runs of a document. */
  private static byte[] unmarked(byte[] part) {
    byte[] text = new byte[part.length];
    int length = 0;
    boolean mark = false;
    for (byte each : part) {
      mark |= each == '<';
      if (!mark) {
        text[length++] = each;
      }
      mark &= each != '>';
    }
    return Arrays.copyOf(text, length);
  }

  /** A checkpoint is packed behind its first line. */
  private boolean inTape(byte[] bytes) throws IOException {
    String start = new String(bytes, 0, Math.min(bytes.length, 6), StandardCharsets.US_ASCII);
    if (!start.equals("BIDUI-")) {
      return false;
    }
    int line = 0;
    while (line < bytes.length && bytes[line] != '\n') {
      line++;
    }
    try (InputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(bytes, line + 1, Math.max(0, bytes.length - line - 1)))) {
      return in(in.readAllBytes());
    }
  }

  private boolean in(byte[] bytes) {
    for (byte[] each : wanted) {
      if (each.length > 0 && at(bytes, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(byte[] bytes, byte[] wanted) {
    for (int from = 0; from <= bytes.length - wanted.length; from++) {
      int same = 0;
      while (same < wanted.length && bytes[from + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }
}

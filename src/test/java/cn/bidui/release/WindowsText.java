package cn.bidui.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts as the old programs of a Chinese Windows read them: the lines end with CR and LF. */
final class WindowsText {

  private static final Charset GBK = Charset.forName("GBK");

  private WindowsText() {}

  /** A script for {@code cmd}, which reads it in the code page of the console: GBK. */
  static Packed script(String path, Path source) {
    return new Packed(path, true, () -> bytes(GBK, crlf(source)));
  }

  /** A text for the editor, which knows UTF-8 by its mark. */
  static Packed note(String path, Path source) {
    return new Packed(path, false, () -> bytes(StandardCharsets.UTF_8, "\uFEFF" + crlf(source)));
  }

  private static String crlf(Path source) throws IOException {
    return Files.readString(source)
        .replace("\uFEFF", "")
        .replace("\r\n", "\n")
        .replace("\n", "\r\n");
  }

  /** Fails where the charset has not all of the characters. */
  private static byte[] bytes(Charset charset, String text) throws IOException {
    ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }
}

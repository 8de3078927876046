package cn.bidui.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a package.
 *
 * @param path where it lies, with slashes
 * @param program whether it may be started
 */
record Packed(String path, boolean program, Content content) {

  /** The bytes of a file, read when they are packed. */
  @FunctionalInterface
  interface Content {
    byte[] read() throws IOException;
  }

  static Packed file(String path, Path source) {
    return new Packed(path, false, () -> Files.readAllBytes(source));
  }

  static Packed program(String path, Path source) {
    return new Packed(path, true, () -> Files.readAllBytes(source));
  }

  static Packed text(String path, String text) {
    return new Packed(path, false, () -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same under another folder. */
  Packed under(String folder) {
    return new Packed(folder + "/" + path, program, content);
  }

  /** The rights, as Unix counts them. */
  int mode() {
    return program ? 0755 : 0644;
  }
}

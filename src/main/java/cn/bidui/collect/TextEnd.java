package cn.bidui.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a file is all of it that came until somebody closed the connection (传完没有). A server that
 * gives up half way closes it too, and most give up between two lines, so a last line with its end
 * says nothing: the file itself has to, or a digest.
 */
final class TextEnd {

  private static final int TAIL = 64;
  private static final Pattern CLOSED = Pattern.compile("</(html|(\\w+:)?workbook)\\s*>\\s*$");
  private static final Pattern SHA_256 =
      Pattern.compile("(?i)\\bsha-256=:?([A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])");

  private TextEnd() {}

  /** Whether {@code body} is all, by itself or by what {@code said}. */
  static boolean isCertain(Path body, HttpHeaders said) throws IOException {
    return Structure.provesItsEnd(body)
        || CLOSED.matcher(tail(body)).find()
        || agrees(digest(said), body);
  }

  private static boolean agrees(Optional<String> digest, Path body) throws IOException {
    return digest.isPresent() && digest.get().equals(sha256(body));
  }

  private static String tail(Path body) throws IOException {
    try (InputStream in = Files.newInputStream(body)) {
      in.skipNBytes(Math.max(0, Files.size(body) - TAIL));
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
  }

  /** As RFC 9530 writes it, or RFC 3230 before. */
  private static Optional<String> digest(HttpHeaders said) {
    return Stream.of("Repr-Digest", "Content-Digest", "Digest")
        .flatMap(name -> said.allValues(name).stream())
        .map(SHA_256::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static String sha256(Path body) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(body), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return Base64.getEncoder().encodeToString(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

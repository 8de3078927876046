package cn.bidui.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What a web server sent with its 200 (应答内容): how it is packed, whether it is a list at all, and
 * whether it is certain that all of it came.
 *
 * @param said the answer's headers
 */
record HttpBody(HttpHeaders said) {

  private static final int CHUNK = 1 << 16;
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final Set<String> PLAIN = Set.of("", "identity");
  private static final Set<String> OTHERS = Set.of("br", "zstd", "deflate", "compress");

  private static final Pattern PAGE = Pattern.compile("<(!doctype\\s+html|html)\\b");
  private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]");

  /** The bytes as they were before the server packed them. */
  InputStream unpacked(InputStream raw) throws IOException, FetchFailedException {
    String packed = packing();
    if (packed.isEmpty()) {
      return raw;
    }
    if (GZIP.contains(packed)) {
      return new GZIPInputStream(raw, CHUNK);
    }
    throw new FetchFailedException(FetchFault.PACKED, OTHERS.contains(packed) ? packed : "?");
  }

  private String packing() {
    return Stream.of(String.join(",", said.allValues("Content-Encoding")).split(","))
        .map(one -> one.strip().toLowerCase(Locale.ROOT))
        .filter(one -> !PLAIN.contains(one))
        .collect(Collectors.joining(","));
  }

  /** Goes on only if {@code body} may be a list and is certain to be all of it. */
  void check(Path body, String name) throws FetchFailedException {
    try {
      String start = start(body);
      boolean named = isNamed() || Structure.provesItsEnd(body);
      if (isPage(start, name, named)) {
        throw new FetchFailedException(FetchFault.WEB_PAGE);
      }
      if (JSON.matcher(start).lookingAt() || (isSaidToBe("application/json") && !named)) {
        throw new FetchFailedException(FetchFault.NO_LIST, "JSON");
      }
      if (!start.isEmpty() && !endIsSaid() && !TextEnd.isCertain(body, said)) {
        throw new FetchFailedException(FetchFault.UNCERTAIN_END);
      }
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /**
   * Exports that are pages call themselves {@code .xls}; whoever else sends one is asking who. What
   * is only said to be a page is taken if it has a file's name: some scripts call everything so.
   */
  private boolean isPage(String start, String name, boolean named) {
    return !name.toLowerCase(Locale.ROOT).endsWith(".xls")
        && (PAGE.matcher(start).lookingAt() || (isSaidToBe("text/html") && !named));
  }

  private boolean isSaidToBe(String type) {
    String given = said.firstValue("Content-Type").orElse("");
    return given.replaceFirst(";.*", "").strip().equalsIgnoreCase(type);
  }

  private boolean isNamed() {
    return said.firstValue("Content-Disposition").flatMap(Disposition::name).isPresent();
  }

  /** If so, whoever read it from the line has seen that all came; gzip has a length of its own. */
  private boolean endIsSaid() {
    return said.firstValue("Content-Length").isPresent()
        || said.firstValue("Transfer-Encoding").isPresent()
        || GZIP.contains(packing());
  }

  /** Letters of Western Europe for bytes: what is looked for has no others. */
  private static String start(Path body) throws IOException {
    try (InputStream in = Files.newInputStream(body)) {
      String start = new String(in.readNBytes(CHUNK), StandardCharsets.ISO_8859_1);
      return start.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
    }
  }
}

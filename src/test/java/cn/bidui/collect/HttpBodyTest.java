package cn.bidui.collect;

import static cn.bidui.collect.Asking.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web server sends with its 200, byte by byte as we say. */
class HttpBodyTest {

  private static final String LIST = "姓名,年级\n甲,一年级\n";
  private static final String DIGEST = "C9fQyJILNJ7qVgqogKJ6DM19YyfzCA1A9BUzuj/nLE0=";

  private static final String XLS = "Content-Disposition: attachment; filename=roll.xls";

  @TempDir private Path folder;

  /** What comes of an answer with these {@code headers} that ends when the connection does. */
  private Fetched closing(String body, String... headers) throws IOException {
    return closing(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private Fetched closing(byte[] body, String... headers) throws IOException {
    String head = "HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread one = new Thread(() -> answer(server, head.strip() + "\r\n\r\n", body));
      one.start();
      return new Asking(folder)
          .of(Asking.web("http://localhost:" + server.getLocalPort() + "/roll.csv"));
    }
  }

  private static void answer(ServerSocket server, String head, byte[] body) {
    try (Socket line = server.accept()) {
      line.getInputStream().read(new byte[1 << 12]);
      OutputStream out = line.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
    } catch (IOException gone) {
      // The client has what it wanted.
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"姓名,年级\n甲,一年级\n", "姓名,年级\n甲,一", "<html><table>"})
  void aTextThatOnlyEndsWithTheConnectionMayBeHalfOfIt(String text) throws IOException {
    Fetched fetched = closing(text, text.startsWith("<") ? XLS : "Connection: close");
    assertThat(fetched).isEqualTo(failed(FetchFault.UNCERTAIN_END));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Repr-Digest: sha-256=:@:",
        "Content-Digest: sha-512=:AAAA:, sha-256=:@:",
        "Digest: SHA-256=@"
      })
  void aTextWithItsDigestIsWhole(String header) throws IOException {
    assertThat(closing(LIST, header.replace("@", DIGEST))).isInstanceOf(Fetched.Arrived.class);
    assertThat(closing("姓名,年级\n", header.replace("@", DIGEST)))
        .isEqualTo(failed(FetchFault.UNCERTAIN_END));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html></table>\n</HTML >\n", "<?xml?><ss:Workbook></ss:Workbook>"})
  void aTextThatEndsByItselfIsWhole(String text) throws IOException {
    assertThat(closing(text, XLS)).isInstanceOf(Fetched.Arrived.class);
  }

  @Test
  void aWorkbookShowsItsOwnEnd() throws IOException {
    byte[] half = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
    assertThat(closing(half)).isEqualTo(failed(FetchFault.CUT_SHORT));
    assertThat(closing(StructureTest.zip(""))).isInstanceOf(Fetched.Arrived.class);
  }

  @Test
  void nothingAtAllIsStillNothing() throws IOException {
    assertThat(closing("")).isEqualTo(failed(FetchFault.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"code\": 401}", "\n{ }", "[{\"a\": 1}]", "[]"})
  void anAnswerForProgramsIsNoList(String json) throws IOException {
    assertThat(closing(json, "Content-Length: " + json.length(), XLS))
        .isEqualTo(failed(FetchFault.NO_LIST, "JSON"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html,'','',WEB_PAGE,",
    "Text/HTML; charset=utf-8,'','',WEB_PAGE,",
    "application/json,'','',NO_LIST,JSON",
    "text/csv,br,'',PACKED,br",
    "text/csv,gzip,' ZSTD',PACKED,?",
    "text/csv,<b>,'',PACKED,?"
  })
  void whatTheServerCallsItDecidesWhereTheTextDoesNot(
      String type, String packed, String again, FetchFault fault, String word) throws IOException {
    Fetched fetched =
        closing(
            LIST,
            "Content-Length: 28",
            "Content-Type: " + type,
            "Content-Encoding: " + packed,
            "Content-Encoding: " + again);
    assertThat(fetched).isEqualTo(word == null ? failed(fault) : failed(fault, word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json"})
  void aListThatAScriptNamesIsAListWhateverItsType(String type) throws IOException {
    Fetched fetched =
        closing(
            LIST,
            "Content-Length: 28",
            "Content-Type: " + type,
            "Content-Encoding: identity",
            "Content-Disposition: attachment; filename=roll.csv");
    assertThat(Asking.text(fetched)).isEqualTo(LIST);
  }

  @Test
  void aPackedListHasALengthOfItsOwn() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(LIST.getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    String header = "Content-Encoding: x-gzip";
    assertThat(Asking.text(closing(whole, header))).isEqualTo(LIST);
    assertThat(closing(Arrays.copyOf(whole, whole.length - 1), header))
        .isEqualTo(failed(FetchFault.CUT_SHORT));
  }
}

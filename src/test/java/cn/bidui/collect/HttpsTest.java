package cn.bidui.collect;

import static cn.bidui.collect.Asking.failed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.ListSource.Auth;
import cn.bidui.plan.ListSource.Http;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web server whose certificate the house has made itself. */
class HttpsTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;

  @Test
  void aCertificateIsTakenOnlyIfTheHouseNamesIt() throws Exception {
    KeyStore keys = keys();
    try (WebServer server = WebServer.start(tls(keys))) {
      server.gives("/roll.csv", "姓名\n甲\n".getBytes(StandardCharsets.UTF_8));
      Asking asking = new Asking(folder);
      asking.file("ca.pem", pem(keys));
      String url = "https://" + server.host() + "/roll.csv";

      assertThat(asking.of(Asking.web(url))).isEqualTo(failed(FetchFault.CERTIFICATE));
      assertThat(asking.of(new Http(url, Auth.NONE, "", "", Asking.NO_SECRET, "", "ca.pem", "")))
          .isInstanceOf(Fetched.Arrived.class);
      assertThat(server.asked()).hasSize(1);
    }
  }

  private KeyStore keys() throws Exception {
    Path file = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-validity",
                    "30",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext tls(KeyStore keys) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return tls;
  }

  private static String pem(KeyStore keys) throws Exception {
    byte[] certificate = keys.getCertificate("server").getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }
}

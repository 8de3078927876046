package cn.bidui.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of the house's own that are trusted, and no others (信任证书). */
final class Trust {

  private Trust() {}

  /** Those in a PEM file, against the work folder. */
  static SSLContext of(Path home, String file) throws FetchFailedException {
    try (InputStream pem = Files.newInputStream(home.resolve(file))) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("own-" + number++, each);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      if (number > 0) {
        return context;
      }
    } catch (IOException | GeneralSecurityException unreadable) {
      // Said below.
    }
    throw new FetchFailedException(FetchFault.TRUST_FILE, file);
  }
}

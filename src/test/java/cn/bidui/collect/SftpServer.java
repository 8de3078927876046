package cn.bidui.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server of this machine, on a port that was free; its user is {@code bidui}. */
public final class SftpServer implements AutoCloseable {

  private final SshServer server;
  private final KeyPair hostKey;

  private SftpServer(SshServer server, KeyPair hostKey) {
    this.server = server;
    this.hostKey = hostKey;
  }

  /**
   * Serves {@code folder} to whoever has the password or the key.
   *
   * @param port 0 for a free one
   */
  public static SftpServer start(
      Path folder, int port, KeyPair hostKey, String password, PublicKey... keys)
      throws IOException {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator(
        (user, given, session) -> user.equals("bidui") && given.equals(password));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            user.equals("bidui")
                && List.of(keys).stream().anyMatch(known -> KeyUtils.compareKeys(known, key)));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
    server.start();
    return new SftpServer(server, hostKey);
  }

  /** The same on a free port. */
  public static SftpServer start(Path folder, String password) throws IOException {
    return start(folder, 0, newKey(), password);
  }

  /** A key pair of a kind that both sides know without another library. */
  public static KeyPair newKey() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      return keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The private key as a file that {@code ssh} reads. */
  public static String pem(KeyPair key) {
    String text =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
  }

  public int port() {
    return server.getPort();
  }

  /** The line of {@code known_hosts} for this server. */
  public String knownHost() {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
  }

  /** Makes it known in the work folder {@code home}. */
  public void knownIn(Path home) throws IOException {
    Files.writeString(home.resolve("known_hosts"), knownHost(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}

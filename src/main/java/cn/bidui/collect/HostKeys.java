package cn.bidui.collect;

import cn.bidui.plan.ListSource.Sftp;
import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which keys servers are known by (主机密钥), as OpenSSH writes them. The file is read and never
 * written: a key counts once a person has added it.
 */
final class HostKeys {

  private static final int SSH_PORT = 22;

  private final byte[] known;
  private final Sftp declared;
  private byte @Nullable [] shown;
  private int judged = HostKeyRepository.NOT_INCLUDED;

  private HostKeys(byte[] known, Sftp declared) {
    this.known = known;
    this.declared = declared;
  }

  /** A file that is not there knows nobody. */
  static HostKeys read(Path home, Sftp declared) throws FetchFailedException {
    try {
      return new HostKeys(Files.readAllBytes(home.resolve(declared.knownHostsFile())), declared);
    } catch (NoSuchFileException none) {
      return new HostKeys(new byte[0], declared);
    } catch (IOException unreadable) {
      throw new FetchFailedException(FetchFault.KNOWN_HOSTS, declared.knownHostsFile());
    }
  }

  /** Lets {@code jsch} ask here. */
  void into(JSch jsch) throws JSchException {
    jsch.setKnownHosts(new ByteArrayInputStream(known));
    jsch.setHostKeyRepository(new Asked(jsch.getHostKeyRepository()));
  }

  /** Whether the server has shown the key that it is known by. */
  boolean met() {
    return judged == HostKeyRepository.OK;
  }

  /** Says so if the server has shown another key. */
  void complain() throws FetchFailedException {
    byte[] key = shown;
    if (key != null && !met()) {
      throw new FetchFailedException(
          judged == HostKeyRepository.CHANGED ? FetchFault.HOST_CHANGED : FetchFault.HOST_UNKNOWN,
          fingerprint(key),
          line(key),
          declared.knownHostsFile());
    }
  }

  /** As {@code ssh-keygen -l} prints it. */
  static String fingerprint(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String line(byte[] key) {
    String host =
        declared.port() == SSH_PORT
            ? declared.host()
            : "[" + declared.host() + "]:" + declared.port();
    return host + " " + type(key) + " " + Base64.getEncoder().encodeToString(key);
  }

  /** A key begins with the name of its kind (RFC 4253, 6.6). */
  private static String type(byte[] key) {
    int length = key.length < Integer.BYTES ? 0 : ByteBuffer.wrap(key).getInt();
    return length <= 0 || length > key.length - Integer.BYTES
        ? ""
        : new String(key, Integer.BYTES, length, StandardCharsets.US_ASCII);
  }

  /** Remembers what was asked; everything else is as the library does it. */
  private final class Asked implements HostKeyRepository {

    private final HostKeyRepository keys;

    Asked(HostKeyRepository keys) {
      this.keys = keys;
    }

    @Override
    public int check(String host, byte[] key) {
      shown = key.clone();
      judged = keys.check(host, key);
      return judged;
    }

    @Override
    public void add(HostKey key, UserInfo user) {
      // Only a person adds one.
    }

    @Override
    public void remove(String host, String type) {
      // Only a person removes one.
    }

    @Override
    public void remove(String host, String type, byte[] key) {
      // Only a person removes one.
    }

    @Override
    public String getKnownHostsRepositoryID() {
      return keys.getKnownHostsRepositoryID();
    }

    @Override
    public HostKey[] getHostKey() {
      return keys.getHostKey();
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
      return keys.getHostKey(host, type);
    }
  }
}

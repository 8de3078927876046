package cn.bidui.collect;

import cn.bidui.plan.ListSource.Sftp;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A file on an SFTP server (文件服务器). The server has to be known; of a pattern the newest file is
 * taken; one that changes while it is fetched is not.
 */
record SftpSource(Sftp declared) implements Source {

  /** A text that somebody still writes grows within this time; its stamp counts in seconds. */
  private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

  @Override
  public Fetched fetch(Attempt attempt) throws FetchFailedException {
    HostKeys known = HostKeys.read(attempt.secrets().home(), declared);
    try {
      Session session = session(attempt, known);
      attempt.deadline().cuts(session::disconnect);
      try {
        connect(session, attempt, known);
        return file(session, attempt);
      } finally {
        session.disconnect();
      }
    } catch (JSchException | SftpException | IOException broken) {
      attempt.deadline().check();
      throw failed(broken);
    }
  }

  private Session session(Attempt attempt, HostKeys known)
      throws JSchException, FetchFailedException {
    JSch jsch = new JSch();
    known.into(jsch);
    String secret = attempt.secrets().read(declared.secret());
    if (!declared.keyFile().isEmpty()) {
      identity(jsch, attempt.secrets().bytes(declared.keyFile()), secret);
    }
    Session session = jsch.getSession(declared.user(), declared.host(), declared.port());
    session.setDaemonThread(true);
    session.setConfig("StrictHostKeyChecking", "yes");
    session.setConfig(
        "PreferredAuthentications",
        declared.keyFile().isEmpty() ? "password,keyboard-interactive" : "publickey");
    if (declared.keyFile().isEmpty()) {
      session.setPassword(secret.getBytes(StandardCharsets.UTF_8));
    }
    session.setTimeout(attempt.deadline().leftMillis());
    return session;
  }

  private void identity(JSch jsch, byte[] key, String passphrase) throws FetchFailedException {
    try {
      byte[] words = passphrase.isEmpty() ? null : passphrase.getBytes(StandardCharsets.UTF_8);
      jsch.addIdentity("key", key, null, words);
    } catch (JSchException noKey) {
      throw new FetchFailedException(FetchFault.KEY_FILE, declared.keyFile());
    }
  }

  private static void connect(Session session, Attempt attempt, HostKeys known)
      throws FetchFailedException {
    try {
      session.connect(attempt.deadline().leftMillis());
    } catch (JSchException failure) {
      attempt.deadline().check();
      known.complain();
      // The library tells them apart by words alone.
      String words = Objects.toString(failure.getMessage(), "").toLowerCase(Locale.ROOT);
      throw new FetchFailedException(
          known.met() && words.contains("auth") ? FetchFault.LOGIN : FetchFault.UNREACHABLE);
    }
  }

  private Fetched file(Session session, Attempt attempt)
      throws JSchException, SftpException, IOException, FetchFailedException {
    ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
    channel.connect(attempt.deadline().leftMillis());
    String path = newest(channel);
    SftpATTRS before = channel.stat(path);
    if (before.isDir()) {
      throw new FetchFailedException(FetchFault.NOT_FOUND);
    }
    if (before.getSize() > attempt.staging().mostBytes()) {
      throw attempt.staging().tooLarge();
    }
    try (Staging.Draft draft = attempt.staging().draft()) {
      try (InputStream in = channel.get(path)) {
        HttpSource.copy(in, draft, attempt.deadline());
      }
      if (!Structure.provesItsEnd(draft.path())) {
        attempt.pause().pass(SECOND_LOOK);
      }
      SftpATTRS after = channel.stat(path);
      if (before.getMTime() != after.getMTime() || before.getSize() != after.getSize()) {
        throw new FetchFailedException(FetchFault.CHANGING);
      }
      if (draft.bytes() != after.getSize()) {
        throw new FetchFailedException(FetchFault.CUT_SHORT);
      }
      return draft.complete(ArrivalName.of(attempt.declared(), path), Fetched.Version.NONE);
    } catch (Staging.TooLargeException grown) {
      throw attempt.staging().tooLarge();
    }
  }

  /** The file itself; of a pattern the one that was written last. */
  private String newest(ChannelSftp channel) throws SftpException, FetchFailedException {
    String path = declared.path();
    if (!path.contains("*") && !path.contains("?")) {
      return literal(path);
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    PathMatcher pattern =
        FileSystems.getDefault().getPathMatcher("glob:" + glob(path.substring(folder.length())));
    List<LsEntry> fitting = new ArrayList<>();
    channel.ls(
        folder.isEmpty() ? "." : literal(folder),
        entry -> {
          if (fits(entry, pattern)) {
            fitting.add(entry);
          }
          return ChannelSftp.LsEntrySelector.CONTINUE;
        });
    return fitting.stream()
        .max(
            Comparator.<LsEntry>comparingInt(entry -> entry.getAttrs().getMTime())
                .thenComparing(LsEntry::getFilename))
        .map(entry -> literal(folder + entry.getFilename()))
        .orElseThrow(() -> new FetchFailedException(FetchFault.NOT_FOUND));
  }

  private static boolean fits(LsEntry entry, PathMatcher pattern) {
    String name = entry.getFilename();
    return entry.getAttrs().isReg()
        && !Noise.is(name)
        && !name.contains("/")
        && pattern.matches(Path.of(name));
  }

  /** Only {@code *} and {@code ?} stand for others. */
  private static String glob(String pattern) {
    return pattern.replaceAll("([\\\\\\[\\]{}])", "\\\\$1");
  }

  /** The library takes patterns by itself. */
  private static String literal(String path) {
    return path.replaceAll("([\\\\*?])", "\\\\$1");
  }

  private static FetchFailedException failed(Exception broken) {
    if (broken instanceof SftpException said) {
      if (said.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return new FetchFailedException(FetchFault.NOT_FOUND);
      }
      if (said.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
        return new FetchFailedException(FetchFault.LOGIN);
      }
    }
    return new FetchFailedException(FetchFault.CUT_SHORT);
  }
}

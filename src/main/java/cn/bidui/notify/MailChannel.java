package cn.bidui.notify;

import cn.bidui.plan.NotifyPlan.Mail;
import cn.bidui.plan.NotifyPlan.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;

/**
 * Mail by SMTP. The {@code Message-ID} is made from the run, so that a second copy of a message is
 * known as one wherever mail is sorted by it.
 */
public final class MailChannel implements Channel {

  private static final String TIMEOUT = "20000";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Mail mail;
  private final Path home;

  /** Sends by {@code mail}, whose password lies against {@code home}. */
  public MailChannel(Mail mail, Path home) {
    this.mail = mail;
    this.home = home;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public void ready() throws NotSentException {
    password();
  }

  @Override
  public void reach() throws NotSentException {
    connect(session -> Optional.empty());
  }

  @Override
  public void send(Message message) throws NotSentException {
    connect(session -> Optional.of(letter(message, session)));
  }

  /** What is handed over once there is a connection. */
  @FunctionalInterface
  private interface Post {
    Optional<MimeMessage> in(Session session) throws MessagingException;
  }

  private void connect(Post post) throws NotSentException {
    Session session = Session.getInstance(properties());
    try {
      Optional<MimeMessage> letter = post.in(session);
      try (Transport transport = session.getTransport()) {
        if (mail.user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(mail.user(), password());
        }
        if (letter.isPresent()) {
          transport.sendMessage(letter.get(), letter.get().getAllRecipients());
        }
      }
    } catch (AuthenticationFailedException refused) {
      throw new NotSentException("notify.failed.login", false);
    } catch (SendFailedException | AddressException refused) {
      throw new NotSentException("notify.failed.address", false);
    } catch (MessagingException unreachable) {
      throw new NotSentException("notify.failed.server", true);
    }
  }

  private String password() throws NotSentException {
    return mail.passwordFile().isEmpty()
        ? ""
        : new Secret(home.resolve(mail.passwordFile())).read();
  }

  private MimeMessage letter(Message message, Session session) throws MessagingException {
    MimeMessage letter = new Named(session, message.runId());
    letter.setFrom(new InternetAddress(mail.from()));
    for (String to : mail.to()) {
      letter.addRecipient(RecipientType.TO, new InternetAddress(to));
    }
    letter.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    letter.setText(message.text(), StandardCharsets.UTF_8.name());
    letter.setHeader(
        "Date", message.asOf().atStartOfDay(CHINA).format(DateTimeFormatter.RFC_1123_DATE_TIME));
    letter.saveChanges();
    return letter;
  }

  /** A letter whose name is ours and not the library's. */
  private static final class Named extends MimeMessage {

    private final String id;

    Named(Session session, String runId) {
      super(session);
      this.id = "<" + runId.replaceAll("[^A-Za-z0-9.-]", "-") + "@bidui>";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    String protocol = mail.security() == Security.TLS ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", mail.host());
    properties.setProperty(prefix + "port", Integer.toString(mail.port()));
    properties.setProperty(prefix + "auth", Boolean.toString(!mail.user().isEmpty()));
    properties.setProperty(prefix + "connectiontimeout", TIMEOUT);
    properties.setProperty(prefix + "timeout", TIMEOUT);
    properties.setProperty(prefix + "writetimeout", TIMEOUT);
    // Whoever answers in place of the server must not get the password.
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (mail.security() == Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.required", "true");
    }
    return properties;
  }
}

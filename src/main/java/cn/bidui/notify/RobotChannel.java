package cn.bidui.notify;

import cn.bidui.plan.NotifyPlan.House;
import cn.bidui.plan.NotifyPlan.Robot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A chat robot of 企业微信 or 钉钉: text only, at most 2,048 bytes, which is the least that either takes
 * (企业微信群机器人、钉钉自定义机器人, their developer pages).
 */
public final class RobotChannel implements Channel {

  private static final int MOST_BYTES = 2_048;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonFactory JSON = new JsonFactory();

  private final Robot robot;
  private final Path home;
  private final Clock clock;

  /** Sends by {@code robot}, whose secrets lie against {@code home}. */
  public RobotChannel(Robot robot, Path home, Clock clock) {
    this.robot = robot;
    this.home = home;
    this.clock = clock;
  }

  @Override
  public String name() {
    return robot.house().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void ready() throws NotSentException {
    address();
  }

  /** A connection and no request: the platforms count requests. */
  @Override
  public void reach() throws NotSentException {
    URI address = address();
    int port = address.getPort() >= 0 ? address.getPort() : standardPort(address);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(String.valueOf(address.getHost()), port),
          (int) PATIENCE.toMillis());
    } catch (IOException | IllegalArgumentException unreachable) {
      throw new NotSentException("notify.failed.server", true);
    }
  }

  private static int standardPort(URI address) {
    return "http".equals(address.getScheme()) ? 80 : 443;
  }

  @Override
  public void send(Message message) throws NotSentException {
    HttpRequest request =
        HttpRequest.newBuilder(address())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body(clipped(message.text()))))
            .build();
    HttpResponse<byte[]> answer = ask(request);
    if (answer.statusCode() != 200) {
      throw new NotSentException("notify.failed.server", answer.statusCode() >= 500);
    }
    if (code(answer.body()) != 0) {
      throw new NotSentException("notify.failed.robot", false);
    }
  }

  private static HttpResponse<byte[]> ask(HttpRequest request) throws NotSentException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException unreachable) {
      throw new NotSentException("notify.failed.server", true);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotSentException("notify.failed.server", true);
    }
  }

  private URI address() throws NotSentException {
    String url = new Secret(home.resolve(robot.urlFile())).read();
    try {
      return new URI(robot.house() == House.DINGTALK ? signed(url) : url);
    } catch (java.net.URISyntaxException wrong) {
      throw new NotSentException("notify.failed.secret", false);
    }
  }

  /** 钉钉 signs the time with the secret (加签). */
  private String signed(String url) throws NotSentException {
    if (robot.secretFile().isEmpty()) {
      return url;
    }
    String secret = new Secret(home.resolve(robot.secretFile())).read();
    long now = clock.millis();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] sign = mac.doFinal((now + "\n" + secret).getBytes(StandardCharsets.UTF_8));
      String text =
          URLEncoder.encode(Base64.getEncoder().encodeToString(sign), StandardCharsets.UTF_8);
      return url + (url.contains("?") ? "&" : "?") + "timestamp=" + now + "&sign=" + text;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  private static byte[] body(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      out.writeStringProperty("msgtype", "text");
      out.writeName("text");
      out.writeStartObject();
      out.writeStringProperty("content", text);
      out.writeEndObject();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Whole lines, as many as fit. */
  static String clipped(String text) {
    StringBuilder fitting = new StringBuilder();
    int bytes = 0;
    for (String line : text.split("\n", -1)) {
      bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
      if (bytes > MOST_BYTES) {
        return fitting.toString();
      }
      fitting.append(line).append('\n');
    }
    return fitting.toString().stripTrailing() + "\n";
  }

  /** The {@code errcode} of the answer; what has none was not taken. */
  private static int code(byte[] answer) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), answer)) {
      while (in.nextToken() != null) {
        if (in.currentToken() == JsonToken.PROPERTY_NAME && in.currentName().equals("errcode")) {
          in.nextToken();
          return in.currentToken() == JsonToken.VALUE_NUMBER_INT ? in.getIntValue() : -1;
        }
      }
    } catch (JacksonException e) {
      return -1;
    }
    return -1;
  }
}

package cn.bidui.collect;

import cn.bidui.collect.Fetched.Version;
import cn.bidui.plan.ListSource.Auth;
import cn.bidui.plan.ListSource.Http;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * A file on a web server (网页下载). It is asked for by its version, so that what has not changed is
 * not sent again; no other server than the one that is declared is ever asked.
 */
record HttpSource(Http declared) implements Source {

  private static final int MOST_REDIRECTS = 5;
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_VERSION = 200;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> CLOSED = Set.of(401, 403, 407);
  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final Set<Integer> TROUBLED = Set.of(408, 425, 429);
  private static final int SERVER_ERRORS = 500;

  @Override
  public Fetched fetch(Attempt attempt) throws FetchFailedException {
    HttpClient client = client(attempt);
    URI address = URI.create(declared.url());
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<InputStream> answer = ask(client, request(address, attempt), attempt);
      if (!MOVED.contains(answer.statusCode())) {
        return answered(answer, address, attempt);
      }
      close(answer);
      address = moved(address, answer);
    }
    throw new FetchFailedException(FetchFault.ROUND, String.valueOf(MOST_REDIRECTS));
  }

  private HttpClient client(Attempt attempt) throws FetchFailedException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(shorter(CONNECT, attempt.deadline().left()))
            .proxy(proxy());
    if (!declared.trustFile().isEmpty()) {
      client.sslContext(Trust.of(attempt.secrets().home(), declared.trustFile()));
    }
    return client.build();
  }

  private static Duration shorter(Duration one, Duration other) {
    Duration least = one.compareTo(other) < 0 ? one : other;
    return least.isZero() ? Duration.ofMillis(1) : least;
  }

  /** Only the one that is declared, whatever the machine's settings are. */
  private ProxySelector proxy() {
    String proxy = declared.proxy();
    int colon = proxy.lastIndexOf(':');
    return colon < 0
        ? HttpClient.Builder.NO_PROXY
        : ProxySelector.of(
            new InetSocketAddress(
                proxy.substring(0, colon), Integer.parseInt(proxy.substring(colon + 1))));
  }

  private HttpRequest request(URI address, Attempt attempt) throws FetchFailedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .GET()
            .header("Accept-Encoding", "gzip")
            .timeout(shorter(attempt.deadline().left(), attempt.deadline().left()));
    String secret = attempt.secrets().read(declared.secret());
    try {
      if (declared.auth() == Auth.BASIC) {
        byte[] pair = (declared.user() + ":" + secret).getBytes(StandardCharsets.UTF_8);
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
      } else if (declared.auth() == Auth.BEARER) {
        request.header("Authorization", "Bearer " + secret);
      } else if (declared.auth() == Auth.HEADER) {
        request.header(declared.header(), secret);
      }
    } catch (IllegalArgumentException notForHeaders) {
      throw new FetchFailedException(FetchFault.LOGIN);
    }
    Version version = attempt.known().version();
    if (!version.etag().isEmpty()) {
      request.header("If-None-Match", version.etag());
    }
    if (!version.lastModified().isEmpty()) {
      request.header("If-Modified-Since", version.lastModified());
    }
    return request.build();
  }

  private static HttpResponse<InputStream> ask(
      HttpClient client, HttpRequest request, Attempt attempt) throws FetchFailedException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      return answer.get(attempt.deadline().leftMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new FetchFailedException(FetchFault.TIMEOUT);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new FetchFailedException(FetchFault.TIMEOUT);
    } catch (ExecutionException failure) {
      attempt.deadline().check();
      throw new FetchFailedException(
          failure.getCause() instanceof SSLException
              ? FetchFault.CERTIFICATE
              : FetchFault.UNREACHABLE);
    }
  }

  /** Where the server sends us to, on the same server only: nobody else gets what we say to it. */
  private static URI moved(URI from, HttpResponse<?> answer) throws FetchFailedException {
    URI to = location(from, answer);
    boolean same =
        from.getScheme().equalsIgnoreCase(to.getScheme())
            && from.getHost().equalsIgnoreCase(to.getHost())
            && from.getPort() == to.getPort();
    if (same) {
      return to;
    }
    throw new FetchFailedException(FetchFault.ELSEWHERE);
  }

  private static URI location(URI from, HttpResponse<?> answer) throws FetchFailedException {
    String said = answer.headers().firstValue("Location").orElse("").strip();
    try {
      if (!said.isEmpty()) {
        return from.resolve(said);
      }
    } catch (IllegalArgumentException noAddress) {
      // Said below.
    }
    throw new FetchFailedException(FetchFault.NOWHERE);
  }

  private Fetched answered(HttpResponse<InputStream> answer, URI address, Attempt attempt)
      throws FetchFailedException {
    int status = answer.statusCode();
    if (status == OK) {
      return body(answer, address, attempt);
    }
    close(answer);
    if (status == NOT_MODIFIED && !attempt.known().sha256().isEmpty()) {
      return new Fetched.Unchanged(attempt.known().version());
    }
    if (CLOSED.contains(status)) {
      throw new FetchFailedException(FetchFault.LOGIN);
    }
    if (GONE.contains(status)) {
      throw new FetchFailedException(FetchFault.NOT_FOUND);
    }
    boolean troubled = status >= SERVER_ERRORS || TROUBLED.contains(status);
    throw new FetchFailedException(
        troubled ? FetchFault.SERVER : FetchFault.ANSWER, String.valueOf(status));
  }

  private Fetched body(HttpResponse<InputStream> answer, URI address, Attempt attempt)
      throws FetchFailedException {
    HttpBody body = new HttpBody(answer.headers());
    try (InputStream raw = answer.body();
        Staging.Draft draft = attempt.staging().draft()) {
      attempt.deadline().cuts(raw::close);
      copy(body.unpacked(raw), draft, attempt.deadline());
      String name = name(answer, address, attempt);
      body.check(draft.path(), name);
      return draft.complete(name, version(answer));
    } catch (Staging.TooLargeException tooLarge) {
      throw attempt.staging().tooLarge();
    } catch (IOException broken) {
      attempt.deadline().check();
      throw new FetchFailedException(FetchFault.CUT_SHORT);
    }
  }

  /** A stream that was cut looks as if it had ended. */
  static void copy(InputStream in, Staging.Draft draft, Deadline deadline)
      throws IOException, FetchFailedException {
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      deadline.check();
      draft.write(chunk, 0, read);
    }
    deadline.check();
  }

  private String name(HttpResponse<?> answer, URI address, Attempt attempt) {
    String path = Optional.ofNullable(address.getPath()).orElse("");
    Optional<String> given =
        answer
            .headers()
            .firstValue("Content-Disposition")
            .flatMap(Disposition::name)
            .or(() -> Optional.of(path.substring(path.lastIndexOf('/') + 1)))
            .filter(name -> name.matches("(?i).+\\.(csv|txt|xlsx|xls)"));
    return given
        .map(name -> ArrivalName.of(attempt.declared(), name))
        .orElseGet(() -> attempt.name(declared.as().isEmpty() ? "csv" : declared.as()));
  }

  private static Version version(HttpResponse<?> answer) {
    return new Version(header(answer, "ETag"), header(answer, "Last-Modified"));
  }

  /** One that is too long to be kept is none. */
  private static String header(HttpResponse<?> answer, String name) {
    return answer
        .headers()
        .firstValue(name)
        .filter(value -> value.length() <= LONGEST_VERSION)
        .filter(value -> value.chars().allMatch(c -> c >= ' ' && c <= '~'))
        .orElse("");
  }

  private static void close(HttpResponse<InputStream> answer) {
    try {
      answer.body().close();
    } catch (IOException gone) {
      // Nobody wants to read it.
    }
  }
}

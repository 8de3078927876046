package cn.bidui.collect;

import cn.bidui.collect.Fetched.Known;
import cn.bidui.plan.FetchDays;
import cn.bidui.plan.ListSource;
import cn.bidui.plan.ListSource.Auth;
import cn.bidui.plan.ListSource.Http;
import cn.bidui.plan.ListSource.Place;
import cn.bidui.plan.ListSource.SecretPlace;
import cn.bidui.source.ListKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks one source, without waiting between attempts. */
final class Asking {

  static final LocalDate DAY = LocalDate.of(2025, 11, 3);
  static final SecretPlace NO_SECRET = new SecretPlace.None();

  private final Path home;
  private final Path staged;
  private Map<String, String> environment = Map.of();
  private long most = 1 << 20;
  private int seconds = 20;
  private int attempts = 1;
  private Known known = Known.NOTHING;

  /** How long it would have waited. */
  final List<Duration> waits = new ArrayList<>();

  /** What happens on the server while it waits. */
  Pause meanwhile = length -> {};

  Asking(Path folder) throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    staged = Files.createDirectories(folder.resolve("staged"));
  }

  Asking setting(String variable, String value) {
    environment = Map.of(variable, value);
    return this;
  }

  Asking upTo(long bytes) {
    most = bytes;
    return this;
  }

  Asking within(int limit) {
    seconds = limit;
    return this;
  }

  Asking times(int tries) {
    attempts = tries;
    return this;
  }

  Asking knowing(String sha256, Fetched.Version version) {
    known = new Known(sha256, version);
    return this;
  }

  /** A file that only its owner can read. */
  SecretPlace secret(String name, String content) throws IOException {
    file(name, content);
    Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rw-------"));
    return new SecretPlace.InFile(name);
  }

  Path file(String name, String content) throws IOException {
    return Files.writeString(home.resolve(name), content);
  }

  Path home() {
    return home;
  }

  static ListSource source(String name, Place place, int seconds, int attempts) {
    return new ListSource(name, ListKind.ROLL, "", place, FetchDays.EACH_RUN, seconds, attempts);
  }

  static Http web(String url) {
    return new Http(url, Auth.NONE, "", "", NO_SECRET, "", "", "");
  }

  Fetched of(Place place) throws IOException {
    return all(List.of(source("省库", place, seconds, attempts)), 1).get(0);
  }

  List<Fetched> all(List<ListSource> sources, int threads) throws IOException {
    return Fetching.of(home, staged, most, DAY, environment, this::waited)
        .all(sources, threads, source -> known);
  }

  private void waited(Duration length) {
    waits.add(length);
    meanwhile.pass(length);
  }

  /** The text of what arrived. */
  static String text(Fetched fetched) throws IOException {
    return Files.readString(((Fetched.Arrived) fetched).staged(), StandardCharsets.UTF_8);
  }

  /** How many files lie staged. */
  long staged() throws IOException {
    try (Stream<Path> files = Files.list(staged)) {
      return files.count();
    }
  }

  static Fetched failed(FetchFault fault, String... words) {
    return new Fetched.Failed(fault, List.of(words));
  }
}

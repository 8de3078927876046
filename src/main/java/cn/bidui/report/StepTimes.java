package cn.bidui.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** How long each step of the last published night took, as its {@code run.json} tells. */
public final class StepTimes {

  private static final JsonFactory JSON = new JsonFactory();

  private StepTimes() {}

  /** Of the newest night in the folder {@code reports}; empty if there is none to be read. */
  public static SortedMap<String, Duration> ofLatest(Path reports) {
    try {
      String newest = Files.readString(reports.resolve("latest.txt")).strip();
      return read(reports.resolve(newest).resolve("data").resolve("run.json"));
    } catch (IOException | RuntimeException none) {
      // They only say how long to wait; whoever depends on run.json tells that it is damaged.
      return new TreeMap<>();
    }
  }

  private static SortedMap<String, Duration> read(Path runJson) throws IOException {
    SortedMap<String, Duration> times = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(runJson));
        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      boolean within = false;
      while (json.nextToken() != null) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
          within = json.streamReadContext().pathAsPointer().toString().equals("/steps");
        } else if (within && token == JsonToken.VALUE_NUMBER_INT) {
          times.put(json.currentName(), Duration.ofMillis(json.getLongValue()));
        } else if (within && token == JsonToken.END_OBJECT) {
          return times;
        }
      }
      return times;
    } catch (JacksonException torn) {
      // Its own words would quote the file.
      throw new IOException("not JSON");
    }
  }
}

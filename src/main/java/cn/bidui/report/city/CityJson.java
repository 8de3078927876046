package cn.bidui.report.city;

import cn.bidui.report.links.Indented;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/** {@code roll-up.json}: the counties with what speaks against them, then every figure. */
final class CityJson {

  private static final Messages WORDS = Messages.ZH;

  private final City city;
  private final LocalDate asOf;
  private final JsonGenerator json;

  private CityJson(City city, LocalDate asOf, JsonGenerator json) {
    this.city = city;
    this.asOf = asOf;
    this.json = json;
  }

  static String of(City city, LocalDate asOf) {
    return Indented.object(json -> new CityJson(city, asOf, json).write());
  }

  private void write() {
    json.writeStringProperty("asOf", asOf.toString());
    json.writeArrayPropertyStart("counties");
    city.counties().forEach(this::county);
    json.writeEndArray();
    json.writeArrayPropertyStart("figures");
    FigureLines.of(city).forEach(this::line);
    json.writeEndArray();
  }

  private void county(County county) {
    json.writeStartObject();
    json.writeStringProperty("name", county.name());
    json.writeStringProperty("condition", county.condition().code());
    county.figures().map(CountyNight::run).ifPresent(this::run);
    json.writeArrayPropertyStart("remarks");
    county.remarks().forEach(this::remark);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void run(NightRun run) {
    json.writeStringProperty("asOf", run.asOf().toString());
    json.writeNumberProperty("exit", run.exit());
    json.writeBooleanProperty("balanced", run.balanced());
    json.writeNumberProperty("held", run.held());
    json.writeArrayPropertyStart("missingLists");
    run.missing().stream().map(ListKind::code).forEach(json::writeString);
    json.writeEndArray();
  }

  private void remark(Remark remark) {
    json.writeStartObject();
    json.writeStringProperty("code", remark.fault().code());
    json.writeStringProperty("title", remark.title(WORDS));
    json.writeStringProperty("action", remark.action(WORDS));
    json.writeEndObject();
  }

  private void line(FigureLine line) {
    json.writeStartObject();
    json.writeStringProperty("county", line.county());
    json.writeStringProperty("condition", line.condition());
    json.writeStringProperty("section", line.section());
    json.writeStringProperty("subject", line.subject());
    json.writeStringProperty("term", line.term());
    line.measures().forEach(this::measure);
    json.writeEndObject();
  }

  /** Nothing compared is null, and never 0. */
  private void measure(String name, Object figure) {
    if (figure instanceof BigDecimal yuan) {
      json.writeNumberProperty(name, yuan);
    } else if (figure instanceof Number count) {
      json.writeNumberProperty(name, count.longValue());
    } else {
      json.writeNullProperty(name);
    }
  }
}

package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunJsonTest {

  @TempDir private Path folder;

  private JsonNode written(NightReport night) throws IOException {
    Path path = folder.resolve("run.json");
    new Reporter().writeRunJson(night, path);
    return new JsonMapper().readTree(Files.readString(path));
  }

  @Test
  void theRunStandsAtTheTop() throws IOException {
    JsonNode run = written(SmallCounty.night());
    assertThat(run.propertyNames())
        .containsExactly(
            "runId",
            "asOf",
            "previous",
            "missedDays",
            "late",
            "unit",
            "job",
            "software",
            "policies",
            "model",
            "startedAt",
            "durationMs",
            "steps",
            "exit",
            "journalHead",
            "remarks",
            "files",
            "lists",
            "sources",
            "link",
            "balance",
            "scoreboard",
            "rules",
            "held");
    assertThat(run.get("runId").asString()).isEqualTo("R-7");
    assertThat(run.get("unit").asString()).isEqualTo("青石县学生资助管理中心");
    assertThat(run.get("asOf").asString()).isEqualTo("2026-05-12");
    assertThat(run.get("durationMs").asInt()).isEqualTo(1234);
    assertThat(run.get("link").toString()).isEqualTo("{\"rows\":6,\"again\":5}");
    assertThat(run.get("steps").toString()).isEqualTo("{\"link\":17}");
    assertThat(run.get("policies").toString()).isEqualTo("[\"国家标准\",\"遂平2023\"]");
    assertThat(run.get("held").toString()).isEqualTo("[\"名单缩水；监测.xlsx\"]");
  }

  @Test
  void aFileSaysWhatBecameOfItsRows() throws IOException {
    JsonNode aid = written(SmallCounty.night()).get("files").get(1);
    assertThat(aid.toString())
        .isEqualTo(
            """
            {"name":"资助.csv","unit":"","sha256":"%s","list":"aid","system":"aid-test",\
            "state":"accepted-with-rejects","effective":true,"dataDate":"2026-05-10",\
            "term":"2026春","scope":"county","sheet":"","headerRow":3,"sheets":[{"name":"",\
            "headerRow":3,"hidden":false,"rows":3,"accepted":2,"rejected":1,"blank":0,\
            "duplicate":0,"note":0}],"rows":3,"accepted":2,"rejected":1,"blank":0,"duplicate":0,\
            "note":0,"open":1,"amends":null,\
            "problems":[{"code":"MONEY-UNREADABLE","count":1}]}"""
                .formatted("b".repeat(64)));
  }

  @Test
  void aRefusedFileHasNoListNoHeaderAndItsProblem() throws IOException {
    JsonNode broken = written(SmallCounty.night()).get("files").get(3);
    assertThat(broken.get("list").isNull()).isTrue();
    assertThat(broken.get("sheet").isNull()).isTrue();
    assertThat(broken.get("headerRow").asInt()).isZero();
    assertThat(broken.get("scope").asString()).isEqualTo("白水镇");
    assertThat(broken.get("problems").toString())
        .isEqualTo("[{\"code\":\"HEADER-NOT-FOUND\",\"count\":1}]");
  }

  @Test
  void listsRulesAndBalanceHoldTheirCounts() throws IOException {
    JsonNode run = written(SmallCounty.night());
    assertThat(run.get("lists").get("roll").toString())
        .isEqualTo(
            "{\"needed\":true,\"present\":true,\"files\":1,\"accepted\":3,\"replaced\":0,"
                + "\"rows\":3,\"linked\":2,\"undecided\":1,\"unlinked\":0}");
    assertThat(run.get("lists").get("payments").toString())
        .isEqualTo("{\"needed\":false,\"present\":false}");
    assertThat(run.get("rules").get("granted-not-paid").toString())
        .isEqualTo("{\"evaluated\":false,\"compared\":0,\"findings\":0,\"needs\":[\"payments\"]}");
    assertThat(run.get("balance").toString())
        .isEqualTo(
            "{\"balanced\":true,\"files\":4,\"rows\":9,\"accepted\":6,\"rejected\":1,\"blank\":1,"
                + "\"duplicate\":0,\"note\":1,\"findings\":{\"openBefore\":3,\"new\":1,"
                + "\"reopened\":1,\"resolved\":1,\"explained\":0,\"open\":4}}");
  }

  @Test
  void whatWasNotComparedIsNeverZero() throws IOException {
    JsonNode board = written(SmallCounty.night()).get("scoreboard");
    assertThat(board.get("enrolled-exact").toString())
        .isEqualTo(
            "{\"compared\":false,\"needs\":[\"enrolled\"],"
                + "\"rules\":[\"enrolled-missing\",\"enrolled-extra\"],\"places\":[],"
                + "\"trend\":[{\"asOf\":\"2026-05-10\",\"wrong\":null},"
                + "{\"asOf\":\"2026-05-12\",\"wrong\":null}]}");
    assertThat(board.get("schools-complete").toString())
        .isEqualTo(
            "{\"compared\":true,\"right\":3,\"of\":4,\"wrong\":1,\"needs\":[],"
                + "\"rules\":[\"school-missing\"],\"places\":[{\"level\":\"township\","
                + "\"name\":\"青石镇\",\"right\":2,\"of\":3,\"wrong\":1}],"
                + "\"trend\":[{\"asOf\":\"2026-05-10\",\"wrong\":3},"
                + "{\"asOf\":\"2026-05-12\",\"wrong\":1}]}");
  }

  @Test
  void writingAgainReplacesTheDuration() throws IOException {
    written(SmallCounty.night());
    assertThat(written(new SmallCounty().took(99).build()).get("durationMs").asInt()).isEqualTo(99);
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }
}

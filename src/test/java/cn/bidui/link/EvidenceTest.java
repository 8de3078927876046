package cn.bidui.link;

import static cn.bidui.link.Evidence.Agreement.DIFFERS;
import static cn.bidui.link.Evidence.Agreement.MISSING;
import static cn.bidui.link.Evidence.Agreement.SIMILAR;
import static cn.bidui.source.ListKind.AID;
import static cn.bidui.source.ListKind.HOUSEHOLDS;
import static cn.bidui.source.ListKind.ROLL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.bidui.link.Evidence.Piece;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final String ID = World.id("2012-03-05", 101);
  private static final String FATHER = World.id("1985-01-01", 301);
  private static final Evidence EVIDENCE = new Evidence(LinkLimits.defaults());

  private static Evidence.Pieces explain(World world, ListKind left, ListKind right, int row) {
    Map<ListKind, RecordTable> tables = world.tables();
    return EVIDENCE.explain(tables.get(left), 0, tables.get(right), row);
  }

  @Test
  void everyFieldHasItsSayMaskedAndWeighed() {
    World world = new World();
    world.roll("王小明").id(ID).born("2012-03-05", "MALE").school("甲校").guardian(FATHER);
    world.household("王大山").id(FATHER).household("H1");
    world.household("王小朋").id(ID.substring(0, 17)).born("2012-03-06", "MALE").household("H1");
    assertThat(explain(world, ROLL, HOUSEHOLDS, 1).pieces())
        .extracting(Piece::subject, Piece::left, Piece::right, Piece::level, Piece::weight)
        .containsExactly(
            tuple("name", "王*明", "王*朋", "link.level.name.alike", 1100),
            tuple(
                "citizen-id",
                "990101********" + ID.substring(14),
                "990101*******" + ID.substring(13, 17),
                "link.level.citizen-id.one-slip",
                1700),
            tuple("birth-date", "2012-03-*5", "2012-03-*6", "link.level.birth-date.slip", 700),
            tuple("sex", "MALE", "MALE", "link.agreement.agrees", 100),
            tuple("student-number", "", "", "link.agreement.missing", 0),
            tuple(
                "family",
                "990101********" + FATHER.substring(14),
                "",
                "link.agreement.agrees",
                1500),
            tuple("school-name", "甲校", "", "link.agreement.missing", 0),
            tuple("grade", "", "", "link.agreement.missing", 0),
            tuple("township", "", "", "link.agreement.missing", 0));
  }

  @Test
  void thePiecesAddUpToTheWeightOfTheLink() {
    World world = new World();
    world.roll("王小明").id(ID).school("甲校").studentNumber("G" + ID);
    world.aid("王小明").id(ID).school("乙校").studentNumber("G" + ID);
    int sum = explain(world, ROLL, AID, 0).total();
    assertThat(sum).isEqualTo(world.link().weight(AID, 0)).isEqualTo(5890);
  }

  @Test
  void idsThatHaveNothingInCommonDiffer() {
    World world = new World();
    world.roll("王小明").id(ID);
    world.aid("李大伟").id(World.id("2013-07-08", 456));
    assertThat(explain(world, ROLL, AID, 0).pieces())
        .extracting(Piece::agreement)
        .startsWith(DIFFERS, DIFFERS)
        .endsWith(MISSING, MISSING, MISSING);
  }

  @Test
  void anIdWithinAStudentNumberIsSimilarToItself() {
    World world = new World();
    world.roll("王小明").studentNumber("G" + ID);
    world.aid("王小明").id(ID);
    assertThat(explain(world, ROLL, AID, 0).pieces().get(1).agreement()).isEqualTo(SIMILAR);
  }

  @Test
  void idsThatASpreadsheetCutAreSimilarToTheWhole() {
    World world = new World();
    world.roll("王小明").id("990101201203051000");
    world.aid("王小明").id(ID);
    assertThat(explain(world, ROLL, AID, 0).pieces().get(1).agreement()).isEqualTo(SIMILAR);
  }

  @Test
  void tablesOfDifferentNightsAreRefused() {
    World world = new World();
    world.roll("王小明").id(ID);
    RecordTable one = world.tables().get(ROLL);
    RecordTable other = world.tables().get(ROLL);
    assertThatThrownBy(() -> EVIDENCE.explain(one, 0, other, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tables of one night share one dictionary");
  }
}

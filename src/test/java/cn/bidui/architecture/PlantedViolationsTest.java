package cn.bidui.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** A rule that was never seen failing proves nothing: each one meets a small house built wrong. */
class PlantedViolationsTest {

  private static final String BASE = PlantedViolationsTest.class.getPackageName() + ".planted";
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(BASE);

  @Test
  void seesARoomThatEntersALaterRoom() {
    assertViolated(imports("link"))
        .hasMessageContaining("planted.link.PrintsPages")
        .hasMessageContaining("planted.report.Page");
  }

  @Test
  void seesALibraryThatIsNotListedForTheRoom() {
    assertViolated(imports("normalize"))
        .hasMessageContaining("planted.normalize.OpensWorkbooks")
        .hasMessageContaining("org.apache.poi.ss.usermodel.Workbook");
  }

  @Test
  void seesADatabaseConnectionInAStage() {
    assertViolated(imports("link"))
        .hasMessageContaining("planted.link.OpensConnections")
        .hasMessageContaining("java.sql.Connection");
  }

  @Test
  void seesAnImportFromTheHall() {
    assertViolated(imports("source"))
        .hasMessageContaining("planted.source.LooksIntoTheHall")
        .hasMessageContaining("planted.Bystander");
  }

  @Test
  void seesSpringInAStage() {
    assertViolated(Rooms.springLivesAtTheEdges(BASE))
        .hasMessageContaining("planted.judge.AsksTheContext")
        .hasMessageContaining("org.springframework.context.ApplicationContext");
  }

  @Test
  void seesACycleBetweenRooms() {
    assertViolated(Rooms.roomsAreFreeOfCycles(BASE))
        .hasMessageContaining("Slice collect")
        .hasMessageContaining("planted.collect.Hen")
        .hasMessageContaining("planted.intake.Egg");
  }

  @Test
  void seesAPackageThatIsNoRoom() {
    assertViolated(Rooms.everyPackageIsInTheTable(BASE))
        .hasMessageContaining("planted.basement.Cellar")
        .hasMessageContaining("(1 times)");
  }

  @Test
  void seesASecondClassInTheHall() {
    assertViolated(Rooms.onlyTheApplicationStandsInTheHall(BASE))
        .hasMessageContaining("planted.Bystander")
        .hasMessageContaining("(1 times)");
  }

  @Test
  void seesAPackageNamedAfterALayer() {
    assertViolated(Rooms.packagesAreNamedAfterThings(BASE))
        .hasMessageContaining("planted.person.util.Odds")
        .hasMessageContaining("(1 times)");
  }

  @Test
  void seesAPackageWithoutItsNullMark() {
    assertViolated(Rooms.everyPackageIsNullMarked(BASE))
        .hasMessageContaining("planted.report of")
        .hasMessageContaining("planted.report.Page");
  }

  @Test
  void acceptsArraysLoggersAndTheRoomItself() {
    assertThatCode(() -> imports("plan").check(PLANTED)).doesNotThrowAnyException();
  }

  @Test
  void acceptsRoomsThatAreNotBuiltYet() {
    assertThatCode(() -> imports("spark").check(PLANTED)).doesNotThrowAnyException();
  }

  private static ArchRule imports(String room) {
    return Rooms.importsOnlyWhatIsListed(BASE, Rooms.named(room));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertViolated(ArchRule rule) {
    return assertThatThrownBy(() -> rule.check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(rule.getDescription());
  }
}

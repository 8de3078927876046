package cn.bidui.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.architecture.Rooms.Room;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomsTest {

  private static final String BASE = "cn.bidui";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  static List<Room> rooms() {
    return Rooms.TABLE;
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void importsOnlyWhatIsListed(Room room) {
    Rooms.importsOnlyWhatIsListed(BASE, room).check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void entersOnlyRoomsOfTheTable(Room room) {
    assertThat(Rooms.TABLE).extracting(Room::name).containsAll(room.rooms());
  }

  @Test
  void everyPackageIsInTheTable() {
    Rooms.everyPackageIsInTheTable(BASE).check(HOUSE);
  }

  @Test
  void roomsAreFreeOfCycles() {
    Rooms.roomsAreFreeOfCycles(BASE).check(HOUSE);
  }

  @Test
  void springLivesAtTheEdges() {
    Rooms.springLivesAtTheEdges(BASE).check(HOUSE);
  }

  @Test
  void onlyTheApplicationStandsInTheHall() {
    Rooms.onlyTheApplicationStandsInTheHall(BASE).check(HOUSE);
  }

  @Test
  void packagesAreNamedAfterThings() {
    Rooms.packagesAreNamedAfterThings(BASE).check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    Rooms.everyPackageIsNullMarked(BASE).check(HOUSE);
  }
}

package cn.bidui.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The table of rooms and the rules over it.
 *
 * <p>Each rule takes the base package, so that the same rule that guards {@code cn.bidui} can be
 * seen failing on the planted violations.
 */
final class Rooms {

  private static final String[] VOCABULARY = {"person", "source", "plan"};
  private static final String[] STAGES = {
    "collect", "intake", "normalize", "link", "judge", "ledger", "report"
  };
  private static final String[] EDGES = {"store", "batch", "cli", "console"};

  /** Part of Java, yet not for everyone: who may talk to a database is in the table. */
  private static final String[] JDBC = {"java.sql..", "javax.sql.."};

  /** What every room may import: null marks, bug-pattern marks, logging. */
  private static final String[] EVERYWHERE = {
    "com.google.errorprone.annotations..", "org.jspecify.annotations..", "org.slf4j.."
  };

  private static final String[] SPRING_BEANS = {
    "org.springframework.beans..",
    "org.springframework.context..",
    "org.springframework.core..",
    "org.springframework.stereotype.."
  };
  private static final String[] SPRING_TX = {
    "org.springframework.dao..", "org.springframework.transaction.."
  };
  private static final String[] EXCEL = {
    "org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.schemas.."
  };
  private static final String[] CSV = {"org.apache.commons.csv.."};
  private static final String[] XML = {
    "com.ctc.wstx..", "javax.xml.stream..", "org.codehaus.stax2.."
  };
  private static final String[] JSON = {"tools.jackson.core.."};
  private static final String[] VALIDATION = {"jakarta.validation.."};

  /**
   * Who may import whom; what is not listed is forbidden. Rooms stand here before they are built.
   */
  static final List<Room> TABLE =
      List.of(
          room("person"),
          room("source"),
          room("plan").entering("person", "source").using(VALIDATION).using("org.yaml.snakeyaml.."),
          room("collect")
              .entering("source", "plan")
              .using(JDBC)
              .using(CSV)
              .using("com.jcraft.jsch..", "javax.net.ssl.."),
          room("intake")
              .entering("source", "plan")
              .using(EXCEL)
              .using(CSV)
              .using(XML)
              .using("org.jsoup..", "org.apache.commons.compress.."),
          room("normalize").entering(VOCABULARY).using(VALIDATION),
          room("link").entering(VOCABULARY).entering("normalize"),
          room("judge").entering(VOCABULARY).entering("normalize", "link"),
          room("ledger")
              .entering(VOCABULARY)
              .entering("link", "judge")
              .using(JSON)
              .using("javax.crypto.."),
          room("report")
              .entering(VOCABULARY)
              .entering("intake", "normalize", "link", "judge", "ledger")
              .using(EXCEL)
              .using(CSV)
              .using(JSON)
              // Which writer of XML POI takes.
              .using("javax.xml.transform.."),
          room("store")
              .entering(VOCABULARY)
              .entering("normalize", "link", "judge", "ledger")
              .using(JDBC)
              .using(SPRING_TX)
              .using("org.springframework.jdbc..", "org.flywaydb.core..")
              .using("org.h2..", "org.postgresql..", "com.zaxxer.hikari.."),
          room("notify")
              .entering("source", "plan", "ledger")
              .using(JSON)
              .using("jakarta.mail..", "javax.crypto.."),
          room("batch")
              .entering(VOCABULARY)
              .entering(STAGES)
              .entering("notify", "store")
              .using(SPRING_BEANS)
              .using(SPRING_TX)
              .using(JSON)
              .using("org.springframework.batch..", "io.micrometer..", "javax.sql.."),
          room("cli")
              .entering(VOCABULARY)
              .entering(STAGES)
              .entering("batch", "store")
              .using(SPRING_BEANS)
              .using(JSON)
              .using(
                  "org.springframework.boot..",
                  "ch.qos.logback..",
                  "picocli..",
                  "me.tongfei.progressbar..",
                  "javax.sql.."),
          room("console")
              .entering(VOCABULARY)
              .entering("link", "judge", "ledger", "report", "batch", "store")
              .using(SPRING_BEANS)
              .using(VALIDATION)
              .using("org.springframework.http..", "org.springframework.security..")
              .using("org.springframework.ui..", "org.springframework.web..")
              .using("jakarta.servlet..", "org.thymeleaf.."),
          room("spark")
              .entering(VOCABULARY)
              .entering("normalize", "link", "judge")
              .using("org.apache.spark.."));

  /** Names of layers and of drawers for leftovers: they say where code lies, not what it does. */
  private static final List<String> NO_NAMES_FOR_A_ROOM =
      List.of("util", "common", "core", "impl", "dto", "service", "manager", "helper");

  private Rooms() {}

  /** One room: the other rooms and the libraries that its classes may name. */
  record Room(String name, List<String> rooms, List<String> libraries) {

    Room entering(String... others) {
      return new Room(name, plus(rooms, others), libraries);
    }

    Room using(String... packages) {
      return new Room(name, rooms, plus(libraries, packages));
    }

    private static List<String> plus(List<String> some, String... more) {
      return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Room named(String name) {
    return TABLE.stream().filter(room -> room.name().equals(name)).findFirst().orElseThrow();
  }

  static ArchRule importsOnlyWhatIsListed(String base, Room room) {
    return classes()
        .that()
        .resideInAPackage(within(base, room.name()))
        .should()
        .onlyDependOnClassesThat(plainJava().or(listed(base, room)))
        .as(
            "Room %s imports only itself, the rooms %s, the libraries %s and plain Java"
                .formatted(room, room.rooms(), room.libraries()))
        .allowEmptyShould(true);
  }

  static ArchRule everyPackageIsInTheTable(String base) {
    return classes()
        .that()
        .resideInAPackage(base + ".*..")
        .should()
        .resideInAnyPackage(within(base, TABLE.stream().map(Room::name).toArray(String[]::new)))
        .as("Every package is a room of the table")
        .allowEmptyShould(true);
  }

  static ArchRule roomsAreFreeOfCycles(String base) {
    return slices()
        .matching(base + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("Rooms are free of cycles")
        .allowEmptyShould(true);
  }

  static ArchRule springLivesAtTheEdges(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + ".*..")
        .and()
        .resideOutsideOfPackages(within(base, EDGES))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .as("Spring lives in %s only".formatted(List.of(EDGES)))
        .allowEmptyShould(true);
  }

  static ArchRule onlyTheApplicationStandsInTheHall(String base) {
    return classes()
        .that()
        .resideInAPackage(base)
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveSimpleName("BiduiApplication")
        .as("BiduiApplication is the only class of the base package")
        .allowEmptyShould(true);
  }

  static ArchRule packagesAreNamedAfterThings(String base) {
    return noClasses()
        .should()
        .resideInAnyPackage(
            NO_NAMES_FOR_A_ROOM.stream()
                .map(name -> base + ".." + name + "..")
                .toArray(String[]::new))
        .as("No package is named %s".formatted(NO_NAMES_FOR_A_ROOM))
        .allowEmptyShould(true);
  }

  /**
   * The compiler looks for null dereferences in marked packages only: a forgotten mark is silent.
   */
  static ArchRule everyPackageIsNullMarked(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and()
        .areTopLevelClasses()
        .should(resideInANullMarkedPackage())
        .as("Every package is @NullMarked in its package-info")
        .allowEmptyShould(true);
  }

  private static Room room(String name) {
    return new Room(name, List.of(), List.of());
  }

  private static String[] within(String base, String... rooms) {
    return Arrays.stream(rooms).map(room -> within(base, room)).toArray(String[]::new);
  }

  private static String within(String base, String room) {
    return base + "." + room + "..";
  }

  private static DescribedPredicate<JavaClass> plainJava() {
    return resideInAPackage("java..").and(not(resideInAnyPackage(JDBC)));
  }

  private static DescribedPredicate<JavaClass> listed(String base, Room room) {
    return resideInAnyPackage(
            within(base, room.entering(room.name()).rooms().toArray(String[]::new)))
        .or(resideInAnyPackage(room.using(EVERYWHERE).libraries().toArray(String[]::new)));
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type,
                  "Package %s of %s is not @NullMarked"
                      .formatted(type.getPackageName(), type.getName())));
        }
      }
    };
  }
}

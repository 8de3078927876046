package cn.bidui.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is made public holds no more than the law allows, because nothing else can get there. */
class PublicLineTest {

  private static final String NOTICE = "cn.bidui.report.notice";

  private static final List<String> FORBIDDEN =
      List.of(
          "cn.bidui.normalize.",
          "cn.bidui.link.",
          "cn.bidui.judge.",
          "cn.bidui.ledger.",
          "cn.bidui.intake.",
          "cn.bidui.person.CitizenId",
          "cn.bidui.person.StudentNumber",
          "cn.bidui.person.HouseholdNumber",
          "cn.bidui.person.PersonName",
          "cn.bidui.source.SheetRow",
          "cn.bidui.source.Cell");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cn.bidui");

  private static Stream<JavaClass> writers() {
    return HOUSE.stream().filter(type -> type.getPackageName().equals(NOTICE));
  }

  /** All of our types that code of {@code types} leads to, over however many steps. */
  private static Set<String> reached(Stream<JavaClass> types) {
    return types
        .flatMap(type -> type.getTransitiveDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getName)
        .filter(name -> name.startsWith("cn.bidui."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> forbidden(Set<String> reached) {
    return reached.stream().filter(name -> FORBIDDEN.stream().anyMatch(name::startsWith)).toList();
  }

  @Test
  void noPersonsRecordCanBeReachedFromWhereNoticesAreWritten() {
    Set<String> reached = reached(writers());

    assertThat(reached).contains(NOTICE + ".PublicLine", "cn.bidui.report.Html");
    assertThat(forbidden(reached)).isEmpty();
  }

  @Test
  void theSameQuestionFindsRecordsBehindOtherReports() {
    assertThat(forbidden(reached(Stream.of(HOUSE.get("cn.bidui.report.FindingBook")))))
        .contains("cn.bidui.judge.finding.Finding", "cn.bidui.ledger.LedgerFinding");
  }

  @Test
  void aLineIsSixTexts() {
    JavaClass line = HOUSE.get(NOTICE + ".PublicLine");

    assertThat(
            line.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> field.getName() + " " + field.getRawType().getSimpleName()))
        .containsExactlyInAnyOrder(
            "name String",
            "school String",
            "department String",
            "grade String",
            "major String",
            "className String");
    assertThat(line.getModifiers()).doesNotContain(JavaModifier.PUBLIC);
  }

  @Test
  void onlyThePublicListMakesLines() {
    assertThat(
            HOUSE.get(NOTICE + ".PublicLine").getConstructorCallsToSelf().stream()
                .map(call -> call.getOriginOwner().getName()))
        .containsOnly(NOTICE + ".PublicList");
  }

  @Test
  void whoeverStandsOutsideHandsInTextsAndFactsOnly() {
    List<String> asked =
        writers()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(method -> method.getRawParameterTypes().stream())
            .map(JavaClass::getName)
            .distinct()
            .toList();

    assertThat(asked)
        .isSubsetOf(
            "java.lang.String",
            "java.lang.Object",
            "int",
            "java.time.LocalDate",
            "java.nio.file.Path",
            "java.util.List",
            NOTICE + ".PublicList",
            NOTICE + ".NoticeFacts");
  }
}

package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.WorkFolder;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inventory of personal data leaves out no place of a work folder. */
class PrivacyPageTest {

  private static final Path PAGE = Path.of("docs/privacy.zh.md");
  private static final Pattern PLACE = Pattern.compile("(?m)^\\| `([^`/…]+)(/?|…/)` \\|");

  private static List<String> places() throws Exception {
    return PLACE
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult place) -> place.group(1))
        .toList();
  }

  @Test
  void everyPlaceOfAWorkFolderStandsThere() throws Exception {
    WorkFolder folder = new WorkFolder(Path.of("home"));
    Set<String> names = new TreeSet<>();
    for (Method method : WorkFolder.class.getDeclaredMethods()) {
      if (method.getReturnType() == Path.class
          && method.getParameterCount() == 0
          && !method.getName().equals("home")) {
        Path place = folder.home().relativize((Path) method.invoke(folder));
        names.add(place.getName(0).toString());
      }
    }

    assertThat(names).hasSizeGreaterThan(7);
    assertThat(places()).containsAll(names);
  }

  @Test
  void everythingThatANightAndABackupLeaveStandsThere(@TempDir Path folder) throws Exception {
    Office office = Sample.after(1, folder.resolve("home"));
    assertThat(office.does("backup").exit()).isZero();

    try (Stream<Path> left = Files.list(office.home())) {
      assertThat(places())
          .containsAll(
              left.map(place -> place.getFileName().toString()).collect(Collectors.toSet()));
    }
  }
}

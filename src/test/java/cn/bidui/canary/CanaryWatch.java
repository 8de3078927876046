package cn.bidui.canary;

import cn.bidui.fixture.QuickFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks at the work folders of every test before they are removed; a person who is named where
 * nobody asked for it fails the test. Registered for all tests by a service file.
 */
public final class CanaryWatch implements AfterEachCallback, AfterAllCallback {

  private static final Canaries CANARIES = Canaries.ofSamples(Path.of("sample-inputs"));
  private static final WorkFolderLook LOOK = new WorkFolderLook(CANARIES);

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    look(test);
  }

  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    look(tests);
  }

  /**
   * Searches what a command said on its way to an exit code; {@code words} that somebody asked for
   * whole are none of it.
   */
  public static void said(String command, String words) {
    CANARIES
        .in(words)
        .ifPresent(
            found -> {
              throw new AssertionError(command + " names somebody: " + found);
            });
  }

  private static synchronized void look(ExtensionContext test) throws IOException {
    if (inTheClear(test)) {
      return;
    }
    List<String> leaks = new ArrayList<>();
    for (Path folder : QuickFolder.made()) {
      leaks.addAll(LOOK.leaks(folder));
    }
    if (!leaks.isEmpty()) {
      throw new AssertionError("people are named where nobody asked for them: " + leaks);
    }
  }

  private static boolean inTheClear(ExtensionContext test) {
    return test.getRequiredTestClass().isAnnotationPresent(InTheClear.class)
        || test.getTestMethod()
            .filter(each -> each.isAnnotationPresent(InTheClear.class))
            .isPresent();
  }
}

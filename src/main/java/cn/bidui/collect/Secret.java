package cn.bidui.collect;

import cn.bidui.plan.ListSource.SecretPlace;
import cn.bidui.plan.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;

/**
 * Reads secrets where they stand, when they are needed, and keeps none.
 *
 * @param home the work folder
 * @param environment the variables that are set
 */
record Secret(Path home, Map<String, String> environment) {

  /** The secret; blank where none is asked for. */
  String read(SecretPlace place) throws FetchFailedException {
    if (place instanceof SecretPlace.InEnvironment variable) {
      String value = environment.getOrDefault(variable.variable(), "").strip();
      if (value.isEmpty()) {
        throw new FetchFailedException(FetchFault.SECRET_VARIABLE, variable.variable());
      }
      return value;
    }
    return place instanceof SecretPlace.InFile in ? text(in.file()) : "";
  }

  private String text(String file) throws FetchFailedException {
    String text = SecretText.of(bytes(file));
    if (text.isEmpty()) {
      throw new FetchFailedException(FetchFault.SECRET_FILE, file);
    }
    return text;
  }

  /** A file that nobody else on this machine can read. */
  byte[] bytes(String file) throws FetchFailedException {
    Path path = home.resolve(file);
    try {
      if (open(path)) {
        throw new FetchFailedException(FetchFault.SECRET_OPEN, file);
      }
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new FetchFailedException(FetchFault.SECRET_FILE, file);
    }
  }

  /** Windows gives rights in other ways; there the folder's rights have to do. */
  private static boolean open(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return "Secret";
  }
}

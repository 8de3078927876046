package cn.bidui.store;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The migrations that this program brings; asked without starting what applies them. */
final class Migrations {

  private static final String FOLDER = "db/migration";
  private static final Pattern FILE = Pattern.compile("V(\\d+)__.+\\.sql");

  private Migrations() {}

  /** The number of the newest; 0 if none is found. */
  static int newest() throws IOException {
    @Nullable URL folder = Migrations.class.getResource("/" + FOLDER);
    if (folder == null) {
      return 0;
    }
    return (folder.getProtocol().equals("file") ? inFolder(folder) : inJar(folder))
        .stream()
            .map(FILE::matcher)
            .filter(Matcher::matches)
            .mapToInt(Migrations::number)
            .max()
            .orElse(0);
  }

  private static int number(Matcher file) {
    return Integer.parseInt(file.group(1));
  }

  private static List<String> inFolder(URL folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(new URI(folder.toString())))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (URISyntaxException impossible) {
      throw new IOException("a folder of the program has no address", impossible);
    }
  }

  private static List<String> inJar(URL folder) throws IOException {
    JarURLConnection jar = (JarURLConnection) folder.openConnection();
    return jar.getJarFile().stream()
        .map(entry -> entry.getName())
        .filter(name -> name.startsWith(FOLDER + "/"))
        .map(name -> name.substring(FOLDER.length() + 1))
        .toList();
  }
}

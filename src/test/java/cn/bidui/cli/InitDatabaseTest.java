package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.store.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A work folder that begins on a server's database. */
class InitDatabaseTest {

  private final String url = TestPostgres.freshDatabase().replaceFirst("\\?.*", "");
  private final StringWriter said = new StringWriter();

  @TempDir private Path folder;

  private int init(String... arguments) {
    PrintWriter to = new PrintWriter(said, true);
    return Bidui.commandLine(arguments).setOut(to).setErr(to).execute(arguments);
  }

  private Path home() {
    return folder.resolve("home");
  }

  @Test
  void theSettingsNameTheDatabaseAndKeepTheirWords() throws IOException {
    Path password = Files.writeString(folder.resolve("密码.txt"), "not asked for");

    int exit =
        init(
            "init",
            home().toString(),
            "--database",
            url,
            "--database-user",
            "postgres",
            "--database-password-file",
            password.toString());

    assertThat(exit).as(said.toString()).isZero();
    assertThat(said.toString()).contains("可以用（PostgreSQL 17.7）").doesNotContain("not asked");
    assertThat(Files.readString(home().resolve("bidui.yml")))
        .contains("  url: \"" + url + "\"\n")
        .contains("  user: \"postgres\"\n")
        .contains("  password-file: \"" + password + "\"\n")
        .contains("# 同时读几个文件。两核的机器写 2。");
  }

  @Test
  void aPasswordInTheWorkFolderIsNamedFromThere() throws IOException {
    Files.createDirectories(home());
    Path password = Files.writeString(home().resolve("password.txt"), "x");
    String[] line = {
      "init",
      "--quiet",
      home().toString(),
      "--database",
      url,
      "--database-user",
      "postgres",
      "--database-password-file",
      password.toString()
    };
    assertThat(init(line)).isZero();
    assertThat(Files.readString(home().resolve("bidui.yml")))
        .contains("  password-file: \"password.txt\"\n");
    assertThat(said.toString()).doesNotContain("可以用");

    assertThat(init(line)).isZero();
    assertThat(said.toString()).contains("bidui move-database --home");
  }

  @Test
  void nothingIsMadeWhereTheDatabaseWillNotDo() {
    assertThat(init("init", home().toString(), "--database", "jdbc:postgresql://127.0.0.1:1/a"))
        .isEqualTo(ExitCode.IO);
    assertThat(said.toString()).contains("连不上 127.0.0.1:1/a");
    assertThat(init("init", home().toString(), "--database", "mysql://a?password=geheim"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(said.toString()).contains("jdbc:postgresql://主机:5432/库名").doesNotContain("geheim");
    assertThat(home()).doesNotExist();
  }
}

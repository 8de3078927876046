package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.DraftProfile.Drafted;
import cn.bidui.intake.Given.Outcome;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts of column profiles, and the files that are read by them. */
class DraftProfileTest {

  @TempDir Path folder;

  private Path list(String... lines) {
    return Given.text(folder, String.join("\n", lines));
  }

  private static Drafted draft(Path file, String as) throws IOException {
    return new DraftProfile(Given.INTAKE, Messages.ZH).draft(file, "list.csv", as);
  }

  private static String yaml(Path file, String as) throws IOException {
    return ((Drafted.Written) draft(file, as)).yaml();
  }

  private static String why(Path file, String as) throws IOException {
    return ((Drafted.Impossible) draft(file, as)).why().key();
  }

  /** Intake with the shipped profiles and the draft beside them, as in {@code jobs/columns}. */
  private static Intake with(String draft) throws IOException {
    Map<String, String> texts = new TreeMap<>(Map.of("draft.yml", draft));
    try (Stream<Path> files = Files.list(Path.of("jobs/columns"))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    Mistakes mistakes = new Mistakes();
    ColumnProfiles profiles = ColumnProfiles.read(texts, mistakes);
    assertThat(mistakes.all()).isEmpty();
    return new Intake(profiles, IntakeLimits.defaults());
  }

  @Test
  void aDraftSaysWhatIsMissingAndWhatMayBeMeant() throws IOException {
    Path file = list("序号,姓名,身份证见号,学校,年级,楼层", "1,赵一一," + id(1) + ",一小,三年级,2");

    String yaml = yaml(file, "");

    assertThat(yaml.lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "profile: roll-draft",
            "list: roll",
            "title: 学籍在籍学生名单",
            "titles: [学籍, 在籍]",
            "columns:",
            "  name:",
            "    required: true",
            "    label: 姓名",
            "    evidence: name",
            "  citizen-id:",
            "    required: true",
            "    label: 身份证件号",
            "    # 必需列“身份证件号”没有找到：把表里对应的列名写进 synonyms。您是不是指这些列：身份证见号",
            "    synonyms: []",
            "    evidence: citizen-id",
            "  school-name:",
            "    required: true",
            "    label: 学校名称",
            "    synonyms: [学校]",
            "    fill-down: true",
            "  grade:",
            "    required: true",
            "    label: 年级",
            "    fill-down: true",
            "known:",
            "  - 序号",
            "  - 楼层");
  }

  @Test
  void onceTheMissingIsFilledInTheDraftReadsTheFile() throws IOException {
    Path file = list("序号,姓名,身份证见号,学校,年级,楼层", "1,赵一一," + id(1) + ",一小,三年级,2");

    Intake intake = with(yaml(file, "").replace("synonyms: []", "synonyms: [身份证见号]"));
    Outcome outcome = Given.read(intake, file, "list.csv");

    assertThat(outcome.taken().profile()).isEqualTo("roll-draft");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
    assertThat(outcome.taken().sheets().get(0).unknownColumns()).isEmpty();
  }

  @Test
  void groupsCodesWeakNamesAndOddCharactersComeBackAsTheyWere() throws IOException {
    Path file =
        list(
            "XM,证件号码,学校,年级,\"a\"\"b\\c\",监护人信息,,\"是否/#1\",XM（家长）",
            ",,,,,姓名,电话,,",
            "赵一一," + id(1) + ",一小,三年级,,赵某,,,");

    String yaml = yaml(file, "roll");
    Outcome outcome = Given.read(with(yaml), file, "list.csv");

    assertThat(yaml)
        .contains("    synonyms: [XM]", "    weak: [证件号码]", "    groups: [监护人信息]")
        .contains("    leaves: [姓名]", "  - 监护人信息电话", "  - \"是否/1\"", "  # “XM（家长）”去掉说明后与别的列同名");
    assertThat(outcome.taken().profile()).isEqualTo("roll-draft");
    assertThat(outcome.texts(Field.GUARDIAN1_NAME)).containsExactly("赵某");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
  }

  @Test
  void choicesAndDecidingColumnsAreTakenOver() throws IOException {
    String yaml = yaml(list("姓名,身份证号,资助项目,实发金额,实发金客", "赵一一," + id(1) + ",生活补助,1,2"), "");

    assertThat(yaml)
        .contains("list: aid")
        .contains("decides: [program, amount-paid]")
        .contains("one-of:\n  - [amount-paid]");
    assertThat(with(yaml)).isNotNull();
  }

  @Test
  void aHeaderOfWhichNothingIsKnownNeedsTheListNamed() throws IOException {
    Path file = list("名册", "娃,号,校,级", "赵一一," + id(1) + ",一小,三年级");

    assertThat(why(file, "")).isEqualTo("plan.draft.no-header");
    String yaml = yaml(file, "roll");
    assertThat(yaml).contains("第 2 行表头", "known:\n  - 娃\n  - 号\n  - 校\n  - 级\n");
    String filled =
        yaml.replace("  - 娃\n  - 号\n  - 校\n  - 级\n", "  - 序号\n")
            .replaceAll("(label: 姓名\n.*\n    synonyms: )\\[]", "$1[娃]")
            .replaceAll("(label: 身份证件号\n.*\n    synonyms: )\\[]", "$1[号]")
            .replaceAll("(label: 学校名称\n.*\n    synonyms: )\\[]", "$1[校]")
            .replaceAll("(label: 年级\n.*\n    synonyms: )\\[]", "$1[级]");
    assertThat(Given.read(with(filled), file, "list.csv").taken().profile())
        .isEqualTo("roll-draft");
  }

  @Test
  void whatCannotBeDraftedIsTold() throws IOException {
    Path both = list("户编号,姓名,身份证件号,监测对象类别,学校名称,年级");

    assertThat(why(both, "")).isEqualTo("plan.draft.ambiguous");
    assertThat(yaml(both, "households")).contains("list: households");
    assertThat(why(both, "rolls")).isEqualTo("plan.remember.unknown-list");
    assertThat(why(Given.file(folder, "none", new byte[0]), "roll"))
        .isEqualTo("plan.remember.unreadable");
    assertThat(why(list("1,2", "3,4"), "roll")).isEqualTo("plan.draft.no-header");
  }

  @Test
  void aSecondDraftGetsANameOfItsOwn() throws IOException {
    Path file = list("姓名,身份证件号,学校,年级", "赵一一," + id(1) + ",一小,三年级");
    Intake intake = with(yaml(file, ""));

    Drafted second = new DraftProfile(intake, Messages.EN).draft(file, "list.csv", "");

    Drafted.Written written = (Drafted.Written) second;
    assertThat(written.profile()).isEqualTo("roll-draft2");
    assertThat(written.yaml()).startsWith("# Column profile drafted").contains("known: []");
    assertThat(ListKind.ofCode("roll")).contains(ListKind.ROLL);
  }
}

package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.ColumnReading.How;
import cn.bidui.intake.Given.Outcome;
import cn.bidui.intake.HeaderSettling.Said;
import cn.bidui.intake.HeaderSettling.Settled;
import cn.bidui.plan.HeaderMemory;
import cn.bidui.plan.RememberedHeader;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person says about a header, and files that are read by it. */
class HeaderSettlingTest {

  @TempDir Path folder;

  private Path list(String... lines) {
    return Given.text(folder, String.join("\n", lines));
  }

  private static Settled settle(Path file, String as, String... columns) throws IOException {
    return new HeaderSettling(Given.INTAKE)
        .settle(file, "list.csv", new Said("", as, List.of(columns), "王干部"));
  }

  private static RememberedHeader decided(Path file, String as, String... columns)
      throws IOException {
    return ((Settled.Decided) settle(file, as, columns)).header();
  }

  private static List<String> mistakes(Path file, String as, String... columns) throws IOException {
    return ((Settled.Mistaken) settle(file, as, columns))
        .mistakes().stream().map(each -> each.key() + " " + each.words()).toList();
  }

  private static Outcome read(RememberedHeader header, Path file) {
    Intake intake = Given.INTAKE.remembering(new HeaderMemory(List.of(header)));
    return Given.read(intake, file, "list.csv");
  }

  @Test
  void aColumnOfAnUnknownNameIsReadAsWasDecided() throws IOException {
    Path refused = list("姓名,证号,学校名称,年级", "赵一一," + id(1) + ",一小,三年级");
    assertThat(Given.read(refused).problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_MISSING);

    RememberedHeader header = decided(refused, "roll", "证号=身份证件号");
    Outcome outcome = read(header, refused);

    assertThat(header.list()).isEqualTo(ListKind.ROLL);
    assertThat(header.profile()).isEqualTo("roll-compulsory");
    assertThat(header.columns()).containsOnlyKeys(1).containsValue(Field.CITIZEN_ID);
    assertThat(header.by()).isEqualTo("王干部");
    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
    assertThat(outcome.taken().sheets().get(0).columns())
        .extracting(ColumnReading::how)
        .containsExactly(How.EXACT, How.REMEMBERED, How.EXACT, How.EXACT);
  }

  @Test
  void theDecisionHoldsForTheSameHeaderUnderOtherTitlesAndRows() throws IOException {
    RememberedHeader header =
        decided(list("姓名,证号,学校名称,年级", "赵一一," + id(1) + ",一小,三年级"), "roll", "证号=citizen-id");

    Outcome same = read(header, list("某县", "", "姓 名,证号,学校名称*,年级", "钱二二," + id(2) + ",二小,四年级"));
    Outcome other = read(header, list("姓名,证号,学校名称,年级,性别", "钱二二," + id(2) + ",二小,四年级,男"));
    Outcome hinted = read(header, list("姓名,证号（家长）,学校名称,年级", "钱二二," + id(2) + ",二小,四年级"));

    assertThat(same.texts(Field.NAME)).containsExactly("钱二二");
    assertThat(other.problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_MISSING);
    assertThat(hinted.problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_MISSING);
  }

  @Test
  void aHeaderOfWhichNothingIsKnownIsFoundByTheColumnsThatAreNamed() throws IOException {
    Path file = list("某县名册", "娃,号,校,级", "赵一一," + id(1) + ",一小,三年级");

    RememberedHeader header = decided(file, "学籍名单", "娃=姓名", "号=公民身份号码", "校＝学校", "D=grade");

    assertThat(read(header, file).texts(Field.GRADE)).containsExactly("三年级");
    assertThat(read(header, file).header().row()).isEqualTo(2);
  }

  @Test
  void anAmbiguousListIsSettledByItsNameAlone() throws IOException {
    Path file = list("户编号,姓名,身份证件号,监测对象类别,学校名称,年级", "9901010001,赵一一," + id(1) + ",边缘易致贫户,一小,三年级");
    assertThat(Given.read(file).problem().code()).isEqualTo(ProblemCode.LIST_AMBIGUOUS);

    RememberedHeader header = decided(file, "households");

    assertThat(read(header, file).taken().list()).isEqualTo(ListKind.HOUSEHOLDS);
    assertThat(header.columns()).isEmpty();
  }

  @Test
  void ofTwoColumnsOfOneMeaningTheOtherIsSaidNotToBeRead() throws IOException {
    Path file = list("姓名,身份证件号,身份证号,学校名称,年级", "赵一一," + id(1) + "," + id(2) + ",一小,三年级");

    RememberedHeader header = decided(file, "roll-compulsory", "身份证号=不读");

    assertThat(header.ignored()).containsExactly(2);
    assertThat(read(header, file).texts(Field.CITIZEN_ID)).containsExactly(id(1));
  }

  @Test
  void contentAndConflictsAreCheckedAllTheSame() throws IOException {
    Path wrong =
        Given.file(
            folder,
            "wrong.csv",
            "姓名,证号,学校名称,年级\n赵一一,甲,一小,三年级\n钱二二,乙,一小,三年级\n孙三三,丙,一小,三年级\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Path twice = list("姓名,证号,身份证件号,学校名称,年级", "赵一一," + id(1) + "," + id(2) + ",一小,三年级");

    RememberedHeader vague = decided(wrong, "roll", "证号=身份证件号");
    RememberedHeader doubled = decided(twice, "roll", "证号=身份证件号");

    assertThat(read(vague, wrong).problem().code()).isEqualTo(ProblemCode.HEADER_CONTENT_DIFFERS);
    assertThat(read(doubled, twice).problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_TWICE);
  }

  @Test
  void allThatIsSaidWronglyIsToldAtOnce() throws IOException {
    Path file = list("姓名,证号,证号,学校名称,年级", "赵一一," + id(1) + ",,一小,三年级");

    assertThat(mistakes(file, "roll", "证号", "证件=身份证件号", "证号=身份证件号", "年级=身高", "姓名=name", "A=不读"))
        .containsExactly(
            "plan.remember.not-a-pair [证号]",
            "plan.remember.unknown-column [证件, 1, 姓名、证号、证号（C）、学校名称、年级]",
            "plan.remember.unknown-field [身高, 学籍在籍学生名单, " + labels() + "]",
            "plan.remember.column-twice [A]");
  }

  private static String labels() {
    return String.join(
        "、",
        Given.PROFILES.named("roll-compulsory").orElseThrow().columns().stream()
            .map(column -> column.label())
            .toList());
  }

  @Test
  void aNameThatSeveralColumnsHaveAsksForTheLetter() throws IOException {
    Path file = list("姓名,证 号,证号*,学校名称,年级", "赵一一," + id(1) + ",,一小,三年级");

    assertThat(mistakes(file, "roll", "证号=身份证件号"))
        .containsExactly("plan.remember.column-ambiguous [证号, B、C]");
  }

  @Test
  void whatIsStillMissingIsNamed() throws IOException {
    Path file = list("姓名,证号,学校名称,级别", "赵一一," + id(1) + ",一小,三年级");

    assertThat(mistakes(file, "roll", "证号=身份证件号"))
        .containsExactly("plan.remember.missing [年级, 学籍在籍学生名单, 姓名、证号、学校名称、级别]");
  }

  @Test
  void anUnknownListAndAFileWithoutSuchAHeaderAreTold() throws IOException {
    assertThat(mistakes(list("甲,乙", "1,2"), "rolls", "丙=姓名"))
        .element(0)
        .asString()
        .startsWith("plan.remember.unknown-list [rolls, aid, ");
    assertThat(mistakes(list("甲,乙", "1,2"), "roll", "丙=姓名"))
        .containsExactly("plan.remember.no-header []");
    assertThat(mistakes(Given.file(folder, "none.csv", new byte[0]), "roll"))
        .containsExactly("plan.remember.unreadable []");
  }

  @Test
  void theSheetCanBeNamed() throws IOException {
    Path file =
        new Xlsx()
            .sheet("甲", row(1, "姓名", "证号", "学校名称", "年级"), row(2, "赵一一", id(1), "一小", "三年级"))
            .sheet("乙", row(1, "姓名", "号", "学校名称", "年级"), row(2, "钱二二", id(2), "一小", "三年级"))
            .write(folder);
    HeaderSettling settling = new HeaderSettling(Given.INTAKE);

    Settled settled =
        settling.settle(file, "a.xlsx", new Said("乙", "roll", List.of("号=身份证件号"), "王干部"));
    Settled missing =
        settling.settle(file, "a.xlsx", new Said("丙", "roll", List.of("号=身份证件号"), "王干部"));

    assertThat(((Settled.Decided) settled).header().columns()).containsOnlyKeys(1);
    assertThat(missing).isInstanceOf(Settled.Mistaken.class);
  }

  @Test
  void headersThatAreRememberedAreKnownAgain() throws IOException {
    Path file = list("姓名,证号,学校名称,年级", "赵一一," + id(1) + ",一小,三年级");
    RememberedHeader header = decided(file, "roll", "证号=身份证件号");
    Intake remembering = Given.INTAKE.remembering(HeaderMemory.NONE.with(header));

    assertThat(new HeaderSettling(remembering).remembered(file))
        .containsExactly(header.fingerprint());
    assertThat(new HeaderSettling(Given.INTAKE).remembered(file)).isEmpty();
    assertThat(new HeaderSettling(remembering).remembered(Given.file(folder, "none", new byte[0])))
        .isEmpty();
  }

  @Test
  void aDecisionByAProfileThatIsGoneCountsForNothing() throws IOException {
    Path file = list("姓名,证号,学校名称,年级", "赵一一," + id(1) + ",一小,三年级");
    RememberedHeader header = decided(file, "roll", "证号=身份证件号");
    RememberedHeader gone =
        new RememberedHeader(
            header.fingerprint(), ListKind.ROLL, "gone", header.columns(), header.ignored(), "王干部");

    assertThat(read(gone, file).problem().code()).isEqualTo(ProblemCode.HEADER_COLUMN_MISSING);
  }

  @Test
  void tabbedTextsWithNothingKnownInThemAreSplitByWhatIsRemembered() throws IOException {
    Path comma = list("娃,号,校,级", "赵一一," + id(1) + ",一小,三年级");
    RememberedHeader header = decided(comma, "roll", "娃=姓名", "号=身份证件号", "校=学校名称", "级=年级");

    Path tabs = list("娃\t号\t校\t级", "赵一一\t" + id(1) + "\t一小\t三年级");

    assertThat(read(header, tabs).texts(Field.SCHOOL_NAME)).containsExactly("一小");
  }
}

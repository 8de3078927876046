package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteRowsTest {

  @TempDir Path folder;

  private Outcome read(String... lines) {
    return Given.read(Given.text(folder, String.join("\n", lines)));
  }

  private Outcome after(String row) {
    return read("序号,姓名,身份证件号,学校名称,年级", "1,赵一一," + id(1) + ",一小,三年级", row);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "合计,,,,", "合 计,35人,,,", ",小计,,,", "总计：35,,,,", "一小小计,,,,", ",,合计（元）,,",
        "填表人：王某,,审核人：李某,,", "审核人,李某,,,", "制表：王某,,,,", "注：以上数据来自学籍系统,,,,", "说明：略,,,,", "备注：无,,,,",
        "学校盖章,,,,", "经办人签字：,,,,", "导出时间：2025-10-31,,,,", "以上情况属实,,,,", "共35人,,,,", "第1页/共3页,,,,",
        "2025年10月31日,,,,", "校长（签字）：,,,,", "乡镇政府（公章）,,,,", "班主任签名,王某,,,", "序号,姓名,身份证件号,学校名称,年级"
      })
  void totalsSignaturesRemarksAndRepeatedHeadersAreNotes(String row) {
    assertThat(after(row).kinds()).containsExactly("Data 2", "Note 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2,小计算,,二小,三年级",
        "2,审核,99010120100101001X,二小,三年级",
        "合计,合计,99010120100101001X,二小,三年级",
        "2,赵注,,二小,三年级",
        "2,说明,,二小,三年级",
        "2,姓名,,二小,年级组",
        "2,,,,"
      })
  void rowsThatMayBeRecordsAreData(String row) {
    assertThat(after(row).kinds()).containsExactly("Data 2", "Data 3");
  }

  @Test
  void aTitleAndATwoRowHeaderRepeatedOnANewPageAreNotes() {
    Outcome outcome =
        read(
            "一小学籍名单",
            "学生信息,,,,监护人信息,",
            "姓名,身份证号,学校,年级,姓名,身份证号",
            "赵一一," + id(1) + ",一小,三年级,赵某,",
            "一小学籍名单",
            "学生信息,,,,监护人信息,",
            "姓名,身份证号,学校,年级,姓名,身份证号",
            "钱二二," + id(2) + ",一小,三年级,钱某,");

    assertThat(outcome.kinds()).containsExactly("Data 4", "Note 5", "Note 6", "Note 7", "Data 8");
    assertThat(outcome.taken().sheets().get(0).noteRows()).isEqualTo(3);
  }
}

package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Duties.Duty;
import cn.bidui.source.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who answers for what. */
class DutiesTest {

  private static final Duty TEACHER = new Duty(DutyRole.TEACHER, "虚构小学", "三年级1班", "吴老师", "");
  private static final Duty PRINCIPAL = new Duty(DutyRole.PRINCIPAL, "虚构小学", "", "周校长", "1");
  private static final Duty HEAD = new Duty(DutyRole.TOWNSHIP_HEAD, "虚构镇", "", "郑镇长", "");
  private static final Duties ALL = new Duties(List.of(TEACHER, PRINCIPAL, HEAD, TEACHER));

  @Test
  void theNearestPersonAnswers() {
    assertThat(ALL.answering("虚构小学", "三年级1班", "虚构镇")).contains(TEACHER);
    assertThat(ALL.answering("虚构小学", "三年级2班", "虚构镇")).contains(PRINCIPAL);
    assertThat(ALL.answering("另一所小学", "三年级1班", "虚构镇")).contains(HEAD);
    assertThat(ALL.answering("", "", "另一个镇")).isEmpty();
    assertThat(ALL.answering("", "", "")).isEmpty();
    assertThat(Duties.NONE.answering("虚构小学", "", "虚构镇")).isEmpty();
  }

  @Test
  void theTableComesBackFromItsText() {
    assertThat(ALL.all()).hasSize(3);
    assertThat(Duties.read(ALL.write())).isEqualTo(ALL);
    assertThat(Duties.read("someone\telse\n")).isEqualTo(Duties.NONE);
    assertThat(ALL.toString()).doesNotContain("老师", "校长", "镇长");
  }

  @Test
  void aRoleIsKnownByItsCodeAndItsLabels() {
    assertThat(DutyRole.find(" 校长 ")).contains(DutyRole.PRINCIPAL);
    assertThat(DutyRole.find(DutyRole.TEACHER.label(Messages.EN))).contains(DutyRole.TEACHER);
    assertThat(DutyRole.find("TOWNSHIP-HEAD")).contains(DutyRole.TOWNSHIP_HEAD);
    assertThat(DutyRole.find("家长")).isEmpty();
  }
}

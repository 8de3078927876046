package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.AttendanceRecord.Presence;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.HardshipGroup;
import cn.bidui.normalize.HardshipRecord.Level;
import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.normalize.PlacementRecord.Placement;
import cn.bidui.normalize.PopulationRecord.Attending;
import cn.bidui.normalize.RollChangeRecord.Change;
import cn.bidui.normalize.RollChangeRecord.Progress;
import cn.bidui.normalize.RollStatus;
import cn.bidui.person.Boarding;
import cn.bidui.person.Sex;
import cn.bidui.person.Stage;
import cn.bidui.source.Field;
import cn.bidui.source.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueWordsTest {

  @ParameterizedTest
  @CsvSource({
    "SEX, FEMALE, 女, female",
    "RISK_CLEARED, true, 是, yes",
    "STUDY_FORM, false, 非全日制, not full-time",
    "MINIMUM_LIVING, NONE, 无, none",
    "MINIMUM_LIVING, RURAL_MINIMUM_LIVING, 农村低保, minimum living of the country",
    "PLACEMENT, NONE, 未安置, not placed",
    "CLASS_NAME, A, A, A",
    "SCHOOL_NAME, 城关镇初级中学, 城关镇初级中学, 城关镇初级中学"
  })
  void aChoiceIsToldInWordsAndOtherTextAsItStands(
      Field field, String value, String chinese, String english) {
    assertThat(new ValueWords(Messages.ZH).of(field, value)).isEqualTo(chinese);
    assertThat(new ValueWords(Messages.EN).of(field, value)).isEqualTo(english);
  }

  @Test
  void severalChoicesStandSideBySide() {
    assertThat(new ValueWords(Messages.ZH).of(Field.HARDSHIP_TYPE, "ORPHAN,DISABLED"))
        .isEqualTo("孤儿、残疾");
    assertThat(new ValueWords(Messages.ZH).of(Field.STAGE, "PRIMARY,JUNIOR")).isEqualTo("小学、初中");
  }

  @Test
  void everyChoiceThatAListCanHoldHasItsWord() {
    allTold(Field.SEX, Sex.values());
    allTold(Field.BOARDING, Boarding.values());
    allTold(Field.ROLL_STATUS, RollStatus.values());
    allTold(Field.MONITOR_CATEGORY, MonitoredKind.values());
    allTold(Field.MINIMUM_LIVING, Welfare.values());
    allTold(Field.EXTREME_POVERTY, Welfare.values());
    allTold(Field.MINIMUM_LIVING, HardshipGroup.values());
    allTold(Field.EXTREME_POVERTY, HardshipGroup.values());
    allTold(Field.HARDSHIP_TYPE, HardshipGroup.values());
    allTold(Field.BENEFIT, HardshipGroup.values());
    allTold(Field.HARDSHIP_LEVEL, Level.values());
    allTold(Field.DISABILITY_KIND, DisabilityRecord.Kind.values());
    allTold(Field.PLACEMENT, Placement.values());
    allTold(Field.PRESENCE, Presence.values());
    allTold(Field.ATTENDING, Attending.values());
    allTold(Field.CHANGE_TYPE, Change.values());
    allTold(Field.CHANGE_STATUS, Progress.values());
    allTold(Field.STAGE, Stage.values());
  }

  private static void allTold(Field field, Enum<?>... choices) {
    for (Enum<?> choice : choices) {
      String chinese = new ValueWords(Messages.ZH).of(field, choice.name());
      String english = new ValueWords(Messages.EN).of(field, choice.name());
      assertThat(chinese)
          .as(field + " " + choice)
          .isNotEqualTo(choice.name())
          .isNotEqualTo(english);
    }
  }
}

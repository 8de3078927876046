package cn.bidui.judge.schooling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.night.Night;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Mistakes;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffRollTest {

  @Test
  void itsTextHoldsNoPerson() {
    AidPolicies policies =
        AidPolicies.read(List.of(CountyFixture.file("national.yml")), new Mistakes());
    Night night = new Night(CountyFixture.county().household().build(), policies, 30);

    assertThat(OffRoll.of(night, night.person(0)))
        .hasValueSatisfying(child -> assertThat(child).hasToString("OffRoll[ELSEWHERE]"));
  }
}

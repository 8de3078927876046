package cn.bidui.judge.identity;

import cn.bidui.judge.night.Rule;
import java.util.List;

/** The rules about who a person is and what lists say of them. */
public final class IdentityRules {

  private static final List<Rule> IN_ORDER =
      List.of(
          new IdInvalid(),
          new IdSuspectedTypo(),
          new IdShared(),
          new NameDiffers(),
          new BirthOrSexDiffers(),
          new DuplicateRoll(),
          new SchoolOrGradeDiffers(),
          new AgeImplausible(),
          new UndecidedIdentity());

  private IdentityRules() {}

  /** In the order in which reports print them. */
  public static List<Rule> inOrder() {
    return IN_ORDER;
  }
}

package cn.bidui.judge.night;

import cn.bidui.normalize.HardshipGroup;
import cn.bidui.plan.Category;
import java.util.Optional;

/** Which category of the policies a group on a list is. */
public final class Groups {

  private Groups() {}

  /** Empty for 其他家庭经济困难, which is the school's own judgement and no group. */
  public static Optional<Category> category(HardshipGroup group) {
    return switch (group) {
      case LIFTED_OUT -> Optional.of(Category.LIFTED_OUT);
      case UNSTABLE -> Optional.of(Category.UNSTABLE);
      case MARGINAL -> Optional.of(Category.MARGINAL);
      case SUDDEN_HARDSHIP -> Optional.of(Category.SUDDEN_HARDSHIP);
      case MINIMUM_LIVING -> Optional.of(Category.MINIMUM_LIVING);
      case URBAN_MINIMUM_LIVING -> Optional.of(Category.URBAN_MINIMUM_LIVING);
      case RURAL_MINIMUM_LIVING -> Optional.of(Category.RURAL_MINIMUM_LIVING);
      case EXTREME_POVERTY -> Optional.of(Category.EXTREME_POVERTY);
      case URBAN_EXTREME_POVERTY -> Optional.of(Category.URBAN_EXTREME_POVERTY);
      case RURAL_EXTREME_POVERTY -> Optional.of(Category.RURAL_EXTREME_POVERTY);
      case LOW_INCOME_EDGE -> Optional.of(Category.LOW_INCOME_EDGE);
      case RIGID_EXPENSE -> Optional.of(Category.RIGID_EXPENSE);
      case OTHER_LOW_INCOME -> Optional.of(Category.OTHER_LOW_INCOME);
      case ORPHAN, UNATTENDED -> Optional.of(Category.ORPHAN);
      case DISABLED -> Optional.of(Category.DISABLED);
      case DISABLED_GUARDIAN -> Optional.of(Category.DISABLED_GUARDIAN);
      case MARTYR_CHILD -> Optional.of(Category.MARTYR_CHILD);
      case OTHER -> Optional.empty();
    };
  }
}

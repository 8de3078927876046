package cn.bidui.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.Settings;
import org.junit.jupiter.api.Test;

class H2RowShelfTest extends RowShelfContract {

  @Override
  Settings.Database database() {
    return new Settings.Database("", "", "");
  }

  @Test
  void theEmbeddedDatabaseLiesInTheDataFolder() {
    assertThat(home.resolve("data").resolve("bidui.mv.db")).exists();
  }
}

package cn.bidui.store;

import cn.bidui.plan.Settings;

class PostgresRowShelfTest extends RowShelfContract {

  @Override
  Settings.Database database() {
    return new Settings.Database(TestPostgres.freshDatabase(), "postgres", "");
  }
}

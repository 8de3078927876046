package cn.bidui.report.city;

import cn.bidui.person.Stage;
import cn.bidui.source.Messages;
import java.util.Locale;

/** The stage at which a child may have left school. */
enum SchoolStage {
  PRIMARY,
  JUNIOR,
  /** Any other, and children of whom no list tells a stage. */
  OTHER;

  static SchoolStage of(String label) {
    if (label.equals(Stage.PRIMARY.label())) {
      return PRIMARY;
    }
    return label.equals(Stage.JUNIOR.label()) ? JUNIOR : OTHER;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label(Messages messages) {
    return messages.text("report.city.stage." + code());
  }
}

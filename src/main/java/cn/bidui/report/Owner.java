package cn.bidui.report;

import cn.bidui.source.ListKind;
import java.util.Locale;

/** Who keeps a source system: corrections go there, never into the source (更正清单). */
enum Owner {
  AID,
  ROLL,
  HOUSEHOLDS,
  CIVIL,
  DISABILITY,
  OTHER;

  /** Who keeps {@code list}. */
  static Owner of(ListKind list) {
    return switch (list) {
      case AID, ENROLLED, HARDSHIP -> AID;
      case ROLL, ROLL_CHANGES, ATTENDANCE, PLACEMENTS, SCHOOLS -> ROLL;
      case HOUSEHOLDS -> HOUSEHOLDS;
      case CIVIL -> CIVIL;
      case DISABILITY -> DISABILITY;
      case PAYMENTS, POPULATION -> OTHER;
    };
  }

  /** The name of the workbook: 资助系统. */
  String label(Words words) {
    return words.text("report.owner." + name().toLowerCase(Locale.ROOT));
  }

  /** Whether a workbook appears even where nothing is to be corrected. */
  boolean always() {
    return this == AID || this == ROLL || this == HOUSEHOLDS;
  }
}

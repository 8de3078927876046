package cn.bidui.report;

import cn.bidui.ledger.cases.CaseFile;
import cn.bidui.ledger.cases.CaseStage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases that somebody has to look at this morning, by why (今日须看). */
record CaseCounts(Map<Kind, List<CaseFile>> by) {

  /** Why a case is to be looked at. */
  enum Kind {
    OVERDUE,
    DUE_SOON,
    TO_VERIFY,
    REBOUND,
    INCOMPLETE
  }

  /** So many days ahead. */
  private static final int SOON = 3;

  static CaseCounts of(Collection<CaseFile> cases, LocalDate asOf) {
    Map<Kind, List<CaseFile>> by = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      by.put(kind, cases.stream().filter(file -> is(kind, file, asOf)).toList());
    }
    return new CaseCounts(by);
  }

  private static boolean is(Kind kind, CaseFile file, LocalDate asOf) {
    if (!file.pending()) {
      return false;
    }
    @Nullable LocalDate due = file.due();
    return switch (kind) {
      case OVERDUE -> file.overdue();
      case DUE_SOON -> !file.overdue() && due != null && !due.isAfter(asOf.plusDays(SOON));
      case TO_VERIFY -> file.stage() == CaseStage.ANSWERED;
      case REBOUND -> file.rebounds() > 0 && !file.open().isEmpty();
      case INCOMPLETE -> file.incomplete();
    };
  }

  /** The cases of one kind. */
  List<CaseFile> of(Kind kind) {
    return by.getOrDefault(kind, List.of());
  }
}

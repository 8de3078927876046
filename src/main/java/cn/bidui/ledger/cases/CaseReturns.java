package cn.bidui.ledger.cases;

import java.time.LocalDate;

/** How often a case has come back: once a night at most, however many of its findings return. */
final class CaseReturns {

  private int rebounds;
  private int reviews;
  private LocalDate lastRebound = LocalDate.MIN;
  private LocalDate lastReview = LocalDate.MIN;

  void count(CaseItem.Turn turn, LocalDate asOf) {
    if (turn == CaseItem.Turn.REBOUND && !asOf.equals(lastRebound)) {
      rebounds++;
      lastRebound = asOf;
    } else if (turn == CaseItem.Turn.REVIEW && !asOf.equals(lastReview)) {
      reviews++;
      lastReview = asOf;
    }
  }

  void absorb(CaseReturns older) {
    rebounds += older.rebounds;
    reviews += older.reviews;
  }

  /** 反弹. */
  int rebounds() {
    return rebounds;
  }

  /** 到期复查. */
  int reviews() {
    return reviews;
  }
}

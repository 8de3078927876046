package cn.bidui.judge.sheet;

import cn.bidui.judge.night.Doubt;
import cn.bidui.judge.night.Due;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Payment;
import cn.bidui.normalize.AidRecord;
import cn.bidui.plan.Category;
import cn.bidui.plan.Program;
import cn.bidui.source.Yuan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes together in one line of a sheet: what is due, granted and paid of one program in one
 * term. At least one of them is there.
 */
record Entry(@Nullable Due due, @Nullable Grant grant, @Nullable Payment payment) {

  static final Entry NONE = new Entry(null, null, null);

  Entry with(Due one) {
    return new Entry(one, grant, payment);
  }

  Entry with(Grant one) {
    return new Entry(due, one, payment);
  }

  Entry with(Payment one) {
    return new Entry(due, grant, one);
  }

  /** A program that nobody is asked about has a line only where something was got of it. */
  boolean told() {
    return grant != null || payment != null || (due != null && due.program().due());
  }

  String title() {
    if (due != null) {
      return due.program().name();
    }
    return grant != null ? grant.written() : payment == null ? "" : payment.written();
  }

  @Nullable Program program() {
    if (due != null) {
      return due.program();
    }
    return grant != null ? grant.program() : payment == null ? null : payment.program();
  }

  Optional<Yuan> dueAmount() {
    return due == null || due.held() ? Optional.empty() : due.standard().expected();
  }

  Optional<Yuan> granted() {
    return grant == null ? Optional.empty() : grant.total();
  }

  /** By the payment list, else by the aid list's own column. */
  Optional<Yuan> paid() {
    return payment != null ? Optional.of(payment.total()) : paidByAid();
  }

  private Optional<Yuan> paidByAid() {
    if (grant == null) {
      return Optional.empty();
    }
    List<Yuan> amounts =
        grant.counted().stream()
            .map(row -> row.record())
            .map(AidRecord::paid)
            .filter(Objects::nonNull)
            .toList();
    return amounts.stream().reduce(Yuan::plus);
  }

  Standing standing() {
    if (grant != null) {
      return funded(grant);
    }
    if (payment != null) {
      return Standing.PAID;
    }
    return due == null ? Standing.FUNDED : Standing.of(due.hold());
  }

  private Standing funded(Grant one) {
    if (one.waived()) {
      return Standing.WAIVED;
    }
    return due == null ? Standing.FUNDED : Standing.DUE_AND_FUNDED;
  }

  /** Key of the catalog and words of the sentence that says why. */
  Why why() {
    if (grant != null && grant.waived()) {
      return new Why("sheet.waived");
    }
    if (due != null) {
      return grant == null && due.held() ? held(due) : named(due);
    }
    if (program() == null) {
      return new Why("sheet.unknown", title());
    }
    return new Why(grant == null ? "sheet.paid" : "sheet.others");
  }

  private static Why named(Due due) {
    return new Why(
        due.doubt() == Doubt.NONE ? "sheet.due" : "sheet.doubt",
        due.grounds().sources(),
        Category.labels(due.grounds().categories()),
        due.standard().source());
  }

  private static Why held(Due due) {
    return switch (due.hold()) {
      case ON_LEAVE -> new Why("sheet.on-leave");
      case LEFT -> new Why("sheet.left");
      case OUT_OF_COUNTY -> new Why("sheet.out-of-county");
      case PART_TIME -> new Why("sheet.part-time");
      case TOO_YOUNG -> new Why("sheet.too-young", String.valueOf(due.program().leastAge()));
      case EXCLUDED -> new Why("sheet.excluded");
      default ->
          new Why(
              "sheet.next-term",
              due.grounds().sources(),
              Category.labels(due.grounds().categories()));
    };
  }

  /** No person. */
  @Override
  public String toString() {
    return "Entry[" + title() + "]";
  }
}

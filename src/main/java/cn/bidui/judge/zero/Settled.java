package cn.bidui.judge.zero;

import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.PaymentRecord;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One grant of the aid list and the payments that were made of it (一项资助的账实). */
final class Settled {

  private final Grant grant;
  private final List<Row<PaymentRecord>> rows = new ArrayList<>();
  private Yuan paid = Yuan.ZERO;

  Settled(Grant grant) {
    this.grant = grant;
  }

  Grant grant() {
    return grant;
  }

  List<Row<PaymentRecord>> rows() {
    return List.copyOf(rows);
  }

  Yuan paid() {
    return paid;
  }

  /** What the aid list says; empty where it has no amount. */
  Optional<Yuan> granted() {
    return grant.total();
  }

  boolean untouched() {
    return rows.isEmpty();
  }

  /** What the aid list says beyond what was paid; nothing where it has no amount. */
  Yuan rest() {
    return granted().map(total -> total.minus(paid)).orElse(Yuan.ZERO);
  }

  boolean open() {
    return granted().isPresent() ? rest().compareTo(Yuan.ZERO) > 0 : untouched();
  }

  /** Whether both lists say the same; of a grant without an amount, whether anything was paid. */
  boolean exact() {
    return granted().isPresent() ? rest().equals(Yuan.ZERO) : !untouched();
  }

  void pay(Paid by) {
    pay(by, by.amount());
  }

  /** One payment for several grants: each gets what it was short of. */
  void pay(Paid by, Yuan share) {
    rows.add(by.row());
    paid = paid.plus(share);
  }
}

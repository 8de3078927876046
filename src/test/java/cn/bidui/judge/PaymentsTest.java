package cn.bidui.judge;

import static cn.bidui.judge.CountyFixture.county;
import static cn.bidui.source.Field.AMOUNT_PAID;
import static cn.bidui.source.Field.PAYMENT_STATUS;
import static cn.bidui.source.Field.PROGRAM;
import static cn.bidui.source.Field.TERM;
import static cn.bidui.source.ListKind.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Payment;
import cn.bidui.judge.night.Payments;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import org.junit.jupiter.api.Test;

/** Payments are told apart as grants are: by term, and by the program that a spelling means. */
class PaymentsTest {

  private static final Term AUTUMN = Term.parse("2025秋");

  private static CountyFixture autumn() {
    return county().roll().aid();
  }

  private static Payments payments(CountyFixture county) {
    Night night = county.night();
    return night.payments(night.person(0));
  }

  private static Grant grant(CountyFixture county) {
    Night night = county.night();
    return night.funding(night.person(0)).grants().get(0);
  }

  @Test
  void twoSpellingsOfOneProgramAreOnePayment() {
    CountyFixture county =
        autumn()
            .row(PAYMENTS, TERM, "2025秋", PROGRAM, "生活费补助", AMOUNT_PAID, "200.00")
            .row(PAYMENTS, TERM, "2025秋", PROGRAM, "义教生活补助", AMOUNT_PAID, "112.50");

    assertThat(payments(county).of(AUTUMN))
        .extracting(Payment::code, Payment::written, Payment::total)
        .containsExactly(tuple("living-allowance", "义务教育家庭经济困难学生生活补助", new Yuan(31250)));
    assertThat(payments(county).paid(grant(county))).contains(new Yuan(31250));
  }

  @Test
  void aPaymentThatTheBankReturnedDoesNotCount() {
    CountyFixture county =
        autumn()
            .row(
                PAYMENTS,
                TERM,
                "2025秋",
                PROGRAM,
                "生活补助",
                AMOUNT_PAID,
                "312.50",
                PAYMENT_STATUS,
                "退回");

    Payment payment = payments(county).of(grant(county)).orElseThrow();
    assertThat(payment.returned()).isTrue();
    assertThat(payment.counted()).isEmpty();
    assertThat(payment.total()).isEqualTo(Yuan.ZERO);
  }

  @Test
  void aPaymentWithoutATermIsOfNoTerm() {
    CountyFixture county = autumn().row(PAYMENTS, PROGRAM, "生活补助", AMOUNT_PAID, "312.50");

    assertThat(payments(county).undated()).hasSize(1);
    assertThat(payments(county).of(AUTUMN)).isEmpty();
    assertThat(payments(county).paid(grant(county))).isEmpty();
    assertThat(payments(county).undated().get(0)).hasToString("Payment[1 rows, ]");
  }

  @Test
  void paymentsForOtherSchoolYearsAreLeftOut() {
    CountyFixture county =
        autumn().row(PAYMENTS, TERM, "2024秋", PROGRAM, "生活补助", AMOUNT_PAID, "312.50");

    assertThat(payments(county).all()).isEmpty();
  }

  @Test
  void whatNoPolicyKnowsGoesByItsOwnWords() {
    CountyFixture county =
        autumn().row(PAYMENTS, TERM, "2025秋", PROGRAM, "爱心午餐", AMOUNT_PAID, "100.00");

    Payment payment = payments(county).of(AUTUMN).get(0);
    assertThat(payment.code()).isEqualTo("爱心午餐");
    assertThat(payment.program()).isNull();
    assertThat(payment.of(grant(county).program())).isFalse();
    assertThat(payment).hasToString("Payment[1 rows, 2025秋]");
  }
}

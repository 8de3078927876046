package cn.bidui.judge.night;

import cn.bidui.plan.AidStandard;
import cn.bidui.plan.Attendance;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;

/**
 * A program that a person is due in one term by what the lists say (应享资助), or would be if nothing
 * held it back.
 *
 * @param grounds what makes it due
 * @param doubt the gravest doubt without which it would not be due
 * @param elsewhere the person is on no roll of this county, and households pay ({@code HUKOU})
 * @param movedIn the pupil came from another school after the term had begun, which may have paid
 */
public record Due(
    Person person,
    Program program,
    Attendance pupil,
    AidStandard standard,
    Grounds grounds,
    Doubt doubt,
    Hold hold,
    boolean elsewhere,
    boolean movedIn) {

  /** Why a program is not to be paid to somebody of the right category (不予发放原因). */
  public enum Hold {
    NONE,
    /** 休学: aid pauses. */
    ON_LEAVE,
    /** The roll has ended. */
    LEFT,
    /** On no roll of this county: the school elsewhere pays. */
    OUT_OF_COUNTY,
    PART_TIME,
    TOO_YOUNG,
    /** A program is held with which it may not be held. */
    EXCLUDED,
    /** Identified after the term had begun. */
    NEXT_TERM
  }

  public Term term() {
    return pupil.term();
  }

  public boolean held() {
    return hold != Hold.NONE;
  }

  /** No person. */
  @Override
  public String toString() {
    return "Due[" + program.code() + ", " + term().label() + ", " + hold + "]";
  }
}

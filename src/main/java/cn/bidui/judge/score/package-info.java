/** The scoreboard (三个零误差、三个百分之百): each goal with numerator and denominator, by place. */
@NullMarked
package cn.bidui.judge.score;

import org.jspecify.annotations.NullMarked;

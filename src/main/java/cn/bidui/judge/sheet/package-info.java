/** One sheet per pupil (一单式): every program in every term, due, granted, paid and why. */
@NullMarked
package cn.bidui.judge.sheet;

import org.jspecify.annotations.NullMarked;

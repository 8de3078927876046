/** The rules behind 三个零误差 and 三个百分之百: sets and fields of two lists that should be the same. */
@NullMarked
package cn.bidui.judge.zero;

import org.jspecify.annotations.NullMarked;

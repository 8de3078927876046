/**
 * Reports over a month, a quarter or half a year (月报、季汇总、半年通报): sums of published nights and of
 * nothing else, as documents without any pupil. The room above writes them as workbooks and pages.
 */
@NullMarked
package cn.bidui.report.period;

import org.jspecify.annotations.NullMarked;

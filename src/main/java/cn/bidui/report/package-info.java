/**
 * What goes out (报告): the night's findings, ledger and control totals enter, files for people
 * (Chinese workbooks, one page) and for programs leave, all in one folder that appears whole.
 */
@NullMarked
package cn.bidui.report;

import org.jspecify.annotations.NullMarked;

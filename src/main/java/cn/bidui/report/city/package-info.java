/**
 * The city (市级汇总): what the counties published for a night enters, their figures side by side and
 * added up leave. Counts only: no row, name or number of a person passes through here.
 */
@NullMarked
package cn.bidui.report.city;

import org.jspecify.annotations.NullMarked;

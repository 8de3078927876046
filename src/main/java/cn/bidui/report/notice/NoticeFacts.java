package cn.bidui.report.notice;

import cn.bidui.source.Term;

/**
 * What a notice says besides its list.
 *
 * @param unit who gives the notice; blank: the school itself
 * @param title what the program is called in public
 * @param contact where objections go; blank: to be written in by hand
 */
public record NoticeFacts(
    String unit, Term term, String title, NoticePeriod period, String contact) {}

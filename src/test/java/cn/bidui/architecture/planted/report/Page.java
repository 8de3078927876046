package cn.bidui.architecture.planted.report;

/** What {@code link} must not know; its package lacks the null mark as well. */
public final class Page {}

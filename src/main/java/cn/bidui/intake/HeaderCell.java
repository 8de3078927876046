package cn.bidui.intake;

/**
 * One column's header.
 *
 * @param column 0-based
 * @param title as it stands; {@code upper/lower} under a group
 * @param leaf its folded name
 * @param group the folded upper header that covers it; blank if there is none
 * @param aboutRelative whether a bracketed hint says that it is a parent's: {@code 姓名（家长）}
 */
record HeaderCell(int column, String title, String leaf, String group, boolean aboutRelative) {}

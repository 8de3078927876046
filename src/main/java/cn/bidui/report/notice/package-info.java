/**
 * The public list (公示名单): who gets a program's aid, one notice per school, with exactly the fields
 * that may be made public. Nothing here knows a person's record: six texts enter by {@link
 * cn.bidui.report.notice.PublicList}, and that is all that can be written.
 */
@NullMarked
package cn.bidui.report.notice;

import org.jspecify.annotations.NullMarked;

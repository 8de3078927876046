/**
 * Where lists come from (收件): what staff drop into the inbox folder enters; complete files leave,
 * in canonical order, for the archive. Whatever is still being copied or edited stays where it is.
 */
@NullMarked
package cn.bidui.collect;

import org.jspecify.annotations.NullMarked;

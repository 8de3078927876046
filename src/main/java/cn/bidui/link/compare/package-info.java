/** How two rows compare, field by field, in ordered levels. */
@NullMarked
package cn.bidui.link.compare;

import org.jspecify.annotations.NullMarked;

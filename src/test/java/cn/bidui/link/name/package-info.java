/** How names are compared, word for word and over all characters of the table. */
@NullMarked
package cn.bidui.link.name;

import org.jspecify.annotations.NullMarked;

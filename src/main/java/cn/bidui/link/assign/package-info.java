/** Which pairs are kept where they cannot all be: one to one, to clusters, to persons (一对一). */
@NullMarked
package cn.bidui.link.assign;

import org.jspecify.annotations.NullMarked;

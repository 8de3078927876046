/** What is linked, as columns: rows of all lists numbered through, texts as dictionary codes. */
@NullMarked
package cn.bidui.link.frame;

import org.jspecify.annotations.NullMarked;

/**
 * Where from (来源): lists, files, rows and cells, school terms and money, and every way in which
 * they can be at fault. Each later room speaks of places and problems in these words only.
 */
@NullMarked
package cn.bidui.source;

import org.jspecify.annotations.NullMarked;

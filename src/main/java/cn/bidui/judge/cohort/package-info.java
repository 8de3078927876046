/** School-age children by entry cohort, and the indicators that the county is measured by. */
@NullMarked
package cn.bidui.judge.cohort;

import org.jspecify.annotations.NullMarked;

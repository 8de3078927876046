/** What linking by a plan writes: pairs, rows and the model, as files for programs. */
@NullMarked
package cn.bidui.report.links;

import org.jspecify.annotations.NullMarked;

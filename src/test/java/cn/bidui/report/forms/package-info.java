@NullMarked
package cn.bidui.report.forms;

import org.jspecify.annotations.NullMarked;

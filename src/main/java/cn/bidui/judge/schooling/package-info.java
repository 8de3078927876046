/** Rules about going to school (控辍保学): who is on no roll, gone from one, or out of school. */
@NullMarked
package cn.bidui.judge.schooling;

import org.jspecify.annotations.NullMarked;

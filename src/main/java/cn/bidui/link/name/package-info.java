/**
 * How names of people stand to each other (姓名比对): two folded names enter, an ordered level leaves;
 * and the sounds by which names are looked up. What characters share (readings, variants, shapes)
 * comes from a table that ships with the program; {@code characters-NOTICE.txt} names its sources.
 */
@NullMarked
package cn.bidui.link.name;

import org.jspecify.annotations.NullMarked;

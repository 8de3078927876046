/**
 * The part of a night that its findings rest on (卷宗): the rows of the persons they speak of, and of
 * those who have anything to do with them, as they were linked that night. Kept with the night, it
 * lets every finding be judged again at any later time, without the rest of the county.
 */
@NullMarked
package cn.bidui.judge.evidence;

import org.jspecify.annotations.NullMarked;

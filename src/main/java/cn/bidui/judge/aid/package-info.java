/** Rules about aid (资助): who is due what in which term, and what the aid system has of it. */
@NullMarked
package cn.bidui.judge.aid;

import org.jspecify.annotations.NullMarked;

/**
 * What runs when (任务与时间): all jobs of a work folder, their times, which of them are due, late or
 * silent. Everything is told from files, the journal and a given moment; nothing is kept in memory.
 */
@NullMarked
package cn.bidui.cli.jobs;

import org.jspecify.annotations.NullMarked;

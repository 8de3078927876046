/**
 * The nightly job (任务执行): one Spring Batch step per stage, named like the rooms; restart, lease and
 * progress. Person data never enters its metadata.
 */
@NullMarked
package cn.bidui.batch;

import org.jspecify.annotations.NullMarked;

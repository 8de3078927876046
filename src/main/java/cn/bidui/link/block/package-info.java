/** Which rows are compared at all: passes give rows keys, rows with one key are a block. */
@NullMarked
package cn.bidui.link.block;

import org.jspecify.annotations.NullMarked;

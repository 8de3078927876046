/**
 * The command line (命令): {@code bidui init | run | inspect | explain | answer | rebuild}. Arguments
 * are parsed before Spring starts; commands that need no database start without it.
 */
@NullMarked
package cn.bidui.cli;

import org.jspecify.annotations.NullMarked;

/** Tests of what runs when: time jumps, machines are off, watches come in pairs. */
@NullMarked
package cn.bidui.cli.jobs;

import org.jspecify.annotations.NullMarked;

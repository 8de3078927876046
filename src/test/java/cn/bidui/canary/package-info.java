/**
 * The look at what tests leave behind (金丝雀): every person of the tests is invented, so that an id
 * or a name in a log, a database or a message is a leak wherever it turns up.
 */
@NullMarked
package cn.bidui.canary;

import org.jspecify.annotations.NullMarked;

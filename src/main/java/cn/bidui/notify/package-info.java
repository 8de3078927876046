/**
 * The digest that leaves the house (通知): counts only, to a folder, by mail, to chat robots, through
 * an outbox that is the journal itself.
 */
@NullMarked
package cn.bidui.notify;

import org.jspecify.annotations.NullMarked;

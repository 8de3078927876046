/**
 * Files as offices really send them, and files that nobody should send: each is read rightly or
 * answered, whatever is in it.
 */
@NullMarked
package cn.bidui.anomaly;

import org.jspecify.annotations.NullMarked;

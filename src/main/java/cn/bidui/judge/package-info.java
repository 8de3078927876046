/**
 * What is to be asked (核对): linked people and the aid policies enter, findings leave; one class per
 * rule, in one ordered list. A finding is a question to a person, never a verdict about a child.
 */
@NullMarked
package cn.bidui.judge;

import org.jspecify.annotations.NullMarked;

/**
 * The long harness (耐久): each {@link cn.bidui.endure.Family} is one kind of fault, tried with as
 * many seeds as one has time for. {@code scripts/endure} runs it in full, {@code scripts/check} a
 * fixed slice.
 */
@NullMarked
package cn.bidui.endure;

import org.jspecify.annotations.NullMarked;

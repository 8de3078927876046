/** What {@code scripts/bench} runs: whole cold processes, side by side with others in one run. */
@org.jspecify.annotations.NullMarked
package cn.bidui.bench;

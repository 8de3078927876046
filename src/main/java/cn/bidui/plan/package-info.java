/**
 * What was ordered (任务): settings, jobs, column profiles and aid policies as their YAML files state
 * them. Files enter as text, checked records leave, or all mistakes of a file at once.
 */
@NullMarked
package cn.bidui.plan;

import org.jspecify.annotations.NullMarked;

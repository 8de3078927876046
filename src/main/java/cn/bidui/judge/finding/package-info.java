/**
 * What is asked (疑点): a finding with its outcome class, severity and sentence, complete as text.
 */
@NullMarked
package cn.bidui.judge.finding;

import org.jspecify.annotations.NullMarked;

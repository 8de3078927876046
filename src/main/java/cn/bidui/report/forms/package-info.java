/**
 * Forms for one child each (表单), ready to print on A4: the dossier (一生一表), the school's written
 * report (劝返书面报告), the township's notice (限期返校通知书) and the letter to another county (县外就读核实函).
 * Findings with their cases, rows and table of duties enter; Word documents leave. What nobody
 * knows is left as a line to write on.
 */
@NullMarked
package cn.bidui.report.forms;

import org.jspecify.annotations.NullMarked;

/**
 * Bidui (比对): the student-aid system, the school roll and the monitored-household lists of a
 * county, compared person by person every night.
 *
 * <p>The rooms of the house stand in the order in which data flows. What things are: {@link
 * cn.bidui.person}, {@link cn.bidui.source}, {@code plan}. What happens: {@code collect} → {@code
 * intake} → {@link cn.bidui.normalize} → {@link cn.bidui.link} → {@link cn.bidui.judge} → {@link
 * cn.bidui.ledger} → {@code report}. How the world touches it: {@code store}, {@code batch}, {@code
 * cli}. Spring lives in the last three only.
 */
@org.jspecify.annotations.NullMarked
package cn.bidui;

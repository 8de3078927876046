/**
 * The whole program, held to its contract (验收): files go into an inbox, commands are given as a
 * user gives them, and what is published is read as its readers read it. Nothing here looks inside.
 */
@NullMarked
package cn.bidui.acceptance;

import org.jspecify.annotations.NullMarked;

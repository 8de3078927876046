package cn.bidui.intake;

/**
 * Cells that a workbook shows as one; all but the first of them are empty.
 *
 * @param firstRow number as Excel shows it
 * @param lastRow number as Excel shows it
 * @param firstColumn from 0
 * @param lastColumn from 0
 */
record MergedRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

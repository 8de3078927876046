package cn.bidui.ledger;

import cn.bidui.source.RowCounts;

/**
 * One sheet of a file: where its header stands and how its rows came out.
 *
 * @param name blank for text files
 * @param headerRow 0 where no header was found: the sheet was not read
 * @param hidden whether the sheet is hidden in the workbook, so that it was not read
 */
public record SheetEntry(String name, int headerRow, RowCounts counts, boolean hidden) {}

package cn.bidui.accuracy;

import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Map;

/**
 * A row as an office wrote it, and whom it truly speaks of.
 *
 * @param person counts the people of one world from 1
 * @param family counts their families; relatives have the same
 * @param cells what stands in the columns that the list has; blank cells may be left out
 * @param wrong what is wrong in it, by code: {@code id-swapped}
 */
record WorldRow(
    ListKind list, int person, int family, Map<Field, String> cells, List<String> wrong) {}

package cn.bidui.link;

import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.source.Field;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The households, schools and days of a night, each worked out once; for several threads. */
final class KnownPlaces implements Handles.Places {

  /** Days from 1970 to about 2060; earlier and later ones are not kept. */
  private static final int DAYS = 1 << 15;

  private final Strings strings;
  private final AtomicReferenceArray<@Nullable String> households;
  private final AtomicReferenceArray<@Nullable String> schools;
  private final AtomicReferenceArray<@Nullable String> days = new AtomicReferenceArray<>(DAYS);

  /** Of tables that share {@code strings}. */
  KnownPlaces(Strings strings) {
    this.strings = strings;
    households = new AtomicReferenceArray<>(strings.size());
    schools = new AtomicReferenceArray<>(strings.size());
  }

  @Override
  public String of(RecordTable table, int row) {
    int household = table.code(Field.HOUSEHOLD_NUMBER, row);
    if (household != 0) {
      return text(household, households, Handles::household);
    }
    String school = text(table.code(Field.SCHOOL_NAME, row), schools, Handles::school);
    return school.isEmpty() ? table.text(Field.SCHOOL_CODE, row) : school;
  }

  private String text(
      int code, AtomicReferenceArray<@Nullable String> known, UnaryOperator<String> read) {
    String there = known.get(code);
    if (there == null) {
      there = read.apply(strings.text(code));
      known.set(code, there);
    }
    return there;
  }

  @Override
  public String day(int epochDay) {
    if (epochDay < 0 || epochDay >= DAYS) {
      return Handles.Places.super.day(epochDay);
    }
    String there = days.get(epochDay);
    if (there == null) {
      there = Handles.Places.super.day(epochDay);
      days.set(epochDay, there);
    }
    return there;
  }
}

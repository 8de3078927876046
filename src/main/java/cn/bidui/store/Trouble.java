package cn.bidui.store;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.springframework.dao.DataAccessException;

/** What a failure says about the database. */
public enum Trouble {
  /** Nothing: it was something else. */
  NONE,
  /** It said no, or the disk below it failed: whether it is sound must be looked at. */
  UNCLEAR,
  /** It cannot be reached, or has no connection left: it may be back in a moment. */
  AWAY,
  /** It does not hold what was put into it. */
  DAMAGED;

  /** SQLSTATE classes and states of a server that is down, going down, starting or full. */
  private static final Set<String> AWAY_STATES =
      Set.of("57P01", "57P02", "57P03", "57P05", "53300", "08000", "08001", "08003", "08004");

  /** Also 08006, 08007 and 08P01: a connection that broke in the middle. */
  private static final String CONNECTION = "08";

  /** Damaged pages, and tables or columns that are not there. */
  private static final Set<String> DAMAGED_STATES =
      Set.of("XX000", "XX001", "XX002", "42P01", "42703", "3F000");

  private static final Set<Integer> DAMAGED_CODES =
      Set.of(
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
          ErrorCode.COLUMN_NOT_FOUND_1);

  private static final Set<Integer> DAMAGED_STORE =
      Set.of(
          DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_UNSUPPORTED_FORMAT,
          DataUtils.ERROR_CHUNK_NOT_FOUND);

  /** What {@code failure} and its causes say. */
  public static Trouble of(Throwable failure) {
    Trouble worst = NONE;
    int deep = 0;
    for (Throwable cause = failure; cause != null && deep < 50; cause = cause.getCause()) {
      Trouble one = alone(cause);
      worst = one.compareTo(worst) > 0 ? one : worst;
      deep++;
    }
    return worst;
  }

  private static Trouble alone(Throwable failure) {
    if (failure instanceof IndexDamagedException) {
      return DAMAGED;
    }
    if (failure instanceof MVStoreException store) {
      return DAMAGED_STORE.contains(store.getErrorCode()) ? DAMAGED : UNCLEAR;
    }
    if (failure instanceof SQLException sql) {
      return of(sql);
    }
    return failure instanceof DataAccessException || failure instanceof FlywayException
        ? UNCLEAR
        : NONE;
  }

  private static Trouble of(SQLException sql) {
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    // The pool says without a state that it has closed what was broken.
    if (sql instanceof SQLTransientConnectionException
        || (state.isEmpty() && sql.getErrorCode() == 0)
        || AWAY_STATES.contains(state)
        || (state.startsWith(CONNECTION) && sql.getErrorCode() == 0)) {
      return AWAY;
    }
    return DAMAGED_STATES.contains(state)
            || DAMAGED_CODES.contains(sql.getErrorCode())
            || stumbled(sql)
        ? DAMAGED
        : UNCLEAR;
  }

  /**
   * Whether H2 fell over what it read, as over a name that is missing. It then keeps its lock on
   * the file until the process ends, so that the file cannot be looked at.
   */
  private static boolean stumbled(SQLException sql) {
    return sql.getErrorCode() == ErrorCode.GENERAL_ERROR_1
        && sql.getCause() instanceof RuntimeException cause
        && !(cause instanceof MVStoreException);
  }

  /** Whether the disk itself failed, which says nothing about what lies on it. */
  static boolean disk(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if ((cause instanceof IOException && !(cause instanceof EOFException))
          || (cause instanceof SQLException sql
              && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)) {
        return true;
      }
    }
    return false;
  }
}

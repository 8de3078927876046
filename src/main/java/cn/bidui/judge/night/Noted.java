package cn.bidui.judge.night;

import cn.bidui.link.IdentityNote;
import cn.bidui.normalize.ListRecord;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.stream.Stream;

/** What linking noted for people to put right, as rows. */
public final class Noted {

  private Noted() {}

  /** The notes of one kind in canonical order. */
  public static Stream<IdentityNote> of(Night night, IdentityNote.Kind kind) {
    return night.county().links().notes().stream().filter(note -> note.kind() == kind);
  }

  public static Person left(Night night, IdentityNote note) {
    return night.person(night.county().links().person(note.left(), note.leftRow()));
  }

  public static Person right(Night night, IdentityNote note) {
    return night.person(night.county().links().person(note.right(), note.rightRow()));
  }

  public static Row<? extends ListRecord> leftRow(Night night, IdentityNote note) {
    return night.row(note.left(), note.leftRow());
  }

  public static Row<? extends ListRecord> rightRow(Night night, IdentityNote note) {
    return night.row(note.right(), note.rightRow());
  }

  /** Both rows. */
  public static List<Row<? extends ListRecord>> rows(Night night, IdentityNote note) {
    return List.of(leftRow(night, note), rightRow(night, note));
  }

  public static List<ListKind> lists(IdentityNote note) {
    return List.of(note.left(), note.right());
  }
}

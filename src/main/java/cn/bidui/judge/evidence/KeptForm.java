package cn.bidui.judge.evidence;

import cn.bidui.judge.night.SentBack;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.PersonKey;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.Layout;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import cn.bidui.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * A kept night as bytes, compressed: the same night gives the same bytes. Columns and kinds are
 * named by their codes, so that a version with other columns can read it.
 */
public final class KeptForm {

  /** Its first text. */
  static final String HEAD = "bidui evidence 1";

  private final DataOutputStream out;

  /** Files by number: a row names its file by it. */
  private final Map<SourceFile, Integer> files = new LinkedHashMap<>();

  private KeptForm(DataOutputStream out) {
    this.out = out;
  }

  /** The bytes, which hold pupils: they belong into the archive and nowhere else. */
  public static byte[] write(KeptNight night) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
      new KeptForm(out).night(night);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void night(KeptNight night) throws IOException {
    text(HEAD);
    text(night.asOf().toString());
    out.writeInt(night.earlierPupils());
    out.writeInt(night.leavers());
    files(night);
    out.writeInt(night.schools().size());
    for (School school : night.schools()) {
      school(school);
    }
    out.writeInt(night.rows().size());
    for (Map.Entry<ListKind, List<KeptRow>> list : night.rows().entrySet()) {
      list(list.getKey(), list.getValue());
    }
    persons(night);
    pairs(night);
    out.writeInt(night.standings().size());
    for (Snapshot snapshot : night.standings()) {
      text(snapshot.text());
    }
    texts(List.copyOf(night.whole()));
    List<KeptPupil> missed = night.departed().stream().filter(KeptPupil::missed).toList();
    // Only where there is any of it: most nights, and those of before, end here.
    if (!missed.isEmpty() || !night.sentBack().persons().isEmpty()) {
      sentBack(night.sentBack());
      out.writeInt(missed.size());
      for (KeptPupil pupil : missed) {
        out.writeLong(pupil.key().number());
      }
    }
  }

  private void sentBack(SentBack rows) throws IOException {
    out.writeInt(rows.persons().size());
    for (Map.Entry<ListKind, SortedSet<PersonKey>> list : rows.persons().entrySet()) {
      text(list.getKey().code());
      out.writeInt(list.getValue().size());
      for (PersonKey key : list.getValue()) {
        out.writeLong(key.number());
      }
    }
  }

  private void files(KeptNight night) throws IOException {
    TreeSet<SourceFile> sorted = new TreeSet<>();
    night.rows().values().forEach(rows -> rows.forEach(row -> sorted.add(row.place().file())));
    night.departed().forEach(pupil -> sorted.add(pupil.place().file()));
    out.writeInt(sorted.size());
    for (SourceFile file : sorted) {
      files.put(file, files.size());
      texts(List.of(file.sha256(), file.name(), file.unit()));
    }
  }

  private void school(School school) throws IOException {
    texts(List.of(school.code(), school.name(), school.township()));
    texts(school.aliases().stream().sorted().toList());
  }

  private void list(ListKind list, List<KeptRow> rows) throws IOException {
    text(list.code());
    texts(Layout.of(list).fields().stream().map(Field::code).toList());
    out.writeInt(rows.size());
    for (KeptRow row : rows) {
      place(row.place());
      texts(row.values());
      out.writeInt(row.person());
      text(row.decision().name());
      text(row.tier().name());
      out.writeInt(row.weight());
    }
  }

  private void place(RowRef place) throws IOException {
    out.writeInt(files.getOrDefault(place.file(), 0));
    text(place.sheet());
    out.writeInt(place.row());
  }

  private void persons(KeptNight night) throws IOException {
    out.writeInt(night.keys().size());
    for (PersonKey key : night.keys()) {
      out.writeLong(key.number());
    }
    out.writeInt(night.persons().size());
    for (Map.Entry<PersonKey, Integer> person : night.persons().entrySet()) {
      out.writeLong(person.getKey().number());
      out.writeInt(person.getValue());
    }
    texts(Layout.of(ListKind.ROLL).fields().stream().map(Field::code).toList());
    out.writeInt(night.departed().size());
    for (KeptPupil pupil : night.departed()) {
      out.writeLong(pupil.key().number());
      place(pupil.place());
      texts(pupil.values());
      text(pupil.dataDate().toString());
    }
  }

  private void pairs(KeptNight night) throws IOException {
    out.writeInt(night.undecided().size());
    for (Undecided pair : night.undecided()) {
      ends(pair.left(), pair.leftRow(), pair.right(), pair.rightRow());
      texts(List.of(pair.tier().name(), pair.reason()));
      out.writeInt(pair.weight());
    }
    out.writeInt(night.notes().size());
    for (IdentityNote note : night.notes()) {
      ends(note.left(), note.leftRow(), note.right(), note.rightRow());
      texts(List.of(note.kind().name(), note.tier().name(), note.detail()));
    }
  }

  private void ends(ListKind left, int leftRow, ListKind right, int rightRow) throws IOException {
    texts(List.of(left.code(), right.code()));
    out.writeInt(leftRow);
    out.writeInt(rightRow);
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}

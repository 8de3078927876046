package cn.bidui.judge.evidence;

import cn.bidui.judge.night.SentBack;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.link.Decision;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.PersonKey;
import cn.bidui.link.Tier;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.Layout;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import cn.bidui.source.SourceFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Reads what {@link KeptForm} wrote, also of versions whose lists had other columns. */
public final class KeptReading {

  /** No cell and no list of anything is longer; more can only be damage. */
  private static final int MOST = 1 << 24;

  private final DataInputStream in;
  private final List<SourceFile> files = new ArrayList<>();

  private KeptReading(DataInputStream in) {
    this.in = in;
  }

  /** Reads one thing. */
  @FunctionalInterface
  private interface Reading<T> {
    T next() throws IOException;
  }

  /**
   * Reads a whole stream, which stays open.
   *
   * @throws IOException if it is anything else; the message does not repeat it
   */
  public static KeptNight read(InputStream bytes) throws IOException {
    try {
      return new KeptReading(new DataInputStream(new GZIPInputStream(bytes, 1 << 16))).night();
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new IOException("kept evidence holds something that this version does not know", e);
    }
  }

  private KeptNight night() throws IOException {
    if (!text().equals(KeptForm.HEAD)) {
      throw new IOException("not the kept evidence of a night");
    }
    LocalDate asOf = LocalDate.parse(text());
    int earlier = in.readInt();
    int leavers = in.readInt();
    files.addAll(many(this::file));
    List<School> schools = many(this::school);
    SortedMap<ListKind, List<KeptRow>> rows = new TreeMap<>();
    many(() -> list(rows));
    List<PersonKey> keys = many(() -> new PersonKey(in.readLong()));
    SortedMap<PersonKey, Integer> persons = new TreeMap<>();
    many(() -> person(persons));
    List<String> fields = texts();
    List<KeptPupil> departed = many(() -> pupil(fields));
    List<Undecided> undecided = many(this::undecided);
    List<IdentityNote> notes = many(this::note);
    List<Snapshot> standings = many(() -> Snapshot.read(text()));
    SortedSet<String> whole = new TreeSet<>(texts());
    SentBack sentBack = SentBack.NONE;
    Set<PersonKey> missed = Set.of();
    int more = in.read();
    // Nights of before end here.
    if (more >= 0) {
      sentBack = sentBack(more);
      missed = new HashSet<>(many(() -> new PersonKey(in.readLong())));
    }
    return new KeptNight(
        asOf,
        earlier,
        leavers,
        schools,
        rows,
        keys,
        persons,
        missed(departed, missed),
        undecided,
        notes,
        standings,
        sentBack,
        whole);
  }

  /** How many lists follow is said by four bytes, of which the first was read. */
  private SentBack sentBack(int first) throws IOException {
    int lists = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
    SortedMap<ListKind, SortedSet<PersonKey>> persons = new TreeMap<>();
    for (int list = 0; list < lists; list++) {
      persons.put(kind(text()), new TreeSet<>(many(() -> new PersonKey(in.readLong()))));
    }
    return new SentBack(persons);
  }

  private static List<KeptPupil> missed(List<KeptPupil> pupils, Set<PersonKey> missed) {
    return pupils.stream()
        .map(
            pupil ->
                new KeptPupil(
                    pupil.key(),
                    pupil.place(),
                    pupil.values(),
                    pupil.dataDate(),
                    missed.contains(pupil.key())))
        .toList();
  }

  private SourceFile file() throws IOException {
    List<String> texts = texts();
    return new SourceFile(texts.get(0), texts.get(1), texts.get(2));
  }

  private School school() throws IOException {
    List<String> texts = texts();
    return new School(texts.get(0), texts.get(1), new HashSet<>(texts()), texts.get(2));
  }

  private boolean list(SortedMap<ListKind, List<KeptRow>> rows) throws IOException {
    ListKind list = kind(text());
    List<String> fields = texts();
    rows.put(list, many(() -> row(list, fields)));
    return true;
  }

  private boolean person(SortedMap<PersonKey, Integer> persons) throws IOException {
    PersonKey key = new PersonKey(in.readLong());
    persons.put(key, in.readInt());
    return true;
  }

  private static ListKind kind(String code) {
    return ListKind.ofCode(code).orElseThrow(() -> new IllegalArgumentException("no such list"));
  }

  private KeptRow row(ListKind list, List<String> fields) throws IOException {
    RowRef place = place();
    List<String> values = values(list, fields, texts());
    return new KeptRow(
        place, values, in.readInt(), Decision.valueOf(text()), Tier.valueOf(text()), in.readInt());
  }

  /** In the layout of this version: columns that it has in addition are blank. */
  private static List<String> values(ListKind list, List<String> fields, List<String> values) {
    List<String> placed = new ArrayList<>();
    for (Field field : Layout.of(list).fields()) {
      int at = fields.indexOf(field.code());
      placed.add(at < 0 ? "" : values.get(at));
    }
    return placed;
  }

  private RowRef place() throws IOException {
    SourceFile file = files.get(in.readInt());
    return new RowRef(file, text(), in.readInt());
  }

  private KeptPupil pupil(List<String> fields) throws IOException {
    PersonKey key = new PersonKey(in.readLong());
    RowRef place = place();
    List<String> values = values(ListKind.ROLL, fields, texts());
    return new KeptPupil(key, place, values, LocalDate.parse(text()), false);
  }

  private Undecided undecided() throws IOException {
    List<String> lists = texts();
    int left = in.readInt();
    int right = in.readInt();
    List<String> words = texts();
    return new Undecided(
        kind(lists.get(0)),
        left,
        kind(lists.get(1)),
        right,
        Tier.valueOf(words.get(0)),
        in.readInt(),
        words.get(1));
  }

  private IdentityNote note() throws IOException {
    List<String> lists = texts();
    int left = in.readInt();
    int right = in.readInt();
    List<String> words = texts();
    return new IdentityNote(
        IdentityNote.Kind.valueOf(words.get(0)),
        kind(lists.get(0)),
        left,
        kind(lists.get(1)),
        right,
        Tier.valueOf(words.get(1)),
        words.get(2));
  }

  private <T> List<T> many(Reading<T> reading) throws IOException {
    int count = count();
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(reading.next());
    }
    return all;
  }

  private List<String> texts() throws IOException {
    return many(this::text);
  }

  private String text() throws IOException {
    byte[] bytes = new byte[count()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int count() throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("kept evidence is damaged");
    }
    return count;
  }
}

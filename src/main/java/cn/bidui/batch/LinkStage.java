package cn.bidui.batch;

import cn.bidui.judge.Judge;
import cn.bidui.judge.evidence.Evidence;
import cn.bidui.judge.night.County;
import cn.bidui.ledger.EffectiveLists.Effective;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.link.Departed;
import cn.bidui.link.Departures;
import cn.bidui.link.HandleHash;
import cn.bidui.link.LinkLimits;
import cn.bidui.link.LinkMemory;
import cn.bidui.link.PersonKey;
import cn.bidui.link.PersonKeys;
import cn.bidui.link.Relinker;
import cn.bidui.link.Relinker.Relinked;
import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.SchoolRecord;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.normalize.Strings;
import cn.bidui.person.Grade;
import cn.bidui.person.Stage;
import cn.bidui.source.Batch;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.School;
import cn.bidui.source.SchoolYear;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stage {@code link}: the effective lists as columns, who is who in them, and the persons' keys.
 */
final class LinkStage {

  // The rules about pupils who may stand on no list tonight.
  private static final String VANISHED = "vanished-from-roll";

  private static final Set<String> MISSED = Set.of(VANISHED, "no-progression");

  private static final int GRADE = Layout.of(ListKind.ROLL).fields().indexOf(Field.GRADE);
  private static final String LAST_GRADE = new Grade(Stage.PRIMARY, 6).code();

  private final NightOrder order;
  private final OpenRecord record;
  private final RowShelf shelf;
  private final Progress progress;
  private LinkMemory memory;

  /** Everything is linked anew. */
  LinkStage(NightOrder order, OpenRecord record, RowShelf shelf) {
    this(order, record, shelf, LinkMemory.none(), Progress.NONE);
  }

  /**
   * What did not change is taken over.
   *
   * @param memory what an earlier night decided
   */
  LinkStage(
      NightOrder order, OpenRecord record, RowShelf shelf, LinkMemory memory, Progress progress) {
    this.order = order;
    this.record = record;
    this.shelf = shelf;
    this.memory = memory;
    this.progress = progress;
  }

  /** Journals the persons' keys, once it is certain on which lists the night rests. */
  void record(NightWork work) throws IOException {
    if (!work.whatIf) {
      record.journal().appendAll(Entry.KeysChanged.blocks(NightWork.done(work.keys).changes()));
    }
  }

  /** Keeps nothing: the guard may yet take a list out again. */
  void run(NightWork work) throws IOException {
    work.replaced.clear();
    work.departedRows.clear();
    Strings strings = new Strings();
    load(work, strings);
    HandleHash hash = record.key().handles();
    Relinked relinked =
        new Relinker(limits(), order.software())
            .link(work.tables, record.state().pins(), hash, memory);
    progress.linked(relinked.rows(), relinked.again());
    work.links = relinked.links();
    work.memory = relinked.memory();
    if (!work.whatIf) {
      // A guard may have the same rows linked once more, with a list less.
      memory = relinked.memory();
    }
    work.keys = PersonKeys.assign(work.links, work.tables, record.state().keys(), hash);
    RecordTable roll = work.tables.get(ListKind.ROLL);
    work.schools = SchoolRegistry.of(roll == null ? empty(strings) : roll, registered(work));
    findDeparted(work, strings);
  }

  private LinkLimits limits() throws IOException {
    return new ModelInUse(record.state(), record.archive()).limits(order);
  }

  /** Makes a model of the lists of {@code work}, and links by it for comparison. */
  Trained train(NightWork work) throws IOException {
    work.replaced.clear();
    load(work, new Strings());
    return Trained.of(work, order, record, limits());
  }

  /** The schools of the register: its names and townships stand before those of the roll. */
  private static List<School> registered(NightWork work) {
    @Nullable RecordTable register = work.register;
    return register == null
        ? List.of()
        : IntStream.range(0, register.size())
            .mapToObj(row -> ((SchoolRecord) register.record(row)).asSchool())
            .toList();
  }

  private static RecordTable empty(Strings strings) {
    return new RecordTable.Builder(ListKind.ROLL, strings).build();
  }

  private void load(NightWork work, Strings strings) {
    Map<ListKind, RecordTable.Builder> builders = new EnumMap<>(ListKind.class);
    for (Effective effective : work.effective) {
      ListKind list = effective.batch().list();
      RecordTable.Builder builder =
          builders.computeIfAbsent(list, kind -> new RecordTable.Builder(kind, strings));
      int replaced = add(effective, builder, (place, values) -> true);
      work.replaced.merge(list, replaced, Integer::sum);
    }
    work.tables.clear();
    builders.forEach((list, builder) -> work.tables.put(list, builder.build()));
    // Schools are no persons to be linked; rules ask about them.
    work.register = work.tables.remove(ListKind.SCHOOLS);
  }

  /** Adds the rows that {@code wanted} lets through; tells how many a partial list replaces. */
  private int add(
      Effective effective, RecordTable.Builder builder, BiPredicate<RowRef, List<String>> wanted) {
    Batch batch = effective.batch();
    String sha256 = batch.file().sha256();
    List<ShelvedFile.Sheet> sheets = shelf.find(sha256).map(ShelvedFile::sheets).orElse(List.of());
    int[] replaced = {0};
    shelf.recall(
        sha256,
        Bucket.ACCEPTED,
        (sheet, row, values) -> {
          RowRef place = new RowRef(batch.file(), sheets.get(sheet).name(), row);
          if (Units.belongs(batch.list(), values, effective.exceptUnits())) {
            replaced[0]++;
          } else if (wanted.test(place, values)) {
            builder.add(place, values);
          }
        });
    return replaced[0];
  }

  /**
   * Pupils of the rolls of the night before, and those who were missed before, who are on none now.
   */
  private void findDeparted(NightWork work, Strings strings) throws IOException {
    Optional<Published> before = record.state().publicationBefore(order.asOf());
    if (before.isEmpty() || !work.tables.containsKey(ListKind.ROLL)) {
      return;
    }
    Set<Batch> now = new HashSet<>();
    work.effective.forEach(effective -> now.add(effective.batch()));
    EarlierRolls rolls = EarlierRolls.of(record.state(), shelf);
    Set<RowRef> vanished = missedOn(before.get(), Set.of(VANISHED));
    Set<RowRef> missed = new HashSet<>(missedOn(before.get(), MISSED));
    for (Published night : rolls.beforeShaken(before.get().asOf(), order.asOf())) {
      vanished.addAll(missedOn(night, Set.of(VANISHED)));
      missed.addAll(missedOn(night, MISSED));
    }
    RecordTable.Builder earlier = new RecordTable.Builder(ListKind.ROLL, strings);
    Map<String, LocalDate> dataDates = new HashMap<>();
    Set<Batch> taken = new HashSet<>();
    int unchanged = County.NO_EARLIER_ROLL;
    for (Effective roll : rolls.upTo(before.get(), order.asOf())) {
      Batch batch = roll.batch();
      unchanged = Math.max(unchanged, 0);
      taken.add(batch);
      dataDates.put(batch.file().sha256(), batch.dataDate());
      if (!now.contains(batch) || work.replaced.getOrDefault(ListKind.ROLL, 0) > 0) {
        add(roll, earlier, (place, values) -> true);
      } else {
        unchanged += shelf.count(batch.file().sha256()).getOrDefault(Bucket.ACCEPTED, 0);
      }
    }
    addMissed(missed, taken, earlier, dataDates);
    RecordTable table = earlier.build();
    work.earlierPupils = unchanged < 0 ? unchanged : unchanged + table.size();
    List<Departed> departed =
        new Departures(NightWork.done(work.links), NightWork.done(work.keys))
                .find(
                    table,
                    row -> dataDates.getOrDefault(table.place(row).file().sha256(), order.asOf()))
                .stream()
                .map(pupil -> vanished.contains(pupil.place()) ? pupil.asMissed() : pupil)
                .toList();
    work.departed = departed;
    remember(work, table, departed);
    findLeavers(work, strings);
  }

  /**
   * Pupils of the last primary grade on the last roll of the school year before (小升初): on every
   * night of this year it is asked where those went who are on no roll. On the first night after
   * the autumn in which rolls are made anew all pupils of that roll are looked for: who vanished
   * over the summer was waited for until then.
   */
  private void findLeavers(NightWork work, Strings strings) throws IOException {
    LocalDate turn = SchoolYear.of(order.asOf()).firstDay();
    Optional<Published> lastYear =
        record.state().publications().stream()
            .filter(night -> night.asOf().isBefore(turn))
            .max(Comparator.comparing(Published::asOf));
    if (lastYear.isEmpty()) {
      return;
    }
    RecordTable.Builder leavers = new RecordTable.Builder(ListKind.ROLL, strings);
    Map<String, LocalDate> dataDates = new HashMap<>();
    boolean known = false;
    boolean afterAutumn = afterAutumn(turn);
    for (Effective roll : EarlierRolls.of(record.state(), shelf).then(lastYear.get())) {
      known = true;
      dataDates.put(roll.batch().file().sha256(), roll.batch().dataDate());
      add(roll, leavers, afterAutumn ? (place, values) -> true : LinkStage::inLastGrade);
    }
    RecordTable table = leavers.build();
    work.leavers = known ? inLastGrade(table) : County.NO_EARLIER_ROLL;
    List<Departed> found =
        new Departures(NightWork.done(work.links), NightWork.done(work.keys))
            .find(
                table,
                row -> dataDates.getOrDefault(table.place(row).file().sha256(), order.asOf()));
    work.departed = joined(work.departed, found);
    remember(work, table, found);
  }

  /** Their rows are part of what the night's findings rest on. */
  private static void remember(NightWork work, RecordTable table, List<Departed> found) {
    Set<RowRef> places = found.stream().map(Departed::place).collect(Collectors.toSet());
    for (int row = 0; !places.isEmpty() && row < table.size(); row++) {
      RowRef place = table.place(row);
      if (places.contains(place)) {
        work.departedRows.put(place, Evidence.values(table, row));
      }
    }
  }

  /** Whether the autumn is over, and was not yet on any night before that had a roll. */
  private boolean afterAutumn(LocalDate turn) {
    SortedMap<String, Long> limits = Judge.limits(VANISHED, order.policies(), order.job().rules());
    LocalDate waited = turn.plusDays(limits.getOrDefault("roll-lag", 0L));
    return order.asOf().isAfter(waited)
        && record.state().publications().stream()
            .filter(night -> night.asOf().isAfter(waited) && night.asOf().isBefore(order.asOf()))
            .noneMatch(LinkStage::hadRoll);
  }

  private static boolean hadRoll(Published night) {
    return night.effective().stream().anyMatch(batch -> batch.list() == ListKind.ROLL);
  }

  private static int inLastGrade(RecordTable table) {
    return (int)
        IntStream.range(0, table.size())
            .filter(row -> table.text(Field.GRADE, row).equals(LAST_GRADE))
            .count();
  }

  private static boolean inLastGrade(RowRef place, List<String> values) {
    return values.get(GRADE).equals(LAST_GRADE);
  }

  /** Whom both name is told by the later roll. */
  private static List<Departed> joined(List<Departed> some, List<Departed> others) {
    SortedMap<PersonKey, Departed> all = new TreeMap<>();
    Stream.concat(some.stream(), others.stream())
        .forEach(
            one -> all.merge(one.key(), one, (a, b) -> b.dataDate().isAfter(a.dataDate()) ? b : a));
    return List.copyOf(all.values());
  }

  /** The roll rows of pupils who were found missing before and are not back yet. */
  private Set<RowRef> missedOn(Published night, Set<String> rules) throws IOException {
    Set<RowRef> rows = new HashSet<>();
    for (LedgerFinding finding : LedgerStage.findings(record.archive(), night)) {
      if (rules.contains(finding.finding().rule())
          && finding.state() != cn.bidui.ledger.FindingState.RESOLVED) {
        rows.addAll(finding.finding().evidence());
      }
    }
    return rows;
  }

  private void addMissed(
      Set<RowRef> missed,
      Set<Batch> taken,
      RecordTable.Builder earlier,
      Map<String, LocalDate> dataDates) {
    List<Batch> others = new ArrayList<>(AnswerStage.accepted(record.state()));
    others.removeAll(taken);
    for (Batch batch : others) {
      boolean wanted =
          missed.stream().anyMatch(place -> place.file().sha256().equals(batch.file().sha256()));
      if (wanted && batch.list() == ListKind.ROLL) {
        dataDates.putIfAbsent(batch.file().sha256(), batch.dataDate());
        add(new Effective(batch, Set.of()), earlier, (place, values) -> missed.contains(place));
      }
    }
  }
}

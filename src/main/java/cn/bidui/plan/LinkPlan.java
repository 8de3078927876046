package cn.bidui.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of some lists are linked (比对方案), as a file of {@code jobs/link/} says.
 *
 * @param name as in the file; also the name of what is written
 * @param title what people call it
 * @param lists in the order in which their rows are numbered through
 * @param fields what is read of each row
 * @param passes which rows are compared at all, the most telling pass first
 * @param comparisons what is compared of a pair, in the order in which it is shown
 * @param numbers thresholds and limits
 */
public record LinkPlan(
    String name,
    String title,
    Outcome outcome,
    List<LinkList> lists,
    List<LinkField> fields,
    List<LinkPass> passes,
    List<LinkComparison> comparisons,
    LinkNumbers numbers) {

  /** What becomes of the pairs that reach the threshold. */
  public enum Outcome {
    /** Each row has at most one partner in each other list. */
    ONE_TO_ONE,
    /** Pairs are closed to clusters, within one list too. */
    CLUSTER,
    /** Persons, by the ladder of evidence; never by weight alone. */
    PERSON
  }

  public LinkPlan {
    lists = List.copyOf(lists);
    fields = List.copyOf(fields);
    passes = List.copyOf(passes);
    comparisons = List.copyOf(comparisons);
  }

  /**
   * Reads {@code text}; nothing if there is any mistake in it.
   *
   * @param file the name by which mistakes cite it
   * @param mistakes receives all of them
   */
  public static Optional<LinkPlan> read(String file, String text, Mistakes mistakes) {
    int before = mistakes.all().size();
    LinkPlan plan = new LinkPlanReader(Yaml.read(file, text, mistakes)).plan();
    return mistakes.all().size() == before ? Optional.of(plan) : Optional.empty();
  }

  /** A constant as plans write it: {@code RELATIVE_EDITS} → {@code relative-edits}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * One of the lists.
   *
   * @param file the file that it is read from unless another is named; may be blank
   */
  public record LinkList(String name, String file) {}

  /**
   * What is read of each row.
   *
   * @param columns the headers under which it may stand; the first that a list has counts
   * @param own the same for single lists, which then look for no other
   * @param order how its days are written
   */
  public record LinkField(
      String name,
      FieldKind kind,
      List<String> columns,
      Map<String, List<String>> own,
      DayOrder order) {
    public LinkField {
      columns = List.copyOf(columns);
      own = Map.copyOf(own);
    }

    /** Of one spelling for all lists, days with the year first. */
    public LinkField(String name, FieldKind kind, List<String> columns) {
      this(name, kind, columns, Map.of(), DayOrder.YEAR_MONTH_DAY);
    }

    /** The headers under which it may stand in {@code list}. */
    public List<String> columns(String list) {
      return own.getOrDefault(list, columns);
    }
  }

  /** In which order a day is written where the year does not come first. */
  public enum DayOrder {
    YEAR_MONTH_DAY,
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR
  }

  /** How a field's text is read. Nothing is what is empty or a word for nothing. */
  public enum FieldKind {
    /** Folded: width, case and the number of spaces between words do not count. */
    TEXT,
    /** As it stands, but for spaces around it. */
    CODE,
    /** A Chinese person's name. */
    NAME,
    /** A citizen id, or what was meant as one. */
    CITIZEN_ID,
    /** A national student number, with the id within it. */
    STUDENT_NUMBER,
    /** A day, in any usual form. */
    DATE,
    SEX
  }

  /** Rows with one key are compared with each other. */
  public record LinkPass(String name, List<KeyPart> parts) {
    public LinkPass {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a key.
   *
   * @param length how many characters, where the shape takes some
   */
  public record KeyPart(String field, KeyShape shape, int length) {}

  /** What of a field goes into a key. */
  public enum KeyShape {
    WHOLE,
    PREFIX,
    SUFFIX,
    YEAR,
    YEAR_MONTH,
    /** How a name sounds; a name with several readings has several keys. */
    SOUND,
    /** How a word of an alphabet sounds. */
    PHONETIC,
    /** Each word of a text in turn: texts with a word in common share a key. */
    WORDS,
    /** The text with each one character left out in turn: texts one slip apart share a key. */
    DELETIONS
  }

  /**
   * One comparison.
   *
   * @param fields usually one; a kind that compares several fields together names all of them
   * @param thresholds where one level ends and the next begins, in hundredths of the kind's unit
   * @param frequencies whether agreement on a rare value says more than on a usual one
   * @param priors what each level from the closest to the difference is taken to say, in hundredths
   *     of a bit, where lists are too small to learn from; empty for what the kind says
   */
  public record LinkComparison(
      String name,
      ComparisonKind kind,
      List<String> fields,
      List<Integer> thresholds,
      boolean frequencies,
      List<Integer> priors) {
    public LinkComparison {
      priors = List.copyOf(priors);
      fields = List.copyOf(fields);
      thresholds = List.copyOf(thresholds);
    }
  }

  /** How two values are compared. */
  public enum ComparisonKind {
    /** Equal or not. */
    EXACT,
    /** Characters replaced, lost, added, or neighbors swapped: at most so many. */
    EDITS,
    /** The same as a share of the longer text. */
    RELATIVE_EDITS,
    /** Jaro–Winkler likeness, at least so much. */
    JARO_WINKLER,
    /** Given name and surname together, the other way round included. */
    NAME_PARTS,
    /** Share of words in common, at least so much. */
    WORDS,
    /** Days: the same, one slip apart, day and month swapped, the same year. */
    DATES,
    /** The difference of two numbers, at most so much. */
    NUMBERS,
    /** Chinese names by ordered levels; a second field holds former names. */
    CHINESE_NAME,
    CITIZEN_ID,
    /** Whether anything ties two rows to one family. */
    FAMILY
  }

  /**
   * The numbers of a plan; weights in hundredths of a bit.
   *
   * @param threshold at or above it a pair is a link
   * @param review at or above it, and below the threshold, a pair is left to a person
   * @param blockRows how many rows may share a key before the block is reported, not compared
   * @param prior of persons: the odds before anything is compared, where no model was trained
   */
  public record LinkNumbers(Limit threshold, Limit review, Limit blockRows, Limit prior) {

    /** With the usual odds. */
    public LinkNumbers(Limit threshold, Limit review, Limit blockRows) {
      this(threshold, review, blockRows, USUAL_PRIOR);
    }

    /** A row is looked for among some hundred thousand. */
    public static final Limit USUAL_PRIOR =
        new Limit(
            -1700,
            "hundredths of a bit",
            "a row is looked for among some hundred thousand",
            "own judgment");
  }

  /** The same plan for these lists only. */
  public LinkPlan of(List<LinkList> some) {
    return new LinkPlan(name, title, outcome, some, fields, passes, comparisons, numbers);
  }

  /** The position of the field of that name; -1 if there is none. */
  public int field(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}

package cn.bidui.link;

import cn.bidui.link.Handles.Kind;
import cn.bidui.link.Handles.Plain;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The handles of tonight's persons, and who else holds each. */
final class HandleTable {

  private final List<String> texts = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final int[] starts;
  private int[] personOf = new int[1024];
  private final RowIndex byText;
  private final boolean[] shared;

  /** Which of tonight's holders of its weakest handle a person is, from 1. */
  private final int[] nth;

  private final HandleHash hash;

  HandleTable(LinkResult links, Map<ListKind, RecordTable> tables, HandleHash hash) {
    Map<ListKind, RecordTable> sorted = new TreeMap<>(tables);
    starts = new int[links.persons() + 1];
    List<List<Hashed>> hashed = hashed(links, sorted, hash);
    for (int person = 0; person < links.persons(); person++) {
      for (Hashed handle : hashed.get(person)) {
        add(person, handle.kind(), handle.text());
      }
      starts[person + 1] = texts.size();
    }
    long[] prints = new long[texts.size()];
    for (int entry = 0; entry < prints.length; entry++) {
      prints[entry] = print(texts.get(entry));
    }
    byText = new RowIndex(prints);
    shared = new boolean[prints.length];
    for (int entry = 0; entry < prints.length; entry++) {
      shared[entry] = alsoHeldByAnother(entry);
    }
    nth = new int[links.persons()];
    countNth();
    this.hash = hash;
  }

  private record Hashed(Kind kind, String text) {}

  /** By person. Hashing is most of the work here, and nobody's hash depends on another's. */
  private static List<List<Hashed>> hashed(
      LinkResult links, Map<ListKind, RecordTable> tables, HandleHash hash) {
    return IntStream.range(0, links.persons())
        .parallel()
        .mapToObj(
            person ->
                plains(links, tables, person).stream()
                    .map(plain -> new Hashed(plain.kind(), plain.hashed(hash)))
                    .toList())
        .toList();
  }

  private static Set<Plain> plains(
      LinkResult links, Map<ListKind, RecordTable> tables, int person) {
    Set<Plain> plains = new LinkedHashSet<>();
    tables.forEach(
        (kind, table) -> {
          for (int row : links.rows(kind, person)) {
            plains.addAll(Handles.plain(table, row));
          }
        });
    return plains;
  }

  private void add(int person, Kind kind, String text) {
    if (texts.size() == personOf.length) {
      personOf = Arrays.copyOf(personOf, personOf.length * 2);
    }
    personOf[texts.size()] = person;
    kinds.add(kind);
    texts.add(text);
  }

  /** Every person has a weakest handle; among its holders the canonical order counts. */
  private void countNth() {
    Map<String, Integer> counts = new HashMap<>();
    for (int person = 0; person < nth.length; person++) {
      boolean alone = !shared[starts[person + 1] - 1];
      nth[person] = alone ? 1 : counts.merge(weakest(person), 1, Integer::sum);
    }
  }

  private String weakest(int person) {
    return texts.get(starts[person + 1] - 1);
  }

  /** 64 bits of the text; texts are compared in full where these are equal. */
  private static long print(String text) {
    long print = 1_125_899_906_842_597L;
    for (int i = 0; i < text.length(); i++) {
      print = 31 * print + text.charAt(i);
    }
    return print == 0 ? 1 : print;
  }

  /** The persons that hold {@code handle} tonight, ascending. */
  int[] holders(String handle) {
    int[] persons = {};
    int entry = byText.first(print(handle));
    for (; entry >= 0; entry = byText.next(entry)) {
      // A person's handles differ, so nobody is counted twice.
      if (texts.get(entry).equals(handle)) {
        persons = Arrays.copyOf(persons, persons.length + 1);
        persons[persons.length - 1] = personOf[entry];
      }
    }
    return persons;
  }

  private boolean alsoHeldByAnother(int entry) {
    int other = byText.first(print(texts.get(entry)));
    while (other >= 0 && (other == entry || !texts.get(other).equals(texts.get(entry)))) {
      other = byText.next(other);
    }
    return other >= 0;
  }

  int persons() {
    return nth.length;
  }

  int start(int person) {
    return starts[person];
  }

  int end(int person) {
    return starts[person + 1];
  }

  String text(int entry) {
    return texts.get(entry);
  }

  Kind kind(int entry) {
    return kinds.get(entry);
  }

  /** Whether another person holds the handle too. */
  boolean shared(int entry) {
    return shared[entry];
  }

  /** The handle of last resort of {@code person}; nobody else has it tonight. */
  String nth(int person) {
    return hash.hash(Kind.NTH.prefix + ":" + nth[person] + ":" + weakest(person));
  }
}

package cn.bidui.accuracy;

import java.util.function.Consumer;

/** An invented county: its rows with their truth, the same at each call. */
interface World {

  /** What tells it from others: {@code default, 100000 pupils, seed 1}. */
  String name();

  /** Hands over all rows, list by list in their order or mixed. */
  void forEach(Consumer<WorldRow> taker);
}

package cn.bidui.collect;

import java.util.List;

/** A list could not be fetched. It carries no text of a server or a library. */
final class FetchFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FetchFault fault;
  private final transient List<String> words;

  FetchFailedException(FetchFault fault, String... words) {
    super(fault.code(), null, false, false);
    this.fault = fault;
    this.words = List.of(words);
  }

  FetchFault fault() {
    return fault;
  }

  Fetched.Failed failed() {
    return new Fetched.Failed(fault, words);
  }
}

package cn.bidui.batch;

/** Told what a night is doing; counts only, never a person. */
public interface Progress {

  /** Nobody watches. */
  Progress NONE =
      new Progress() {
        @Override
        public void step(String name) {}

        @Override
        public void rows(long more) {}
      };

  /** A step begins; its name is that of the room. */
  void step(String name);

  /** So many more rows were stored; called from several threads. */
  void rows(long more);
}

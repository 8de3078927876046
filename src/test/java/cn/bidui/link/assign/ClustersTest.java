package cn.bidui.link.assign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClustersTest {

  @Test
  void aClusterIsKnownByItsFirstRowWhateverTheOrderOfPairs() {
    Clusters clusters = new Clusters(6);
    assertThat(clusters.unite(5, 3)).isTrue();
    assertThat(clusters.unite(3, 1)).isTrue();
    assertThat(clusters.unite(1, 5)).isFalse();
    assertThat(clusters.of(5)).isEqualTo(1);
    assertThat(clusters.of(3)).isEqualTo(1);
    assertThat(clusters.of(4)).isEqualTo(4);
    assertThat(clusters.size()).isEqualTo(6);
  }

  @Test
  void aLongChainIsOneCluster() {
    Clusters clusters = new Clusters(100_000);
    for (int row = clusters.size() - 1; row > 0; row--) {
      clusters.unite(row, row - 1);
    }
    assertThat(clusters.of(99_999)).isZero();
  }
}

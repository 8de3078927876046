package cn.bidui.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.Tier;
import cn.bidui.link.Waterfall.Rival;
import cn.bidui.source.RowRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedLinksTest {

  private static final RowRef ONE = new RowRef(SmallCounty.ROLL, "初一", 4);
  private static final RowRef OTHER = new RowRef(SmallCounty.AID, "", 2);
  private static final RowRef THIRD = new RowRef(SmallCounty.AID, "", 9);

  @TempDir private Path folder;
  private PublishedLinks links;

  @BeforeEach
  void publish() throws IOException {
    Files.writeString(
        folder.resolve("links.csv"),
        """
        list,file,sheet,row,person_key,decision,tier,weight
        roll,学籍.xlsx,初一,4,P1,linked,1,58.40
        aid,资助.csv,,2,P2,undecided,7,30.40
        aid,资助.csv,,9,P3,undecided,odd,30.40
        """);
    Files.writeString(
        folder.resolve("undecided.csv"),
        """
        left_list,left_file,left_sheet,left_row,right_list,right_file,right_sheet,right_row,weight,reason
        roll,学籍.xlsx,初一,4,aid,资助.csv,,2,30.40,只有姓名、出生日期、性别一致，可能是同名同日生的两个人
        roll,学籍.xlsx,初一,4,aid,资助.csv,,9,-2.25,这个版本没有的原因
        roll,别的.xlsx,,4,aid,资助.csv,,5,1.00,不相干
        """);
    links = PublishedLinks.read(folder, List.of(ONE, OTHER, THIRD));
  }

  @Test
  void theWeakerEvidenceOfTwoRowsIsWhatIsBetweenThem() {
    assertThat(links.tier(ONE, OTHER)).isEqualTo(Tier.NAME_BIRTH_SEX);
    assertThat(links.tier(OTHER, ONE)).isEqualTo(Tier.NAME_BIRTH_SEX);
    assertThat(links.tier(ONE, THIRD)).isEqualTo(Tier.ID_AND_NAME);
    assertThat(links.tier(THIRD, OTHER)).isEqualTo(Tier.NAME_BIRTH_SEX);
  }

  @Test
  void theReasonIsKnownAgainByItsWords() {
    assertThat(links.reason(OTHER, ONE)).isEqualTo("link.undecided.name-birth-sex");
    assertThat(links.reason(ONE, THIRD)).isEmpty();
    assertThat(links.reason(OTHER, THIRD)).isEmpty();
  }

  @Test
  void whatAnOpenPairWeighedIsKnownInEitherOrder() {
    assertThat(links.weight(OTHER, ONE)).contains(3040);
    assertThat(links.weight(ONE, THIRD)).contains(-225);
    assertThat(links.weight(OTHER, THIRD)).isEmpty();
  }

  @Test
  void otherOpenPairsOfTheTwoRowsAreRivals() {
    assertThat(links.rivals(ONE, OTHER)).extracting(Rival::weight).containsExactly(-225);
    assertThat(links.rivals(THIRD, ONE)).extracting(Rival::weight).containsExactly(3040);
  }

  @Test
  void whereThePublicationIsGoneNothingIsKnown() throws IOException {
    PublishedLinks none = PublishedLinks.read(folder.resolve("gone"), List.of(ONE, OTHER));
    assertThat(none.tier(ONE, OTHER)).isEqualTo(Tier.NONE);
    assertThat(none.reason(ONE, OTHER)).isEmpty();
    assertThat(none.rivals(ONE, OTHER)).isEmpty();
  }
}

package org.sampan.digest.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaves the pictures in target/pictures to look at. */
class SharePicturesTest {
    private static final SharePictures PICTURES = new SharePictures();

    private static BufferedImage drawn(String name, SharePicture picture) throws IOException {
        byte[] png = PICTURES.png(picture);
        Path file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
        return ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(Files.write(file, png))));
    }

    /** Of the title's colour, in the room the title has and in the margin beside it. */
    private static long ink(BufferedImage picture, int fromX, int toX) {
        long ink = 0;
        for (int y = 150; y < 480; y++) {
            for (int x = fromX; x < toX; x++) {
                ink += (picture.getRGB(x, y) & 0xff) < 0x60 ? 1 : 0;
            }
        }
        return ink;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Night ferry crews go back to work after three weeks of talks at the lower landing",
                "th | แถลงการณ์ร่วมเรื่องค่าธรรมเนียมของคนงานเตาเผาอิฐและการจ้างงานที่เป็นธรรมในลุ่มแม่น้ำ",
                "my | မြစ်ကမ်းဘေးတွင် ဥပဒေအကူအညီပေးရေး ဆွေးနွေးပွဲ ကျင်းပခဲ့သည်",
                "zh | 河口的渔民与移民工人共同开办夜校，每周两晚教授邻国语言、劳动法和急救知识"
            })
    void titleStandsWithinItsMarginsWhereTheMachineHasAFontForIt(String language, String title) throws Exception {
        BufferedImage picture =
                drawn(language, new SharePicture("lists.example", "12", title, Locale.forLanguageTag(language)));

        boolean canSet = new Typesetter().hasFontsFor(title);
        assertThat(ink(picture, 84, 1116) > 0).isEqualTo(canSet);
        assertThat(ink(picture, 1125, 1200)).isZero();
    }

    @Test
    void whatTheMachineHasNoFontForIsLeftOut() throws Exception {
        BufferedImage picture =
                drawn("none", new SharePicture("lists.example", "", "\uD80C\uDFFF \uDBFF\uDC00", Locale.ENGLISH));

        assertThat(ink(picture, 84, 1116)).isZero();
    }

    @Test
    void endlessTitleIsCutOff() throws Exception {
        BufferedImage picture =
                drawn("endless", new SharePicture("lists.example", "", "Ferry workers ".repeat(80), Locale.ENGLISH));

        assertThat(ink(picture, 84, 1116)).isPositive();
        assertThat(ink(picture, 1125, 1200)).isZero();
    }

    @Test
    void samePictureHasTheSameTag() {
        SharePicture one = new SharePicture("lists.example", "12", "Ferries", Locale.ENGLISH);
        assertThat(SharePictures.tag(one))
                .isEqualTo(SharePictures.tag(new SharePicture("lists.example", "12", "Ferries", Locale.ENGLISH)));
        assertThat(SharePictures.tag(one))
                .isNotEqualTo(SharePictures.tag(new SharePicture("lists.example", "12", "Ferries", Locale.CHINESE)));
    }
}

package org.snn4j.data.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.image.Picture;

class DigitPainterTest {
    private static final DigitPainter PAINTER = new DigitPainter(DigitPainter.Settings.DEFAULTS);

    private static Picture paint(DigitPainter painter, int digit, long seed) {
        return painter.paint(digit, new Seeds(seed).stream("picture"));
    }

    private static double ink(DigitPainter painter, int digit, long seed) {
        Picture picture = paint(painter, digit, seed);
        return IntStream.range(0, picture.pixels().length)
                        .map(i -> picture.pixels()[i] & 0xFF)
                        .average()
                        .orElseThrow()
                / 255;
    }

    private static DigitPainter plain(double pen) {
        return new DigitPainter(new DigitPainter.Settings(20, 0, 0, 0, 0, 0, pen, pen));
    }

    @Test
    void theSameDrawsGiveTheSamePictureAndOthersAnother() {
        Set<Picture> pictures = new HashSet<>();
        for (int digit = 0; digit < DigitPainter.CLASSES; digit++) {
            for (long seed = 0; seed < 10; seed++) {
                assertThat(paint(PAINTER, digit, seed)).isEqualTo(paint(PAINTER, digit, seed));
                pictures.add(paint(PAINTER, digit, seed));
            }
        }
        assertThat(pictures).hasSize(100);
    }

    @Test
    void digitsCoverAPlausiblePartOfThePicture() {
        for (int digit = 0; digit < DigitPainter.CLASSES; digit++) {
            for (long seed = 0; seed < 50; seed++) {
                assertThat(ink(PAINTER, digit, seed))
                        .as("digit %d, seed %d", digit, seed)
                        .isBetween(0.015, 0.35);
            }
        }
    }

    @Test
    void anUprightOneIsAVerticalBarOfThePensWidth() {
        // Without variation the plain way of writing 1 is the line x = 13.5 from y = 4.5 to 22.5: a pen of 2 covers
        // columns 13 and 14 whole.
        Picture picture = IntStream.range(0, 20)
                .mapToObj(seed -> paint(plain(2), 1, seed))
                .filter(drawn -> drawn.value(7, 10, 0) == 0 && drawn.value(22, 8, 0) == 0)
                .findFirst()
                .orElseThrow();

        for (int row = 6; row < 21; row++) {
            assertThat(picture.value(row, 13, 0)).isEqualTo(255);
            assertThat(picture.value(row, 14, 0)).isEqualTo(255);
            assertThat(picture.value(row, 12, 0)).isZero();
            assertThat(picture.value(row, 15, 0)).isZero();
        }
        assertThat(picture.value(2, 13, 0)).isZero();
    }

    @Test
    void aThickerPenLeavesMoreInk() {
        for (long seed = 0; seed < 10; seed++) {
            assertThat(ink(plain(3), 8, seed)).isGreaterThan(1.3 * ink(plain(1.5), 8, seed));
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new DigitPainter.Settings(30, 0, 0, 0, 0, 0, 1, 2))
                .hasMessageContaining("size is 30.0");
        assertThatThrownBy(() -> new DigitPainter.Settings(20, -1, 0, 0, 0, 0, 1, 2))
                .hasMessageContaining("jitter is -1.0");
        assertThatThrownBy(() -> new DigitPainter.Settings(20, 0, 0, 0, 0, 0, 3, 2))
                .hasMessageContaining("thickest is 2.0");
    }
}

package org.snn4j.data.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;

/** Sensors without mismatch, noise and wander unless a test is about them: threshold 0.4, dark 0.2, saccades of 100 ms. */
class SaccadeSensorTest {
    private static final int SIDE = SaccadeSensor.SIDE;
    private static final Picture BLACK = new Picture(28, 28, 1, new byte[28 * 28]);

    private static SaccadeSensor.Settings settings(double mismatch, int refractory, double noise, double travel) {
        return new SaccadeSensor.Settings(0.4, mismatch, refractory, noise, 0.2, travel, 0, 100_000);
    }

    private static EventStream record(SaccadeSensor.Settings settings, Picture picture) {
        return new SaccadeSensor(settings, new Seeds(1).stream("sensor"))
                .record(picture, new Seeds(1).stream("recording"));
    }

    /** White from column 14 on, all rows. */
    private static Picture edge() {
        byte[] pixels = new byte[28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 28 >= 14 ? 255 : 0);
        }
        return new Picture(28, 28, 1, pixels);
    }

    private static Picture digit() {
        return new DigitPainter(DigitPainter.Settings.DEFAULTS).paint(3, new Seeds(2).stream("picture"));
    }

    @Test
    void aStillEyeAndABlackPictureGiveNoEvents() {
        assertThat(record(settings(0, 0, 0, 0), digit()).size()).isZero();
        assertThat(record(settings(0, 0, 0, 5), BLACK).size()).isZero();
    }

    @Test
    void aPixelPassingFromBlackToWhiteSendsOneEventPerThreshold() {
        EventStream events = record(settings(0, 0, 0, 6), edge());

        // ln(1.2/0.2) = 1.792 holds 4 thresholds of 0.4. In the first saccade the eye moves right, so columns near the
        // edge brighten.
        int[] on = new int[SIDE];
        int[] off = new int[SIDE];
        for (int i = 0; i < events.indexAt(100_000); i++) {
            if (events.y(i) == SIDE / 2 && Math.abs(events.x(i) - 17) < 8) {
                (events.polarity(i) == 1 ? on : off)[events.x(i)]++;
            }
        }
        assertThat(Arrays.stream(on).max().orElseThrow()).isEqualTo(4);
        assertThat(Arrays.stream(off).sum()).isZero();
    }

    @Test
    void onAndOffEventsBalanceSinceThePathIsClosed() {
        EventStream events = record(settings(0.3, 0, 0, 5), digit());

        int[] sum = new int[SIDE * SIDE];
        for (int i = 0; i < events.size(); i++) {
            sum[events.y(i) * SIDE + events.x(i)] += 2 * events.polarity(i) - 1;
        }
        // With unequal ON and OFF thresholds the levels of a pixel are not the same on the way back.
        assertThat(Arrays.stream(sum).map(Math::abs).average().orElseThrow()).isLessThan(1);
        EventStream equal = record(settings(0, 0, 0, 5), digit());
        int[] exact = new int[SIDE * SIDE];
        for (int i = 0; i < equal.size(); i++) {
            exact[equal.y(i) * SIDE + equal.x(i)] += 2 * equal.polarity(i) - 1;
        }
        assertThat(Arrays.stream(exact).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(1);
    }

    @Test
    void aPixelIsSilentForTheRefractoryTime() {
        EventStream events = record(settings(0.2, 5000, 0, 5), digit());

        long[] last = new long[SIDE * SIDE];
        Arrays.fill(last, -1_000_000);
        for (int i = 0; i < events.size(); i++) {
            int pixel = events.y(i) * SIDE + events.x(i);
            // Times are cut to whole microseconds.
            assertThat(events.time(i) - last[pixel]).isGreaterThanOrEqualTo(4999);
            last[pixel] = events.time(i);
        }
        assertThat(events.size()).isPositive();
    }

    @Test
    void backgroundEventsComeAtTheirRate() {
        EventStream events = record(settings(0, 0, 10, 0), BLACK);

        // 34*34 pixels, 0.3 s, 10 per second: 3468, standard deviation 59; six of them.
        assertThat(events.size()).isBetween(3468 - 354, 3468 + 354);
        assertThat(events.firstTime()).isLessThan(5_000);
        assertThat(events.lastTime()).isBetween(295_000L, 300_000L);
    }

    @Test
    void thresholdsBelongToTheSensorNotToTheRecording() {
        SaccadeSensor one = new SaccadeSensor(settings(0.3, 0, 0, 5), new Seeds(1).stream("sensor"));
        SaccadeSensor other = new SaccadeSensor(settings(0.3, 0, 0, 5), new Seeds(2).stream("sensor"));

        assertThat(one.record(digit(), new Seeds(1).stream("a")))
                .isEqualTo(one.record(digit(), new Seeds(2).stream("b")))
                .isNotEqualTo(other.record(digit(), new Seeds(1).stream("a")));
    }

    @Test
    void eachSaccadeStartsAndEndsGently() {
        EventStream events = record(settings(0, 0, 0, 5), digit());

        for (int saccade = 0; saccade < 3; saccade++) {
            int start = saccade * 100_000;
            int early = events.indexAt(start + 20_000) - events.indexAt(start);
            int middle = events.indexAt(start + 60_000) - events.indexAt(start + 40_000);
            assertThat(middle).isGreaterThan(2 * early);
        }
    }

    @Test
    void colourPicturesAndSettingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> record(settings(0, 0, 0, 5), new Picture(1, 1, 3, new byte[3])))
                .hasMessage("channels is 3, must be 1");
        assertThatThrownBy(() -> new SaccadeSensor.Settings(0, 0, 0, 0, 0.2, 5, 0, 100_000))
                .hasMessageContaining("threshold is 0.0");
        assertThatThrownBy(() -> new SaccadeSensor.Settings(0.4, 0, -1, 0, 0.2, 5, 0, 100_000))
                .hasMessageContaining("refractory is -1");
        assertThatThrownBy(() -> new SaccadeSensor.Settings(0.4, 0, 0, 0, 0, 5, 0, 100_000))
                .hasMessageContaining("dark is 0.0");
    }
}

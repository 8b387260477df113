package org.snn4j.data.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;
import org.snn4j.data.simulate.EventSimulator.Config;
import org.snn4j.data.simulate.EventSimulator.Refractory;

class EventSimulatorTest {
    /** A single pixel whose luminance has the given values, a step apart. */
    private static Scene pixel(long step, int... luminance) {
        List<Picture> pictures = Arrays.stream(luminance)
                .mapToObj(value -> new Picture(1, 1, 1, new byte[] {(byte) value}))
                .toList();
        return new ImageSequence(
                pictures,
                LongStream.range(0, luminance.length).map(i -> i * step).toArray());
    }

    private static Scene still(int side, int luminance, long duration) {
        byte[] pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) luminance);
        Picture picture = new Picture(side, side, 1, pixels);
        return new ImageSequence(List.of(picture, picture, picture), 0, duration / 2, duration);
    }

    private static EventStream simulate(Config config, Scene scene) {
        return new EventSimulator(config, scene.width(), scene.height(), new Seeds(1).stream("sensor"))
                .simulate(scene, new Seeds(1).stream("recording"));
    }

    private static long[] times(EventStream events) {
        return IntStream.range(0, events.size()).mapToLong(events::time).toArray();
    }

    private static int[] polarities(EventStream events) {
        return IntStream.range(0, events.size()).map(events::polarity).toArray();
    }

    /** An ideal sensor with thresholds 0.5 and what else a test is about. */
    private static Config config(double refractory, Refractory rule, double leak, double noise, double noiseOfWhite) {
        return new Config(0.5, 0.5, 0, 0, 1, 0, 0, refractory, 0, rule, leak, noise, noiseOfWhite, 0);
    }

    @Test
    void aRampCrossesThresholdsAtTheTimesComputedByHand() {
        // L = ln(1 + v): ln 1 = 0, ln 256 = 5.545177 after 10,000 us. Threshold 1 is reached at k/5.545177 of the step.
        EventStream up = simulate(Config.ideal(1, 1, 1), pixel(10_000, 0, 255));
        assertThat(times(up)).containsExactly(1803, 3606, 5410, 7213, 9016);
        assertThat(polarities(up)).containsOnly(1);

        // Down again with thresholds of 2: from 5.545177, the last ON event at 4, so 1.545177 stay; OFF at -2 -
        // 1.545177 and -4 - 1.545177.
        EventStream down = simulate(Config.ideal(2, 2, 1), pixel(10_000, 0, 255, 0));
        assertThat(times(down)).containsExactly(3606, 7213, 16393);
        assertThat(polarities(down)).containsExactly(1, 1, 0);
    }

    @Test
    void theNumberOfEventsIsTheChangeOverTheThresholdRoundedDown() {
        for (int luminance : new int[] {1, 7, 100, 255}) {
            for (double threshold : new double[] {0.13, 0.31, 0.9}) {
                EventStream events = simulate(Config.ideal(threshold, 0.2, 3), pixel(5_000, 0, luminance));

                assertThat(events.size()).isEqualTo((int) (Math.log((3 + luminance) / 3.0) / threshold));
            }
        }
    }

    @Test
    void onAndOffAreExchangedWhenBrightAndDarkAre() {
        // Equal ratios up and down give the same times with the other polarity.
        EventStream up = simulate(Config.ideal(0.4, 0.4, 1), pixel(1_000, 9, 99, 9));
        EventStream down = simulate(Config.ideal(0.4, 0.4, 1), pixel(1_000, 99, 9, 99));

        assertThat(times(up)).isEqualTo(times(down));
        assertThat(up.size()).isEqualTo(10);
        assertThat(IntStream.range(0, up.size()).map(i -> up.polarity(i) + down.polarity(i)))
                .containsOnly(1);
    }

    @Test
    void theResponseIsLinearBelowTheKneeAndALogarithmAbove() {
        // v2e's response: below 20, u ln(20)/20: 0 to 10 is 1.497866; from 20 to 200, ln 10 = 2.302585.
        Config linLog = new Config(0.1, 0.1, 0, 0, 0, 20, 0, 0, 0, Refractory.KEPT, 0, 0, 0, 0);

        assertThat(simulate(linLog, pixel(1_000, 0, 10)).size()).isEqualTo(14);
        assertThat(simulate(linLog, pixel(1_000, 20, 200)).size()).isEqualTo(23);
    }

    @Test
    void theLowPassFilterFollowsAStepByItsTimeConstantWhichDependsOnLuminance() {
        // At white tau = 1/(2 pi 10 Hz) = 15,915 us: after 10 steps of 1 ms the way is 1 - exp(-10/15.915) = 0.466512.
        Config slow = new Config(0.01, 0.01, 0, 0, 1, 0, 10, 0, 0, Refractory.KEPT, 0, 0, 0, 0);
        int[] luminance = new int[12];
        Arrays.fill(luminance, 1, 12, 255);
        EventStream events = simulate(slow, pixel(1_000, luminance));
        assertThat(events.indexAt(10_000)).isEqualTo((int) (Math.log(256) * 0.466512 / 0.01));

        // Downward the pixel is black, and slower by 20/275: 1 - exp(-10/15.915 20/275) = 0.044669.
        Arrays.fill(luminance, 1, 12, 0);
        luminance[0] = 255;
        EventStream fall = simulate(slow, pixel(1_000, luminance));
        assertThat(fall.indexAt(10_000)).isEqualTo((int) (Math.log(256) * 0.044669 / 0.01));
    }

    @Test
    void changesDuringTheRefractoryTimeAreLostOrKept() {
        // Slope 5.545177 per 10,000 us: threshold 0.5 takes 901.68 us. Lost: an event each 901.68 + 2000 us.
        EventStream lost = simulate(config(2000, Refractory.LOST, 0, 0, 0), pixel(10_000, 0, 255));
        assertThat(times(lost)).containsExactly(901, 3803, 6705, 9606);

        // Kept: the next event as soon as the pixel is ready, since two thresholds were passed meanwhile.
        EventStream kept = simulate(config(2000, Refractory.KEPT, 0, 0, 0), pixel(10_000, 0, 255));
        assertThat(times(kept)).containsExactly(901, 2901, 4901, 6901, 8901);
    }

    @Test
    void keptChangesAreSentAfterTheSceneHasComeToRest() {
        EventStream kept = simulate(config(2000, Refractory.KEPT, 0, 0, 0), pixel(1_000, 0, 7, 7, 7, 7, 7, 7, 7, 7));

        // ln 8 = 2.079 holds four thresholds of 0.5; the first is reached at 240 us.
        assertThat(times(kept)).containsExactly(240, 2240, 4240, 6240);
    }

    @Test
    void aStillPixelSendsOnEventsAtTheLeakRate() {
        EventStream events = simulate(config(0, Refractory.LOST, 4, 0, 0), pixel(1_000_000, 50, 50, 50));

        assertThat(polarities(events)).containsOnly(1);
        assertThat(times(events)).hasSizeBetween(7, 8);
        for (int i = 0; i < 7; i++) {
            assertThat((double) events.time(i)).isCloseTo(250_000.0 * (i + 1), within(2.0));
        }
    }

    @Test
    void shotNoiseComesAtItsRateWithEqualPolaritiesAndLessAtWhite() {
        // 400 pixels, 2 s, 10 per second: 8000, standard deviation 89; at white a quarter, 2000, standard deviation 45.
        // Five of them.
        EventStream black = simulate(config(0, Refractory.LOST, 0, 10, 0.25), still(20, 0, 2_000_000));
        EventStream white = simulate(config(0, Refractory.LOST, 0, 10, 0.25), still(20, 255, 2_000_000));

        assertThat(black.size()).isBetween(7553, 8447);
        assertThat(white.size()).isBetween(1776, 2224);
        assertThat(Arrays.stream(polarities(black)).average().orElseThrow()).isCloseTo(0.5, within(0.03));
    }

    @Test
    void mismatchBelongsToTheSensorAndHasItsDeviation() {
        Config config = new Config(0.05, 0.05, 0.2, 0, 1, 0, 0, 0, 0, Refractory.KEPT, 0, 0, 0, 0);
        byte[] white = new byte[30 * 30];
        Arrays.fill(white, (byte) 255);
        Scene flash = new ImageSequence(
                List.of(new Picture(30, 30, 1, new byte[900]), new Picture(30, 30, 1, white)), 0, 1000);
        EventSimulator sensor = new EventSimulator(config, 30, 30, new Seeds(1).stream("sensor"));
        EventStream events = sensor.simulate(flash, new Seeds(1).stream("a"));

        assertThat(sensor.simulate(flash, new Seeds(2).stream("b"))).isEqualTo(events);
        double[] counts = new double[900];
        for (int i = 0; i < events.size(); i++) {
            counts[events.y(i) * 30 + events.x(i)]++;
        }
        // Counts go as 1/threshold, whose logarithm has the same deviation; its error for 900 pixels is 0.005.
        double[] logs = Arrays.stream(counts).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(logs)
                .map(log -> (log - mean) * (log - mean))
                .average()
                .orElseThrow());
        assertThat(deviation).isCloseTo(0.2, within(0.025));
        assertThat(mean).isCloseTo(Math.log(Math.log(256) / 0.05), within(0.035));
    }

    @Test
    void jitterChangesTheTimesFromRecordingToRecordingButNotTheirMean() {
        Config config = new Config(0.05, 0.05, 0, 0.1, 1, 0, 0, 0, 0, Refractory.KEPT, 0, 0, 0, 0);
        Scene scene = pixel(10_000, 0, 255);
        EventSimulator sensor = new EventSimulator(config, 1, 1, new Seeds(1).stream("sensor"));
        EventStream one = sensor.simulate(scene, new Seeds(1).stream("a"));

        assertThat(sensor.simulate(scene, new Seeds(1).stream("a"))).isEqualTo(one);
        assertThat(sensor.simulate(scene, new Seeds(1).stream("b"))).isNotEqualTo(one);
        // 110 thresholds of 10 % each: a standard deviation of one event.
        assertThat(one.size()).isBetween(105, 115);
    }

    @Test
    void aPixelMayStartAnywhereBetweenItsThresholds() {
        Config config = new Config(0.5, 0.5, 0, 0, 1, 0, 0, 0, 0, Refractory.KEPT, 0, 0, 0, 1);
        byte[] grey = new byte[50 * 50];
        Arrays.fill(grey, (byte) 1);
        Scene flash = new ImageSequence(
                List.of(new Picture(50, 50, 1, new byte[2500]), new Picture(50, 50, 1, grey)), 0, 1000);

        // d is uniform in (-0.5, 0.5), and ln 2 = 0.693 is added: 69.3 % of 2500 pixels reach 0.5, 19.3 % of them 1.0
        // as well;
        // 2215 events, standard deviation 31.
        assertThat(simulate(config, flash).size()).isBetween(2215 - 155, 2215 + 155);
    }

    @Test
    void wrongSettingsAndScenesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> Config.ideal(0, 1, 1)).hasMessageContaining("on is 0.0");
        assertThatThrownBy(() -> Config.ideal(1, 1, 0)).hasMessageContaining("background without a knee is 0.0");
        assertThatThrownBy(() -> new Config(1, 1, 0, 0, 0, 2, 0, 0, 0, Refractory.LOST, 0, 0, 0, 0))
                .hasMessageContaining("knee is 2.0");
        EventSimulator sensor = new EventSimulator(Config.DEFAULTS, 2, 2, new Seeds(1).stream("sensor"));
        assertThatThrownBy(() -> sensor.simulate(pixel(10, 1, 2), new Seeds(1).stream("a")))
                .hasMessage("scene is 1x1, must be 2x2 as the sensor is");
        assertThatThrownBy(() -> pixel(10, 1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> pixel(0, 1, 1)).hasMessage("times[1] is 0, must be greater than 0");
    }
}

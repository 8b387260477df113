package org.snn4j.data.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.Picture;
import org.snn4j.data.simulate.Motion.Pose;

class MotionTest {
    private static final Saccades STILL_START = new Saccades(
            new Saccades.Config(Saccades.Config.DEFAULTS.legs(), 315_000, Ease.MINIMUM_JERK, -3.5, -3.5, 0, 0));

    private static Motion.Path path(Motion motion) {
        return motion.path(new Seeds(1).stream("path"));
    }

    private static float[] look(Picture picture, Pose pose, View view) {
        MovingPicture moving = new MovingPicture(picture, path(constant(pose)), view);
        float[] seen = new float[view.width() * view.height()];
        moving.look(0, seen);
        return seen;
    }

    private static Motion constant(Pose pose) {
        return random -> new Motion.Path() {
            @Override
            public long duration() {
                return 1;
            }

            @Override
            public Pose at(double microseconds) {
                return pose;
            }
        };
    }

    private static Picture grey(int width, int... values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) values[i];
        }
        return new Picture(values.length / width, width, 1, pixels);
    }

    @Test
    void saccadesGoAlongTheTriangleAndComeBack() {
        Motion.Path path = path(STILL_START);

        assertThat(path.duration()).isEqualTo(315_000);
        assertThat(path.at(0)).isEqualTo(new Pose(-3.5, -3.5));
        assertThat(path.at(52_500)).isEqualTo(new Pose(-1.75, 0));
        assertThat(path.at(105_000)).isEqualTo(new Pose(0, 3.5));
        assertThat(path.at(210_000)).isEqualTo(new Pose(3.5, -3.5));
        assertThat(path.at(315_000)).isEqualTo(new Pose(-3.5, -3.5));
    }

    @Test
    void movesThatOverlapAddUpAndMayComeLate() {
        Saccades saccades = new Saccades(new Saccades.Config(
                List.of(new Saccades.Leg(0, 100, 4, 0), new Saccades.Leg(50, 100, 0, 2)),
                200,
                Ease.LINEAR,
                0,
                0,
                0,
                50));
        double delay = new Seeds(1).stream("path").doubles().skip(2).findFirst().orElseThrow() * 50;

        Pose pose = path(saccades).at(75 + delay);
        assertThat(pose.x()).isCloseTo(3, within(1e-9));
        assertThat(pose.y()).isCloseTo(0.5, within(1e-9));
        assertThat(path(saccades).at(200)).isEqualTo(new Pose(4, 2));
    }

    @Test
    void easesGoFromNothingToAllSymmetrically() {
        for (Ease ease : Ease.values()) {
            assertThat(ease.way(0)).isZero();
            assertThat(ease.way(0.5)).isCloseTo(0.5, within(1e-12));
            assertThat(ease.way(1)).isCloseTo(1, within(1e-12));
            assertThat(ease.way(0.2) + ease.way(0.8)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void wanderMovesTheWholePath() {
        Saccades saccades = new Saccades(Saccades.Config.DEFAULTS);
        Motion.Path one = saccades.path(new Seeds(1).stream("a"));
        Motion.Path other = saccades.path(new Seeds(1).stream("b"));

        double x = other.at(0).x() - one.at(0).x();
        assertThat(x).isNotZero().isBetween(-1.0, 1.0);
        assertThat(other.at(100_000).x() - one.at(100_000).x()).isCloseTo(x, within(1e-9));
    }

    @Test
    void aRandomWalkStaysInItsRangeAndIsItsOwnForEachSeed() {
        RandomWalk walk = new RandomWalk(new RandomWalk.Config(1.5, 1000, 2, 500_000));
        Motion.Path path = path(walk);

        double[] x = IntStream.range(0, 501)
                .mapToDouble(i -> path.at(1000.0 * i).x())
                .toArray();
        assertThat(x[0]).isZero();
        assertThat(Arrays.stream(x).min().orElseThrow()).isBetween(-2.0, -1.0);
        assertThat(Arrays.stream(x).max().orElseThrow()).isBetween(1.0, 2.0);
        assertThat(path.at(1500).x()).isCloseTo((x[1] + x[2]) / 2, within(1e-9));
        assertThat(path(walk).at(77_000)).isEqualTo(path.at(77_000));
        assertThat(walk.path(new Seeds(2).stream("path")).at(77_000)).isNotEqualTo(path.at(77_000));
    }

    @Test
    void translationsAndFlipsDoWhatTheySay() {
        Motion.Path path =
                path(new Flips(new Flips.Config(100_000), new Translation(new Translation.Config(100, 20, 300_000))));

        assertThat(path.at(0)).isEqualTo(new Pose(-15, -3));
        assertThat(path.at(150_000)).isEqualTo(new Pose(0, 0, true));
        assertThat(path.at(200_000).mirrored()).isFalse();
    }

    @Test
    void aPictureLiesInTheMiddleAndMovesByWholeAndHalfPixels() {
        Picture picture = grey(2, 10, 20, 30, 40);
        View view = View.of(4, 4, 1);

        assertThat(look(picture, new Pose(0, 0), view))
                .containsExactly(0, 0, 0, 0, 0, 10, 20, 0, 0, 30, 40, 0, 0, 0, 0, 0);
        assertThat(look(picture, new Pose(1, -1), view))
                .containsExactly(0, 0, 10, 20, 0, 0, 30, 40, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(look(picture, new Pose(0.5, 0), view))
                .containsExactly(0, 0, 0, 0, 0, 5, 15, 10, 0, 15, 35, 20, 0, 0, 0, 0);
        assertThat(look(picture, new Pose(0, 0, true), view))
                .containsExactly(0, 0, 0, 0, 0, 20, 10, 0, 0, 40, 30, 0, 0, 0, 0, 0);
    }

    @Test
    void aPictureIsStretchedAndShrunkByArea() {
        assertThat(look(grey(1, 8), new Pose(0, 0), View.of(3, 3, 2))).containsExactly(2, 4, 2, 4, 8, 4, 2, 4, 2);
        assertThat(look(grey(2, 10, 20, 30, 40), new Pose(0, 0), View.of(1, 1, 0.5)))
                .containsExactly(25);
        assertThat(look(grey(1, 8), new Pose(50, 0), new View(2, 1, 1, 0, 7, false, 1000)))
                .containsExactly(7, 7);
    }

    @Test
    void aNegativeIsSeenOnItsSurround() {
        assertThat(look(grey(2, 10, 20), new Pose(0, 0), new View(4, 1, 1, 0, 200, true, 1000)))
                .containsExactly(200, 245, 235, 200);
    }

    @Test
    void blurKeepsTheLightAndSpreadsIt() {
        float[] seen = look(grey(1, 200), new Pose(0, 0), new View(11, 11, 1, 1, 0, false, 1000));

        double sum = 0;
        double spread = 0;
        for (int i = 0; i < seen.length; i++) {
            sum += seen[i];
            spread += seen[i] * (i % 11 - 5) * (i % 11 - 5);
        }
        assertThat(sum).isCloseTo(200, within(0.01));
        // Cut off at three standard deviations, the variance of the kernel is a little less than 1.
        assertThat(spread / sum).isCloseTo(1, within(0.04));
    }

    @Test
    void colourPicturesAreSeenByTheirLuminance() {
        Picture red = new Picture(1, 1, 3, new byte[] {(byte) 200, 0, 0});

        assertThat(look(red, new Pose(0, 0), View.of(1, 1, 1))[0]).isCloseTo(59.8f, within(1e-4f));
    }

    @Test
    void recordingsAreTheSameForAnyNumberOfThreadsAndWhateverElseIsRecorded() {
        Picture digit = new DigitPainter(DigitPainter.Settings.DEFAULTS).paint(3, new Seeds(2).stream("picture"));
        EventSimulator sensor =
                new EventSimulator(EventSimulator.Config.DEFAULTS, 34, 34, new Seeds(1).stream("sensor"));
        PictureRecorder recorder =
                new PictureRecorder(sensor, new Saccades(Saccades.Config.DEFAULTS), View.of(34, 34, 1));

        List<EventStream> all = recorder.recordAll(8, i -> digit, new Seeds(3));

        assertThat(recorder.recordAll(2, i -> digit, new Seeds(3))).isEqualTo(all.subList(0, 2));
        assertThat(recorder.record(digit, new Seeds(3).stream("recording 7"))).isEqualTo(all.get(7));
        assertThat(all.get(0)).isNotEqualTo(all.get(1));
        assertThatThrownBy(() -> new PictureRecorder(sensor, STILL_START, View.of(30, 34, 1)))
                .hasMessage("view is 30x34, must be 34x34 as the sensor is");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Saccades.Config(
                        List.of(new Saccades.Leg(0, 100, 1, 1), new Saccades.Leg(250, 100, 1, 1)),
                        300,
                        Ease.LINEAR,
                        0,
                        0,
                        0,
                        0))
                .hasMessage("duration is 300, must be at least 350");
        assertThatThrownBy(() -> View.of(10, 10, 0)).hasMessageContaining("scale is 0.0");
        assertThatThrownBy(() -> new Flips.Config(0)).hasMessageContaining("interval is 0");
    }
}

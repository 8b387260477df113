package org.snn4j.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.CountByTime;
import org.snn4j.data.encode.EncodingContract;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.EventEncoderContract;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Interpolation;

class TransformedEncoderTest implements EventEncoderContract {
    private static final EventEncoder COUNTS =
            new CountByTime(new CountByTime.Config(3, 0, Interpolation.BILINEAR_ALIGNED));

    @Override
    public EventEncoder encoder() {
        Map<String, EventTransform> transforms = new LinkedHashMap<>();
        transforms.put("noise", new DropRandom(new DropRandom.Config(0.5)));
        transforms.put("part", new CropSensor(new CropSensor.Config(8, 6, CropSensor.Place.RANDOM)));
        return TransformedEncoder.of(transforms, COUNTS);
    }

    @Test
    void withoutTransformsItIsTheEncoder() {
        assertThat(TransformedEncoder.of(Map.of(), COUNTS)).isSameAs(COUNTS);
    }

    @Test
    void shapeFollowsTheChangedSensor() {
        assertThat(encoder().shape(12, 9)).isEqualTo(new FrameShape(3, 2, 6, 8));
        assertThat(encoder().contract().sum()).isEqualTo(EncodingContract.Sum.EVENTS_AT_MOST);
    }

    @Test
    void transformsComeInTheirOrder() {
        // rolled out of the cropped corner, or cropped away before
        EventStream corner = EventStream.of(3, 1, new int[] {2}, new int[1], new int[] {1}, new long[] {5});
        EventTransform roll = new Roll(new Roll.Config(-1, 0, Amount.FIXED));
        EventTransform crop = new CropSensor(new CropSensor.Config(1, 1, CropSensor.Place.CENTRE));
        Map<String, EventTransform> rollFirst = new LinkedHashMap<>();
        rollFirst.put("roll", roll);
        rollFirst.put("crop", crop);
        float[] frames = new float[6];
        TransformedEncoder.of(rollFirst, COUNTS).encode(corner, frames, 0);
        assertThat(frames).containsExactly(0, 0, 0, 0, 0, 1);
        Map<String, EventTransform> cropFirst = new LinkedHashMap<>();
        cropFirst.put("crop", crop);
        cropFirst.put("roll", roll);
        assertThatThrownBy(() -> TransformedEncoder.of(cropFirst, COUNTS).encode(corner, frames, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event-transforms.crop leaves 0 of 1 events, must leave at least 1");
    }

    @Test
    void drawsDependOnTheRecordingAndTheNameAlone() {
        EventTransform drop = new DropRandom(new DropRandom.Config(0.5));
        TransformedEncoder one = (TransformedEncoder) TransformedEncoder.of(Map.of("a", drop), COUNTS);
        TransformedEncoder again = (TransformedEncoder) TransformedEncoder.of(Map.of("a", drop), COUNTS);
        TransformedEncoder other = (TransformedEncoder) TransformedEncoder.of(Map.of("b", drop), COUNTS);
        EventStream first = random(1);
        EventStream second = random(2);
        EventStream changed = one.transform(first);
        one.transform(second);
        assertThat(one.transform(first)).isEqualTo(changed);
        assertThat(again.transform(first)).isEqualTo(changed);
        assertThat(other.transform(first)).isNotEqualTo(changed);
        assertThat(times(one.transform(second))).isNotEqualTo(times(changed));
    }

    private static long times(EventStream events) {
        long sum = 0;
        for (int i = 0; i < events.size(); i++) {
            sum = 31 * sum + events.time(i);
        }
        return sum;
    }

    /** The same times for every seed. */
    private static EventStream random(int seed) {
        RandomGenerator random = new Seeds(seed).stream("events");
        EventColumns columns = new EventColumns(0);
        for (int i = 0; i < 100; i++) {
            columns.add(random.nextInt(5), random.nextInt(5), random.nextInt(2), 10L * i);
        }
        return columns.toStream(5, 5);
    }
}

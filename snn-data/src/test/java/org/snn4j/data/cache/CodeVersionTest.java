package org.snn4j.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.encode.BinaryByNumber;
import org.snn4j.data.encode.BinaryByTime;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.CountByTime;
import org.snn4j.data.encode.CountByTimeTonic;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.split.Digest;

/** Frames that are kept between versions of the code must be those that the present code makes. */
class CodeVersionTest {
    private static EventStream recording() {
        RandomGenerator random = new Seeds(11).stream("events");
        EventColumns columns = new EventColumns(5000);
        long time = 100;
        for (int i = 0; i < 5000; i++) {
            time += random.nextInt(120);
            columns.add(random.nextInt(34), random.nextInt(34), random.nextInt(2), time);
        }
        return columns.toStream(34, 34);
    }

    /** If this fails because frames were meant to change, count up {@link Recipe#CODE_VERSION} and put the new digest here. */
    @Test
    void theFramesOfThisVersionAreThese() {
        Digest digest = new Digest();
        for (EventEncoder encoder : new EventEncoder[] {
            new CountByNumber(CountByNumber.Config.DEFAULTS),
            new CountByTime(CountByTime.Config.DEFAULTS),
            new CountByTimeTonic(CountByTimeTonic.Config.DEFAULTS),
            new BinaryByNumber(new BinaryByNumber.Config(
                    10, 0, BinaryByNumber.Resize.CHANNEL_WISE, BinaryByNumber.EmptySlice.ZERO)),
            new BinaryByTime(BinaryByTime.Config.DEFAULTS)
        }) {
            float[] frames = new float[encoder.shape(34, 34).length()];
            encoder.encode(recording(), frames, 0);
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * frames.length);
            bytes.asFloatBuffer().put(frames);
            digest.add(encoder.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8))
                    .add(bytes.array());
        }

        assertThat("version " + Recipe.CODE_VERSION + ": " + digest.hex())
                .isEqualTo("version 1: 500714cb550cbeda11c84f506b15b717da61dc54c8a61eeb10f836d1d5dc328e");
    }
}

package org.snn4j.data.transform;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.encode.EncodingContract;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.resize.Size;
import org.snn4j.data.split.Digest;

/**
 * An encoder of recordings that are changed first.
 *
 * <p>Frames are prepared once and shown many times, so a transform that draws is no augmentation here: it draws once for each recording, from a
 * stream named by the SHA-256 of the recording's events and the transform's name, and the same recording always gives the same frames, whatever the
 * run's seed, the order of reading and the number of threads. Changes that are new at each visit are {@link
 * org.snn4j.data.augment.FrameAugmentation}s.
 */
public final class TransformedEncoder implements EventEncoder {
    /** Root of all draws: one for all runs, so that prepared frames can be shared between them. */
    private static final long ROOT = 0;

    private static final int EVENT_BYTES = 2 * Short.BYTES + 1 + Long.BYTES;

    private final Map<String, EventTransform> transforms;
    private final EventEncoder encoder;
    private final boolean random;

    private TransformedEncoder(Map<String, EventTransform> transforms, EventEncoder encoder) {
        this.transforms = Collections.unmodifiableMap(new LinkedHashMap<>(transforms));
        this.encoder = encoder;
        random = transforms.values().stream().anyMatch(EventTransform::random);
    }

    /**
     * An encoder behind some transforms; the encoder itself if there are none.
     *
     * @param transforms by name, in the order in which they are applied
     */
    public static EventEncoder of(Map<String, EventTransform> transforms, EventEncoder encoder) {
        return transforms.isEmpty() ? encoder : new TransformedEncoder(transforms, encoder);
    }

    /**
     * The changed recording.
     *
     * @param events recording with at least one event
     * @throws IllegalArgumentException if a transform leaves nothing, naming it
     */
    public EventStream transform(EventStream events) {
        Seeds seeds = new Seeds(ROOT).child("event-transforms/" + (random ? digest(events) : "none"));
        EventStream changed = events;
        for (Map.Entry<String, EventTransform> transform : transforms.entrySet()) {
            RandomGenerator draws = seeds.stream(transform.getKey());
            EventStream before = changed;
            changed = transform.getValue().apply(before, draws);
            if (changed.size() == 0) {
                throw new IllegalArgumentException("event-transforms." + transform.getKey() + " leaves 0 of "
                        + before.size() + " events, must leave at least 1");
            }
        }
        return changed;
    }

    private static String digest(EventStream events) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(events.size(), EVENT_BYTES));
        for (int i = 0; i < events.size(); i++) {
            bytes.putShort((short) events.x(i)).putShort((short) events.y(i));
            bytes.put((byte) events.polarity(i)).putLong(events.time(i));
        }
        return Digest.of(bytes.array());
    }

    @Override
    public int steps() {
        return encoder.steps();
    }

    @Override
    public FrameShape shape(int sensorWidth, int sensorHeight) {
        Size sensor = new Size(sensorHeight, sensorWidth);
        for (EventTransform transform : transforms.values()) {
            sensor = transform.sensor(sensor);
        }
        return encoder.shape(sensor.width(), sensor.height());
    }

    /** Of the recording as it was: a transform may have taken events from it or changed their polarity. */
    @Override
    public EncodingContract contract() {
        return encoder.contract().ofChangedRecording();
    }

    @Override
    public void encode(EventStream events, float[] target, int offset) {
        encoder.encode(events.size() == 0 ? events : transform(events), target, offset);
    }
}

package org.snn4j.data.encode;

import org.snn4j.core.Check;

/**
 * What the frames of an encoder mean, in a form that programs can read. The values are those of [T, C, H, W] in row-major order, rows from the
 * top, columns from the left.
 *
 * <p>Every statement holds for every recording that the encoder does not refuse, so an encoder that resizes its frames promises no
 * sum. {@code EventEncoderContract} checks it on random recordings.
 *
 * @param channels what the channels of a frame are
 * @param unit what a value is
 * @param sum what the sum of all values tells of the recording
 * @param lowest no value is below it
 * @param highest no value is above it; infinite if only the number of events limits it
 * @param whole true if every value is a whole number (an event count, a mark), which caches keep in a byte where it is at most 255
 */
public record EncodingContract(Channels channels, Unit unit, Sum sum, double lowest, double highest, boolean whole) {
    /** Order of the axes of all encoders: time step, channel, row, column. */
    public static final String AXES = "[T, C, H, W]";

    /** What the channels of a frame are. */
    public enum Channels {
        /** Two: 0 = OFF, 1 = ON. */
        POLARITY,
        /** Several frames of two polarities each, in order of time: channel 2k = OFF, 2k + 1 = ON of the k-th. */
        SUB_FRAMES,
        /** One: ON events count positive, OFF events negative. */
        SIGNED;

        /** True if events of polarity p touch only channels c with c mod 2 = p. */
        public boolean separatesPolarities() {
            return this != SIGNED;
        }
    }

    /** What a value is. */
    public enum Unit {
        /** Number of events, or a share of it where frames are resized or events are divided among steps. */
        EVENTS,
        /** 1 where there was an event, else 0. */
        MARK,
        /** Part of the largest value that the frame could or does have. */
        FRACTION,
        /** Decayed age of events: 1 for an event of this moment, towards 0 with its age; 0 where there was none. */
        DECAY,
        /** Time of events as a part of the recording's duration, summed over events. */
        TIME
    }

    /** What the sum of all values tells of the recording. */
    public enum Sum {
        /** It is the number of events. */
        EVENTS,
        /** It is at most the number of events. */
        EVENTS_AT_MOST,
        /** It is the number of ON events less the number of OFF events. */
        ON_MINUS_OFF,
        /** Nothing. */
        NONE
    }

    public EncodingContract {
        Check.notNull(channels, "channels");
        Check.notNull(unit, "unit");
        Check.notNull(sum, "sum");
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("lowest is " + lowest + ", must be at most highest, " + highest);
        }
    }

    /** Event counts of two polarities. */
    public static EncodingContract counts(Sum sum) {
        return new EncodingContract(Channels.POLARITY, Unit.EVENTS, sum, 0, Double.POSITIVE_INFINITY, true);
    }

    /** Marks of two polarities, at most one for each event. */
    public static EncodingContract marks() {
        return new EncodingContract(Channels.POLARITY, Unit.MARK, Sum.EVENTS_AT_MOST, 0, 1, true);
    }

    /** The same after interpolation between neighbouring pixels: values stay in their range, all else is lost. */
    public EncodingContract resized() {
        return new EncodingContract(channels, unit, Sum.NONE, lowest, highest, false);
    }

    /** The same for a recording from which events were taken, or whose polarity was changed, before it was encoded. */
    public EncodingContract ofChangedRecording() {
        Sum left = sum == Sum.EVENTS || sum == Sum.EVENTS_AT_MOST ? Sum.EVENTS_AT_MOST : Sum.NONE;
        return new EncodingContract(channels, unit, left, lowest, highest, whole);
    }
}

package org.snn4j.data.nd4j;

import org.snn4j.data.FrameShape;

/** Shape of a batch of N samples of frames [T, C, H, W]; values and their order in memory are the same in all. */
public enum FrameAxes {
    /** [N, T, C, H, W]. */
    STEPS {
        @Override
        long[] shape(int samples, FrameShape frames) {
            return new long[] {samples, frames.steps(), frames.channels(), frames.height(), frames.width()};
        }
    },
    /** [N, T*C, H, W], channels of the first step first: for layers that know pictures and no time. */
    STEPS_AS_CHANNELS {
        @Override
        long[] shape(int samples, FrameShape frames) {
            int channels = Math.multiplyExact(frames.steps(), frames.channels());
            return new long[] {samples, channels, frames.height(), frames.width()};
        }
    },
    /** [N, T*C*H*W]: for fully connected layers. */
    FLAT {
        @Override
        long[] shape(int samples, FrameShape frames) {
            return new long[] {samples, frames.length()};
        }
    };

    /** Shape of the array of a batch. */
    abstract long[] shape(int samples, FrameShape frames);
}

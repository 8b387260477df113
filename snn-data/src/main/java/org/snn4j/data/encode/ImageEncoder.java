package org.snn4j.data.encode;

import org.snn4j.data.image.Picture;

/** Turns a still image into one frame; the frame is shown at every time step. */
public interface ImageEncoder {
    /** Channels of a frame; 2 where the image takes the place of an event frame. */
    int channels();

    /**
     * Encodes one image to the size of the event frames.
     *
     * @param height rows of the frame
     * @param width columns of the frame
     * @return a new frame [channels, height, width] in row-major order
     * @throws IllegalArgumentException if the image cannot be brought to this size or number of channels
     */
    float[] frame(Picture picture, int height, int width);
}

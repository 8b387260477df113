package org.snn4j.data.simulate;

import java.util.List;
import org.snn4j.data.image.Picture;

/** Pictures as large as the sensor, each with its time: the frames of a film, or of a rendered scene. */
public final class ImageSequence implements Scene {
    private final List<Picture> pictures;
    private final long[] times;

    /**
     * @param pictures at least two, of one size
     * @param times microseconds, one per picture; 0 first, then increasing
     */
    public ImageSequence(List<Picture> pictures, long... times) {
        if (pictures.size() < 2 || pictures.size() != times.length) {
            throw new IllegalArgumentException("pictures has " + pictures.size() + " elements and times " + times.length
                    + ", must be as many as the other and at least 2");
        }
        for (int i = 0; i < times.length; i++) {
            if (i == 0 ? times[0] != 0 : times[i] <= times[i - 1]) {
                throw new IllegalArgumentException("times[" + i + "] is " + times[i] + ", must be "
                        + (i == 0 ? "0" : "greater than " + times[i - 1]));
            }
            Picture picture = pictures.get(i);
            Picture first = pictures.get(0);
            if (picture.height() != first.height() || picture.width() != first.width()) {
                throw new IllegalArgumentException(
                        "pictures[" + i + "] is " + picture + ", must be as large as " + first);
            }
        }
        this.pictures = List.copyOf(pictures);
        this.times = times.clone();
    }

    @Override
    public int width() {
        return pictures.get(0).width();
    }

    @Override
    public int height() {
        return pictures.get(0).height();
    }

    @Override
    public int samples() {
        return times.length;
    }

    @Override
    public long time(int sample) {
        return times[sample];
    }

    @Override
    public void look(int sample, float[] target) {
        float[] luminance = Luminance.of(pictures.get(sample));
        System.arraycopy(luminance, 0, target, 0, luminance.length);
    }
}

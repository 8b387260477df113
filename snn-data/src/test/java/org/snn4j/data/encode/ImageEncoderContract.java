package org.snn4j.data.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Seeds;
import org.snn4j.data.image.Picture;

/**
 * What every {@link ImageEncoder} must hold. Implement it in a test class of your own:
 * {@code class MyEncoderTest implements ImageEncoderContract { public ImageEncoder encoder() { ... } }}.
 */
public interface ImageEncoderContract {
    /** Rows of the frames that the suite asks for. */
    int HEIGHT = 12;
    /** Columns of the frames that the suite asks for. */
    int WIDTH = 15;

    /** The encoder under test. */
    ImageEncoder encoder();

    @Test
    default void frameHasTheSizeAskedForAndItsChannels() {
        for (Picture picture : new Picture[] {noise(8, 10, 1), noise(HEIGHT, WIDTH, 1)}) {
            assertThat(encoder().frame(picture, HEIGHT, WIDTH))
                    .hasSize(encoder().channels() * HEIGHT * WIDTH);
        }
    }

    @Test
    default void valuesAreFiniteAndNotAllEqual() {
        float[] frame = encoder().frame(noise(8, 10, 1), HEIGHT, WIDTH);
        float largest = Float.NEGATIVE_INFINITY;
        float smallest = Float.POSITIVE_INFINITY;
        for (float value : frame) {
            assertThat(value).isFinite();
            largest = Math.max(largest, value);
            smallest = Math.min(smallest, value);
        }
        assertThat(largest).isGreaterThan(smallest);
    }

    @Test
    default void sameImageGivesTheSameFrameAndIsNotChanged() {
        Picture picture = noise(8, 10, 1);
        byte[] before = picture.pixels().clone();
        float[] first = encoder().frame(picture, HEIGHT, WIDTH);
        assertThat(encoder().frame(picture, HEIGHT, WIDTH)).isEqualTo(first).isNotSameAs(first);
        assertThat(picture.pixels()).isEqualTo(before);
    }

    @Test
    default void anImageOfTheSameSizeIsNotResized() {
        Picture flat = new Picture(HEIGHT, WIDTH, 1, new byte[HEIGHT * WIDTH]);
        float background = encoder().frame(flat, HEIGHT, WIDTH)[0];
        byte[] pixels = new byte[HEIGHT * WIDTH];
        pixels[WIDTH + 1] = (byte) 255;
        float[] frame = encoder().frame(new Picture(HEIGHT, WIDTH, 1, pixels), HEIGHT, WIDTH);
        for (int i = 0; i < HEIGHT * WIDTH; i++) {
            assertThat(frame[i] != background)
                    .as("pixel " + i + " differs from black")
                    .isEqualTo(i == WIDTH + 1);
        }
    }

    private static Picture noise(int height, int width, int channels) {
        RandomGenerator random = new Seeds(1).stream("picture");
        byte[] pixels = new byte[height * width * channels];
        random.nextBytes(pixels);
        return new Picture(height, width, channels, pixels);
    }
}

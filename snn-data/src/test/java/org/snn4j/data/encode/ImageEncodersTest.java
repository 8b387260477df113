package org.snn4j.data.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.snn4j.data.image.Picture;

/** Hand-computed values on pictures of one or two pixels. */
class ImageEncodersTest {
    /** Left pixel red 255, green 51, blue 0; right pixel red 0, green 102, blue 204. */
    private static final Picture COLOURS = new Picture(1, 2, 3, new byte[] {(byte) 255, 51, 0, 0, 102, (byte) 204});

    private static final Picture GREY = new Picture(1, 2, 1, new byte[] {0, (byte) 255});
    private static final Offset<Float> EXACT = Offset.offset(1e-6f);

    @Test
    void valueIsTheLargestOfRedGreenAndBlueInBothPolarities() {
        float[] frame = new VChannel(VChannel.Config.DEFAULTS).frame(COLOURS, 1, 2);

        assertThat(frame).containsExactly(new float[] {1f, 0.8f, 1f, 0.8f}, EXACT);
    }

    @Test
    void resizingBeforeOrAfterTheValueDiffersAtAColouredEdge() {
        // Halved to one pixel. Before: means are red 128, green 77, blue 102 (rounded), value 128/255. After: mean of 1
        // and 0.8.
        Picture edge = COLOURS;
        float[] first = new VChannel(new VChannel.Config(Fit.RESIZE, VChannel.Order.RESIZE_FIRST)).frame(edge, 1, 1);
        float[] last = new VChannel(new VChannel.Config(Fit.RESIZE, VChannel.Order.VALUE_FIRST)).frame(edge, 1, 1);

        assertThat(first[0]).isCloseTo(128 / 255f, EXACT);
        assertThat(last[0]).isCloseTo(0.9f, EXACT);
    }

    @Test
    void blueIsTheLastChannelAndGreyStaysGrey() {
        BlueChannel encoder = new BlueChannel(BlueChannel.Config.DEFAULTS);

        assertThat(encoder.frame(COLOURS, 1, 2)).containsExactly(new float[] {0, 0.8f, 0, 0.8f}, EXACT);
        assertThat(encoder.frame(GREY, 1, 2)).containsExactly(new float[] {0, 1, 0, 1}, EXACT);
    }

    @Test
    void repeatNormalisesEachChannel() {
        Repeat encoder = new Repeat(new Repeat.Config(Fit.RESIZE, 3, List.of(0.5, 0.2, 0.0), List.of(0.25, 0.5, 1.0)));

        // (1-0.5)/0.25, (0-0.5)/0.25; (0.2-0.2)/0.5, (0.4-0.2)/0.5; 0, 0.8
        assertThat(encoder.frame(COLOURS, 1, 2)).containsExactly(new float[] {2, -2, 0, 0.4f, 0, 0.8f}, EXACT);
    }

    @Test
    void repeatCopiesGreyToEveryChannel() {
        Repeat encoder = new Repeat(new Repeat.Config(Fit.RESIZE, 2, List.of(), List.of()));

        assertThat(encoder.channels()).isEqualTo(2);
        assertThat(encoder.frame(GREY, 1, 2)).containsExactly(0, 1, 0, 1);
    }

    @Test
    void colourImagesNeedThreeChannels() {
        Repeat encoder = new Repeat(new Repeat.Config(Fit.RESIZE, 2, List.of(), List.of()));

        assertThatThrownBy(() -> encoder.frame(COLOURS, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channels is 2, must be 3 for colour images");
    }

    @Test
    void paddingCentresTheImageOnBlack() {
        VChannel encoder = new VChannel(new VChannel.Config(Fit.PAD, VChannel.Order.RESIZE_FIRST));

        // One row above and one below; of the odd margin of three columns one is on the left.
        float[] frame = encoder.frame(new Picture(1, 1, 1, new byte[] {51}), 3, 4);
        assertThat(Arrays.copyOf(frame, 12))
                .containsExactly(new float[] {0, 0, 0, 0, 0, 0.2f, 0, 0, 0, 0, 0, 0}, EXACT);
    }

    @Test
    void paddingToASmallerSizeIsRefused() {
        VChannel encoder = new VChannel(new VChannel.Config(Fit.PAD, VChannel.Order.RESIZE_FIRST));

        assertThatThrownBy(() -> encoder.frame(COLOURS, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1x2 pixels cannot be padded to 1x1");
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Repeat.Config(Fit.RESIZE, 4, List.of(), List.of()))
                .hasMessageContaining("channels is 4");
        assertThatThrownBy(() -> new Repeat.Config(Fit.RESIZE, 3, List.of(0.5), List.of()))
                .hasMessage("mean has 1 values, must have 3 or none");
        assertThatThrownBy(() -> new Repeat.Config(Fit.RESIZE, 1, List.of(), List.of(0.0)))
                .hasMessageContaining("std is 0.0");
        assertThatThrownBy(() -> new Repeat.Config(Fit.RESIZE, 1, List.of(Double.NaN), List.of()))
                .hasMessageContaining("mean is NaN");
        assertThatThrownBy(() -> new VChannel.Config(null, VChannel.Order.VALUE_FIRST))
                .hasMessage("fit is missing");
    }
}

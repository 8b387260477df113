package org.snn4j.data.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.snn4j.data.encode.CountByNumber;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.event.EventStream;

class RecordingPageTest {
    private static final EventStream EVENTS =
            EventStream.of(4, 3, new int[] {0, 3, 3, 3}, new int[] {0, 2, 2, 1}, new int[] {0, 1, 1, 0}, new long[] {
                1000, 2000, 2500, 11000
            });

    @Test
    void factsAreThoseCountedByHand() {
        RecordingFacts facts = RecordingFacts.of(EVENTS);
        assertThat(facts.events()).isEqualTo(4);
        assertThat(facts.seconds()).isEqualTo(0.01);
        assertThat(facts.on()).isEqualTo(0.5);
        assertThat(facts.active()).isEqualTo(3 / 12.0);
        assertThat(facts.busiest()).isEqualTo(2);
        assertThat(facts.busiestX()).isEqualTo(3);
        assertThat(facts.busiestY()).isEqualTo(2);
        assertThat(facts.entries()).extracting(RecordingFacts.Entry::value).contains("400 events a second", "50.0 %");
    }

    @Test
    void rateCountsEveryEventOnce() {
        assertThat(RecordingPictures.rate(EVENTS, 5)).containsExactly(3, 0, 0, 0, 1);
    }

    @Test
    void rasterHasADotForEachEventInItsColour() {
        BufferedImage picture = RecordingPictures.raster(EVENTS, false, 11, 4);
        assertThat(picture.getRGB(0, 0)).isEqualTo(Colours.mix(0, 0.7));
        assertThat(picture.getRGB(1, 3)).isEqualTo(Colours.mix(0.85, 0));
        assertThat(picture.getRGB(10, 3)).isEqualTo(Colours.mix(0, 0.7));
        assertThat(picture.getRGB(5, 2)).isEqualTo(Colours.GROUND);
    }

    @Test
    void animationHasAllItsFrames() throws IOException {
        List<BufferedImage> pictures = RecordingPictures.frames(EVENTS, 5);
        assertThat(pictures.get(0).getRGB(0, 0)).isNotEqualTo(Colours.GROUND);
        assertThat(pictures.get(3).getRGB(3, 1)).isEqualTo(Colours.GROUND);
        byte[] gif = PictureBytes.gif(pictures, 10);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(5);
        }
        reader.dispose();
    }

    @Test
    void pageHasFactsPicturesAndFramesAndNeedsNothingElse() {
        String page = new RecordingPage(Map.of("count-by-number", new CountByNumber(CountByNumber.Config.DEFAULTS)))
                .html("a<b>.bin", EVENTS);
        assertThat(page)
                .contains(
                        "a&lt;b&gt;.bin",
                        "<polyline",
                        "data:image/gif;base64,",
                        "data:image/png;base64,",
                        "count-by-number")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void encoderThatRefusesIsShownWithItsReason() {
        EventEncoder refusing = mock(EventEncoder.class);
        when(refusing.shape(2, 2)).thenThrow(new IllegalArgumentException("too short"));
        EventStream one = EventStream.of(2, 2, new int[1], new int[1], new int[1], new long[1]);
        String page = new RecordingPage(Map.of("refusing", refusing)).html("x", one);
        assertThat(page.contains("refuses this recording: too short")).isTrue();
    }

    @Test
    void emptyRecordingIsRefused() {
        EventStream none = EventStream.of(2, 2, new int[0], new int[0], new int[0], new long[0]);
        assertThat(RecordingFacts.of(none).entries())
                .extracting(RecordingFacts.Entry::value)
                .contains("-");
        assertThatThrownBy(() -> RecordingPictures.rate(none, 3)).hasMessageContaining("0 events");
    }
}

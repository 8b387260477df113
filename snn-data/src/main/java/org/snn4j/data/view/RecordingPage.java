package org.snn4j.data.view;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snn4j.core.Check;
import org.snn4j.data.encode.EncodingContract;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.event.EventStream;

/** A recording as one HTML page that needs nothing else: facts, rasters, rate over time, an animation, and the frames of encoders. Immutable. */
public final class RecordingPage {
    private static final int RASTER_WIDTH = 900;
    private static final int RASTER_HEIGHT = 220;
    private static final int PARTS = 120;
    private static final int MOVING = 30;
    private static final int LARGEST_SIDE = 340;
    private static final int MOST_PICTURES = 16;
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --text: #1b1d21; --ground: #ffffff; --line: #c9ccd2; --soft: #5b6068; }
            @media (prefers-color-scheme: dark) { :root { --text: #e6e8eb; --ground: #101215; --line: #3a3f47; --soft: #9aa1ab; } }
            body { font: 15px/1.45 system-ui, sans-serif; color: var(--text); background: var(--ground); max-width: 940px; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 1.4em; overflow-wrap: anywhere; } h2 { font-size: 1.1em; margin-top: 2em; }
            table { border-collapse: collapse; } th, td { text-align: left; padding: .15em 1.2em .15em 0; font-weight: normal; }
            th, figcaption, .soft { color: var(--soft); } figure { margin: .8em 0; } img { image-rendering: pixelated; max-width: 100%; border: 1px solid var(--line); }
            .strip { display: flex; flex-wrap: wrap; gap: 4px; } svg { width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 12px; }
            .on { color: #2f7fe0; } .off { color: #e0662f; } @media print { body { max-width: none; } }
            """;

    private final Map<String, EventEncoder> encoders;

    /** @param encoders encoders whose frames are shown, by name, in their order */
    public RecordingPage(Map<String, EventEncoder> encoders) {
        this.encoders = new LinkedHashMap<>(Check.notNull(encoders, "encoders"));
    }

    /**
     * The page.
     *
     * @param title what people call the recording, for instance its file
     * @param recording at least one event
     */
    public String html(String title, EventStream recording) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title>\n<meta name=\"viewport\" content=\"width=device-width\"><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escaped(title))
                .append(
                        "</h1>\n<p class=\"soft\"><span class=\"on\">&#9632;</span> ON &nbsp; <span class=\"off\">&#9632;</span> OFF</p>\n<table>");
        for (RecordingFacts.Entry entry : RecordingFacts.of(recording).entries()) {
            page.append("<tr><th>")
                    .append(escaped(entry.name()))
                    .append("</th><td>")
                    .append(escaped(entry.value()))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
        animation(page, recording);
        rasters(page, recording);
        rate(page, recording);
        frames(page, recording);
        return page.append("</body></html>\n").toString();
    }

    private static void animation(StringBuilder page, EventStream recording) {
        int times = times(recording.width(), recording.height(), LARGEST_SIDE);
        List<BufferedImage> pictures = RecordingPictures.frames(recording, MOVING).stream()
                .map(picture -> PictureBytes.enlarged(picture, times))
                .toList();
        page.append("<h2>Events in motion</h2>\n");
        figure(
                page,
                PictureBytes.address("gif", PictureBytes.gif(pictures, 10)),
                "animation",
                String.format(
                        Locale.ROOT,
                        "%d frames of %.2f ms, slowed down",
                        MOVING,
                        RecordingFacts.of(recording).seconds() * 1000 / MOVING));
    }

    private static void rasters(StringBuilder page, EventStream recording) {
        page.append("<h2>Event raster</h2>\n");
        for (boolean rows : new boolean[] {false, true}) {
            BufferedImage picture = RecordingPictures.raster(recording, rows, RASTER_WIDTH, RASTER_HEIGHT);
            figure(
                    page,
                    PictureBytes.address("png", PictureBytes.png(picture)),
                    "raster",
                    String.format(
                            Locale.ROOT,
                            "%s (top 0, bottom %d) against time (%.3f s)",
                            rows ? "row" : "column",
                            (rows ? recording.height() : recording.width()) - 1,
                            RecordingFacts.of(recording).seconds()));
        }
    }

    private static void rate(StringBuilder page, EventStream recording) {
        int[] counts = RecordingPictures.rate(recording, PARTS);
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double seconds = RecordingFacts.of(recording).seconds();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < PARTS; i++) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", 60 + (i + 0.5) * 830.0 / PARTS, 180 - 160.0 * counts[i] / most));
        }
        page.append(
                        "<h2>Rate over time</h2>\n<svg viewBox=\"0 0 900 210\" role=\"img\" aria-label=\"events a second over time\">")
                .append("<path d=\"M60 20V180H890\" fill=\"none\" stroke=\"var(--line)\"/>")
                .append("<polyline fill=\"none\" stroke=\"#2f7fe0\" stroke-width=\"1.5\" points=\"")
                .append(points.toString().strip())
                .append("\"/>")
                .append(String.format(
                        Locale.ROOT,
                        "<text x=\"0\" y=\"14\">%,.0f events/s</text><text x=\"60\" y=\"200\">0 s</text><text x=\"890\" y=\"200\" text-anchor=\"end\">%.3f s</text></svg>%n",
                        seconds > 0 ? most * PARTS / seconds : most,
                        seconds));
    }

    private void frames(StringBuilder page, EventStream recording) {
        encoders.forEach((name, encoder) -> {
            page.append("<h2>").append(escaped(name)).append("</h2>\n");
            List<BufferedImage> pictures;
            try {
                pictures = RecordingPictures.encoded(recording, encoder);
            } catch (IllegalArgumentException | ArithmeticException e) {
                page.append("<p class=\"soft\">refuses this recording: ")
                        .append(escaped(String.valueOf(e.getMessage())))
                        .append("</p>\n");
                return;
            }
            EncodingContract contract = encoder.contract();
            page.append("<div class=\"strip\">");
            pictures.stream().limit(MOST_PICTURES).forEach(picture -> page.append("<img alt=\"frame\" src=\"")
                    .append(PictureBytes.address(
                            "png",
                            PictureBytes.png(PictureBytes.enlarged(
                                    picture, times(picture.getWidth(), picture.getHeight(), 110)))))
                    .append("\">"));
            page.append("</div><p class=\"soft\">")
                    .append(pictures.size())
                    .append(
                            pictures.size() > MOST_PICTURES
                                    ? " frames, the first " + MOST_PICTURES + " shown; "
                                    : " frames; ")
                    .append(escaped(words(contract)))
                    .append("</p>\n");
        });
    }

    private static String words(EncodingContract contract) {
        return "channels " + word(contract.channels()) + ", unit " + word(contract.unit()) + ", sum of all values "
                + word(contract.sum());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int times(int width, int height, int side) {
        return Math.max(1, side / Math.max(width, height));
    }

    private static void figure(StringBuilder page, String address, String alternative, String caption) {
        page.append("<figure><img alt=\"")
                .append(alternative)
                .append("\" src=\"")
                .append(address)
                .append("\"><figcaption>")
                .append(escaped(caption))
                .append("</figcaption></figure>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

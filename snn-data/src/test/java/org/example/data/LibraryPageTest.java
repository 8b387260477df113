package org.example.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventWriter;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.Sensor;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.format.prophesee.Evt2Format;
import org.snn4j.data.image.Picture;
import org.snn4j.data.simulate.DigitPainter;
import org.snn4j.data.simulate.SaccadeSensor;
import org.snn4j.data.simulate.SimulatedFolder;

/** The programs of docs/data-library.md are the ones in this folder, and do what the page says they print. */
class LibraryPageTest {
    private static final Path PAGE = Path.of(System.getProperty("snn4j.root", ".."), "docs", "data-library.md");
    private static final Pattern PROGRAM = Pattern.compile("(?s)<!-- program (\\w+) -->\n```java\n(.*?)```\n");

    @TempDir
    private Path folder;

    private interface Program {
        void main(String[] arguments) throws Exception;
    }

    private static String printed(Program program, Object... arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.main(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /** A ring, recorded by the simulated sensor. */
    private static EventStream recording(int number) {
        byte[] pixels = new byte[28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            double distance = Math.hypot(i % 28 - 13.5, i / 28 - 13.5);
            pixels[i] = (byte) (Math.abs(distance - 6 - number) < 2 ? 255 : 0);
        }
        Seeds seeds = new Seeds(1);
        return new SaccadeSensor(SaccadeSensor.Settings.DEFAULTS, seeds.stream("sensor"))
                .record(new Picture(28, 28, 1, pixels), seeds.stream("recording " + number));
    }

    private Path write(String name, RecordingFormat format, EventStream events) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (EventWriter writer = format.create(file, new Sensor(events.width(), events.height()))) {
            writer.write(events);
            writer.commit();
        }
        return file;
    }

    @Test
    void aRecordingIsReadAndFramed() throws Exception {
        EventStream events = recording(0);
        Path file = write("ring.raw", new Evt2Format(), events);

        assertThat(printed(ReadRecording::main, file)).isEqualTo(events.size() + " events in 10 frames of 34x34");
    }

    @Test
    void aLongRecordingIsFramedWindowByWindow() throws Exception {
        EventStream events = recording(0);
        Path file = write("ring.raw", new Evt2Format(), events);
        int most = 0;
        long start = 0;
        for (long from = events.firstTime(); from <= events.lastTime(); from += 10_000) {
            int inside = events.indexAt(from + 10_000) - events.indexAt(from);
            if (inside > most) {
                most = inside;
                start = from;
            }
        }

        assertThat(printed(FrameLongRecording::main, file)).isEqualTo(most + " events from " + start + " us on");
    }

    @Test
    void aFolderIsPreparedOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            write("data/" + i % 3 + "/" + i + ".bin", new AtisFormat(), recording(i % 3));
        }
        String first = printed(PrepareFolder::main, folder.resolve("data"), folder.resolve("cache"));

        assertThat(first).isEqualTo("12 recordings of 3 classes; a batch is [8, 10, 2, 34, 34]");
        assertThat(printed(PrepareFolder::main, folder.resolve("data"), folder.resolve("cache")))
                .isEqualTo(first);
    }

    @Test
    void recordingsComeWithImagesOfTheirClass() throws Exception {
        SimulatedFolder.Content content = new SimulatedFolder.Content(
                10, 10, 20, 1, DigitPainter.Settings.DEFAULTS, SaccadeSensor.Settings.DEFAULTS);
        Path data = SimulatedFolder.in(folder, content);

        assertThat(printed(PairImages::main, data))
                .isEqualTo("recordings [4, 20, 34, 34], images [4, 20, 34, 34], 10 classes");
    }

    @Test
    void thePageHasTheseProgramsWordForWord() throws IOException {
        String page = Files.readString(PAGE);
        Matcher programs = PROGRAM.matcher(page);
        List<String> names = new ArrayList<>();
        while (programs.find()) {
            names.add(programs.group(1));
            assertThat(programs.group(2)).as(programs.group(1)).isEqualTo(source(programs.group(1)));
        }

        assertThat(names).containsExactly("ReadRecording", "FrameLongRecording", "PrepareFolder", "PairImages");
    }

    /** A program without its package. */
    private static String source(String name) throws IOException {
        String text = Files.readString(Path.of("src/test/java/org/example/data", name + ".java"));
        return text.substring(text.indexOf("import "));
    }
}

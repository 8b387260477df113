package org.snn4j.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.RecordedData;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;

/**
 * What holds for every format: what is written is read back, chunks make up the whole, and no bytes whatever do harm.
 *
 * <p>{@code -Dsnn4j.mutations=200000} sets how many random changes of each file are tried, {@value #MUTATIONS} without it, and a tenth of a real recording's; with
 * {@code -Dsnn4j.write-docs=true} the numbers go to {@link MutationPage}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
public abstract class RecordingFormatContract {
    private static final String TRIED = "snn4j.mutations";
    private static final int MUTATIONS = 2000;
    private static final int SMALL = 24;
    /** Enough for a reader that decodes parts in several threads. */
    private static final int LARGE = 100_000;

    private static final int PIECE = 1000;
    private static final int HEAD = 192;
    private static final byte[] EXTREMES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff};
    /** Most of a real recording that is changed at random: whole ones would take hours. */
    private static final int PART = 1 << 15;

    @TempDir(factory = MemoryFolder.class)
    protected Path folder;

    /** The format under test. */
    protected abstract RecordingFormat format();

    /** A sensor that the format has. */
    protected Sensor sensor() {
        return new Sensor(34, 34);
    }

    /** True if files state their sensor. */
    protected boolean statesSensor() {
        return true;
    }

    /** True if the content of a file of so many events cannot be that of another format. */
    protected boolean recognisable(int events) {
        return true;
    }

    /** Events that a byte of a file can hold at most. */
    protected int eventsPerByte() {
        return 1;
    }

    /** Damaged files of many events to read; more where several threads read them. */
    protected int largeDamages() {
        return 4;
    }

    /** Real recordings of the format in the folder of recorded data. */
    protected List<String> recordings() {
        return List.of();
    }

    /** A recording that the format can hold. */
    protected EventStream events(int count) {
        return RandomEvents.of(count, sensor().width(), sensor().height(), 300, 90);
    }

    /** Bytes of a small file; of one that is written, if the format can be written. */
    protected byte[] smallFile() throws IOException {
        return Files.readAllBytes(write("small", events(SMALL)));
    }

    @Test
    void whatIsWrittenIsRecognisedAndReadBack() throws IOException {
        Assumptions.assumeTrue(format().writable(), format().title() + " is read only");
        for (int count : new int[] {1, 2, 5000}) {
            EventStream events = events(count);
            Path file = write("written", events);
            assertThat(format().match(FileStart.of(file))).isNotEqualTo(RecordingFormat.Match.NONE);
            if (recognisable(count)) {
                assertThat(RecordingFormats.standard().recognise(file).name()).isEqualTo(format().name());
            }
            assertThat(RecordingFormats.read(format(), file, settings())).isEqualTo(events);
        }
    }

    @Test
    void writtenInPartsIsTheSame() throws IOException {
        Assumptions.assumeTrue(format().writable(), format().title() + " is read only");
        EventStream events = events(300);
        Path file = folder.resolve("parts" + format().extensions().get(0));
        try (EventWriter writer = format().create(file, sensor())) {
            for (int i = 0; i < events.size(); i += 70) {
                writer.write(part(events, i, Math.min(i + 70, events.size())));
            }
            writer.commit();
        }
        assertThat(RecordingFormats.read(format(), file, settings())).isEqualTo(events);
    }

    @Test
    void writerThatIsNotCommittedLeavesNothing() throws IOException {
        Assumptions.assumeTrue(format().writable(), format().title() + " is read only");
        try (EventWriter writer =
                format().create(folder.resolve("none" + format().extensions().get(0)), sensor())) {
            writer.write(events(20));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void eventsThatGoBackwardAreNotWritten() throws IOException {
        Assumptions.assumeTrue(format().writable(), format().title() + " is read only");
        EventStream events = events(5000);
        try (EventWriter writer =
                format().create(folder.resolve("none" + format().extensions().get(0)), sensor())) {
            writer.write(events);
            assertThatThrownBy(() -> writer.write(events)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void chunksMakeUpTheWhole() throws IOException {
        assertChunksMakeUpTheWhole(sample(smallFile(), "chunks"), settings());
    }

    @Test
    void aLargeRecordingIsReadAlikeAtOnceAndInPieces() throws IOException {
        Assumptions.assumeTrue(format().writable(), format().title() + " is read only");
        EventStream events = events(LARGE);
        Path file = write("large", events);
        assertThat(RecordingFormats.read(format(), file, settings())).isEqualTo(events);
        for (ReadSettings.Order order : ReadSettings.Order.values()) {
            ReadSettings ordered = settings().withOrder(order);
            assertThat(found(file, ordered, LARGE)).isEqualTo(found(file, ordered, PIECE));
        }
    }

    /** What is said of damage, and what is read in spite of it, does not depend on how much is read at once, and so not on threads. */
    @Test
    void aDamagedLargeRecordingIsReadAlikeAtOnceAndInPieces() throws IOException {
        Assumptions.assumeTrue(format().writable(), format().title() + " is read only");
        byte[] whole = Files.readAllBytes(write("large", events(LARGE)));
        Random random = new Random(3);
        for (int i = 0; i < largeDamages(); i++) {
            Path file = sample(Mutations.change(whole, random), "damaged");
            ReadSettings ordered =
                    settings().withOrder(i % 2 == 0 ? ReadSettings.Order.STRICT : ReadSettings.Order.AS_RECORDED);
            assertThat(found(file, ordered, LARGE)).isEqualTo(found(file, ordered, PIECE));
        }
    }

    /** Digest of the events that are found, or what is wrong. */
    private String found(Path file, ReadSettings settings, int atOnce) throws IOException {
        EventColumns columns = new EventColumns(0);
        try (EventReader reader = format().open(file, settings)) {
            while (reader.read(columns, atOnce) > 0) {}
        } catch (DataFormatException e) {
            return e.getMessage();
        }
        long digest = columns.size();
        for (int i = 0; i < columns.size(); i++) {
            digest = 31 * digest + columns.x(i);
            digest = 31 * digest + columns.y(i);
            digest = 31 * digest + columns.polarity(i);
            digest = 31 * digest + columns.time(i);
        }
        return columns.size() + " events of digest " + digest;
    }

    @Test
    void everyTruncationIsHarmless() throws IOException {
        byte[] whole = smallFile();
        for (int length = 0; length < whole.length; length++) {
            read(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void everyByteOfTheHeadAtItsExtremesIsHarmless() throws IOException {
        byte[] whole = smallFile();
        for (int i = 0; i < Math.min(whole.length, HEAD); i++) {
            for (byte extreme : EXTREMES) {
                byte[] changed = whole.clone();
                changed[i] = extreme;
                read(changed);
            }
        }
    }

    @Test
    void everyFieldOfTheHeadAtItsExtremesIsHarmless() throws IOException {
        byte[] whole = smallFile();
        for (int size : new int[] {4, 8}) {
            for (int i = 0; i + size <= Math.min(whole.length, HEAD); i++) {
                for (byte[] extreme : extremes(size)) {
                    byte[] changed = whole.clone();
                    System.arraycopy(extreme, 0, changed, i, size);
                    read(changed);
                }
            }
        }
    }

    /** 0, -1, and the greatest and the smallest number of each byte order. */
    private static byte[][] extremes(int size) {
        byte[][] extremes = new byte[6][size];
        Arrays.fill(extremes[1], (byte) 0xff);
        Arrays.fill(extremes[2], (byte) 0xff);
        Arrays.fill(extremes[3], (byte) 0xff);
        extremes[2][0] = 0x7f;
        extremes[3][size - 1] = 0x7f;
        extremes[4][0] = (byte) 0x80;
        extremes[5][size - 1] = (byte) 0x80;
        return extremes;
    }

    @Test
    void randomChangesAreHarmless() throws IOException {
        mutate(smallFile(), Integer.getInteger(TRIED, MUTATIONS), 1, "a file of " + SMALL + " events");
    }

    @Test
    void realRecordingsAreReadInChunksAsWhole() throws IOException {
        Assumptions.assumeFalse(recordings().isEmpty(), "no real recording of " + format().title());
        for (String name : recordings()) {
            Path file = RecordedData.folder().resolve(name);
            assertThat(RecordingFormats.standard().recognise(file).name()).isEqualTo(format().name());
            assertThat(RecordingFormats.read(format(), file, ReadSettings.DEFAULTS)
                            .size())
                    .isPositive();
        }
    }

    @Test
    void randomChangesOfRealRecordingsAreHarmless() throws IOException {
        Assumptions.assumeFalse(recordings().isEmpty(), "no real recording of " + format().title());
        int mutations = Integer.getInteger(TRIED, MUTATIONS / 10);
        for (String name : recordings()) {
            byte[] whole = Files.readAllBytes(RecordedData.folder().resolve(name));
            byte[] part = part(whole, PART);
            assertThat(read(part)).as("%s, %d bytes of it", name, part.length).isTrue();
            String changed = part.length == whole.length ? "`%s`" : part.length + " bytes of `%s`";
            mutate(part, mutations, 2, changed.formatted(name));
        }
    }

    /** As much of a real recording as is a whole file by itself. */
    protected byte[] part(byte[] whole, int most) throws IOException {
        byte[] part = Arrays.copyOf(whole, Math.min(whole.length, most));
        while (!read(part)) {
            part = Arrays.copyOf(part, part.length - 1);
        }
        return part;
    }

    private void mutate(byte[] whole, int mutations, long seed, String what) throws IOException {
        Random random = new Random(seed);
        int streams = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] changed = whole;
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed = Mutations.change(changed, random);
            }
            streams += read(changed) ? 1 : 0;
        }
        if (Integer.getInteger(TRIED) != null && Boolean.getBoolean("snn4j.write-docs")) {
            MutationPage.enter(format().name(), getClass().getSimpleName(), what, seed, streams, mutations - streams);
        }
    }

    /** Chunks of several sizes against the whole. */
    protected final void assertChunksMakeUpTheWhole(Path file, ReadSettings settings) throws IOException {
        EventStream whole = RecordingFormats.read(format(), file, settings);
        for (int most : new int[] {1, 7, 1 << 20}) {
            try (EventReader reader = format().open(file, settings)) {
                EventColumns columns = new EventColumns(0);
                while (true) {
                    int count = reader.read(columns, most);
                    assertThat(count).isBetween(0, most);
                    if (count == 0) {
                        break;
                    }
                }
                assertThat(reader.read(columns, most)).isZero();
                assertThat(columns.toStream(whole.width(), whole.height())).isEqualTo(whole);
            }
        }
    }

    private boolean read(byte[] bytes) throws IOException {
        return Harmless.read(
                format(), folder.resolve("changed" + format().extensions().get(0)), bytes, eventsPerByte());
    }

    private ReadSettings settings() {
        return statesSensor()
                ? ReadSettings.DEFAULTS
                : ReadSettings.DEFAULTS.withSensor(sensor().width(), sensor().height());
    }

    private Path sample(byte[] bytes, String name) throws IOException {
        return Files.write(folder.resolve(name + format().extensions().get(0)), bytes);
    }

    /** Writes a recording to the test's folder. */
    protected final Path write(String name, EventStream events) throws IOException {
        Path file = folder.resolve(name + format().extensions().get(0));
        try (EventWriter writer = format().create(file, sensor())) {
            writer.write(events);
            writer.commit();
        }
        return file;
    }

    private static EventStream part(EventStream events, int from, int to) {
        EventColumns columns = new EventColumns(to - from);
        for (int i = from; i < to; i++) {
            columns.add(events.x(i), events.y(i), events.polarity(i), events.time(i));
        }
        return columns.toStream(events.width(), events.height());
    }
}

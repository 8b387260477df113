package org.snn4j.data.twin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.aedat.Aedat31Format;
import org.snn4j.data.image.Picture;

/** Twins whose files hold several recordings each, with a table of their times. */
final class SampledTwins {
    /** Alphabets of the twin of N-Omniglot; the last one is of the evaluation part. */
    static final List<String> ALPHABETS =
            List.of("Simulated_Alphabet_1", "Simulated_Alphabet_2", "Simulated_Alphabet_3");
    /** Characters of each alphabet. */
    static final int CHARACTERS = 4;

    private static final long FIRST = 1_600_000_000_000_000L;
    private static final long GAP = 50_000;

    private SampledTwins() {}

    /** Recordings one after the other, and where each begins and ends. */
    private static final class Reel {
        private final EventColumns columns = new EventColumns(1 << 12);
        private long time;

        Reel(long time) {
            this.time = time;
        }

        /** Appends a recording; the first of its times and the first after it, separated by a comma. */
        String append(EventStream events) {
            long start = time;
            for (int i = 0; i < events.size(); i++) {
                columns.add(events.x(i), events.y(i), events.polarity(i), start + events.time(i));
            }
            long end = start + events.lastTime() + 1;
            time = end + GAP;
            return start + "," + end;
        }

        EventStream events(TwinStudio studio) {
            return columns.toStream(studio.sensor().width(), studio.sensor().height());
        }
    }

    static void nOmniglot(Path folder, TwinFolder.Content content, TwinStudio studio) {
        RecordingFormat format = RecordingFormats.standard().named("aedat-4");
        TwinStudio.each(content.classes(), label -> {
            int alphabet = label / CHARACTERS;
            String part = alphabet == ALPHABETS.size() - 1 ? "evaluation" : "background";
            String character =
                    String.format(Locale.ROOT, "%s/character%02d", ALPHABETS.get(alphabet), label % CHARACTERS + 1);
            String number = String.format(Locale.ROOT, "%04d", label + 1);
            Reel reel = new Reel(FIRST);
            StringBuilder table = new StringBuilder("sample,start,end\n");
            for (int i = 1; i <= content.recordings(); i++) {
                String name = String.format(Locale.ROOT, "%s_%02d", number, i);
                Picture picture = studio.drawn(label, name);
                PictureFiles.write(
                        folder.resolve("omniglot/images_" + part + "/" + character + "/" + name + ".png"), picture);
                table.append(i)
                        .append(',')
                        .append(reel.append(studio.recording(picture, name)))
                        .append('\n');
            }
            Path place = folder.resolve("n-omniglot/dvs_" + part + "/" + character);
            TwinStudio.write(format, place.resolve(number + ".aedat4"), reel.events(studio));
            write(place.resolve(number + ".csv"), table);
        });
    }

    /** Two of three files are of the training part. */
    static void dvs128Gesture(Path folder, TwinFolder.Content content, TwinStudio studio) throws IOException {
        Path place = folder.resolve("dvs128-gesture/DvsGesture");
        StringBuilder train = new StringBuilder();
        StringBuilder test = new StringBuilder();
        for (int user = 0; user < content.recordings(); user++) {
            (user % 3 == 2 || user == 1 && content.recordings() == 2 ? test : train)
                    .append(user(user))
                    .append(".aedat\n");
        }
        TwinStudio.each(content.recordings(), user -> {
            Reel reel = new Reel(GAP);
            StringBuilder table = new StringBuilder("class,startTime_usec,endTime_usec\n");
            for (int label = 0; label < content.classes(); label++) {
                String name = user + " " + label;
                String times = reel.append(studio.recording(studio.painted(label, name), name));
                table.append(label + 1).append(',').append(times).append('\n');
            }
            TwinStudio.write(new Aedat31Format(), place.resolve(user(user) + ".aedat"), reel.events(studio));
            write(place.resolve(user(user) + "_labels.csv"), table);
        });
        write(place.resolve("trials_to_train.txt"), train);
        write(place.resolve("trials_to_test.txt"), test);
    }

    private static String user(int number) {
        return String.format(Locale.ROOT, "user%02d_simulated", number + 1);
    }

    private static void write(Path file, StringBuilder text) throws IOException {
        Files.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}

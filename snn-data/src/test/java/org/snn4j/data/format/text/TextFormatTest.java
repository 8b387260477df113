package org.snn4j.data.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.FileStart;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat.Match;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.text.TextLayout.Unit;

class TextFormatTest {
    private static final EventStream TWO =
            EventStream.of(4, 3, new int[] {1, 3}, new int[] {2, 0}, new int[] {1, 0}, new long[] {100, 2_500_000});

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100,1,2,1\n2500000,3,0,0\n",
                "100 1 2 1\r\n2500000 3 0 0",
                "  100;1;2;1\n\n# end of the first half\n2500000 ; 3\t; 0 ; 0\n",
                "100\t1\t2\t+1\n2500000\t3\t0\t-1\n",
                "0.0001 1 2 1\n2.5 3 0 0\n",
                "0.00009999951 1 2 1\n2.5000004 3 0 0\n",
                "4 3\n1.0e-4 1 2 1\n2.5 3 0 0\n",
                "x,y,p,t\n1,2,True,100\n3,0,False,2500000\n",
                "t_s,camera,x,y,polarity\n0.0001,a,1.0,2.0,1\n2.5,b,3,0,0\n",
                "\"timestamp_us\",\"x\",\"y\",\"p\"\n1e2,1,2,1\n25.00e5,3,0,-1\n",
            })
    void columnsSeparatorsUnitsAndPolaritiesAreAsTheFileSays(String text) throws IOException {
        assertThat(read(new TextFormat(), text)).isEqualTo(TWO);
    }

    @Test
    void settingsSayWhatTheFileDoesNot() throws IOException {
        TextFormat format = new TextFormat(new TextLayout("xy-pt", Unit.SECONDS));
        assertThat(read(format, "1 2 7 1 0.0001\n3 0 7 0 2.5\n")).isEqualTo(TWO);
        assertThatThrownBy(() -> new TextLayout("xyp", Unit.SECONDS))
                .hasMessageContaining("order is 'xyp', must have each of t, x, y and p once");
    }

    @Test
    void sensorOfTheCommentOrTheFirstLineIsTaken() throws IOException {
        assertThat(read(new TextFormat(), "# sensor 34x30\n1 2 3 0\n").width()).isEqualTo(34);
        assertThat(read(new TextFormat(), "240 180\n1 2 3 0\n").height()).isEqualTo(180);
        assertRefused("# sensor 3x3\n1 2 3 0\n", 13, "y 3");
    }

    @Test
    void wrongFieldsAreNamedWithTheirByte() {
        assertRefused("1,2,3,1\n2,2,3\n", 8, "3 fields, expected 4 (t, x, y, p)");
        assertRefused("1,2,3,1\n2,2,3,0,5\n", 16, "more than 4 fields");
        assertRefused("1,2,3,1\n2,a,3,0\n", 10, "x 'a', expected a number");
        assertRefused("1,2,3,1\n2,2.5,3,0\n", 10, "x 2.5, expected a whole number");
        assertRefused("1,2,3,1\n2,2,3,2\n", 8, "polarity 2");
        assertRefused("1,2,3,0\n2,2,3,-1\n", 8, "polarity -1, expected 0 and 1, or -1 and 1");
        assertRefused("1,2,3,0\n1.5,2,3,1\n", 8, "time 1.5, expected a whole number");
        assertRefused("2,2,3,0\n1,2,3,1\n", 8, "time 1 us");
        assertRefused("1,2,40000,0\n", 0, "y 40000");
    }

    @Test
    void unitThatNothingTellsIsNotGuessed() {
        assertRefused("1.0e0 2.0e0 3.0e0 1.0e0\n", 0, "decimal points in all columns");
    }

    @Test
    void namesWithoutPolarityAreNoEvents() throws IOException {
        assertThat(match("split,label,index\ntrain,5,1\n", "index.csv")).isEqualTo(Match.NONE);
        assertThat(match("t,x,y,p\n", "events.log")).isEqualTo(Match.CERTAIN);
        assertThat(match("1 2 3 1\n", "events.txt")).isEqualTo(Match.POSSIBLE);
        assertThat(match("1 2 3 1\n", "events.log")).isEqualTo(Match.NONE);
        assertThat(match("", "events.txt")).isEqualTo(Match.NONE);
    }

    private Match match(String text, String name) throws IOException {
        return new TextFormat().match(FileStart.of(Files.writeString(folder.resolve(name), text)));
    }

    private EventStream read(TextFormat format, String text) throws IOException {
        return RecordingFormats.read(format, Files.writeString(folder.resolve("x.txt"), text), ReadSettings.DEFAULTS);
    }

    private void assertRefused(String text, long offset, String message) {
        assertThatThrownBy(() -> read(new TextFormat(), text))
                .hasMessageContaining("byte " + offset + ": found " + message);
    }
}

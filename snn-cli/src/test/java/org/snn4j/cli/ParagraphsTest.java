package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void shortLineStaysAsItIs() {
        assertThat(Paragraphs.wrap("  two words", 2)).containsExactly("  two words");
    }

    @Test
    void longLineIsBrokenAtWordsWithHangingIndent() {
        String line = "  " + "word ".repeat(20).strip();
        assertThat(Paragraphs.wrap(line, 4))
                .containsExactly("  " + "word ".repeat(14) + "word", "      " + "word ".repeat(4) + "word")
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void wordLongerThanTheScreenStaysWhole() {
        String word = "x".repeat(100);
        assertThat(Paragraphs.wrap("a " + word, 2)).containsExactly("a", "  " + word);
    }
}

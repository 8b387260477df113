package org.snn4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines at words so that they fit the screen. */
final class Paragraphs {
    /** Columns that output must fit. */
    static final int WIDTH = 80;

    private Paragraphs() {}

    /**
     * Continuation lines are indented by {@code hanging} more blanks than the line itself; a word that is too long for a line stays whole.
     *
     * @return the line, or the lines that it takes
     */
    static List<String> wrap(String line, int hanging) {
        int indent = line.length() - line.stripLeading().length();
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder(" ".repeat(indent));
        boolean empty = true;
        for (String word : line.strip().split(" ")) {
            if (!empty && current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current = new StringBuilder(" ".repeat(indent + hanging));
                empty = true;
            }
            current.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(current.toString());
        return lines;
    }
}

package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.data.DataFormatException;

/** Small tables of whole numbers, separated by commas, below a heading. */
final class Tables {
    private Tables() {}

    /**
     * Columns of every row.
     *
     * @param columns numbers of the columns, from 0, which must hold whole numbers
     */
    static List<long[]> read(Path file, int... columns) throws IOException {
        String[] lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n", -1);
        List<long[]> rows = new ArrayList<>();
        long offset = lines[0].length() + 1L;
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                rows.add(row(file, offset, lines[i].strip().split(","), columns));
            }
            offset += lines[i].length() + 1L;
        }
        return rows;
    }

    private static long[] row(Path file, long offset, String[] cells, int[] columns) {
        long[] row = new long[columns.length];
        for (int i = 0; i < columns.length; i++) {
            String cell = columns[i] < cells.length ? cells[columns[i]].strip() : "";
            if (!cell.matches("[0-9]{1,18}")) {
                throw new DataFormatException(
                        file, offset, "'" + cell + "' in column " + (columns[i] + 1), "a whole number");
            }
            row[i] = Long.parseLong(cell);
        }
        return row;
    }
}

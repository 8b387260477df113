package org.snn4j.data.format.matlab;

import java.nio.ByteBuffer;
import org.snn4j.data.format.NumberColumn;
import org.snn4j.data.format.NumberType;

/**
 * A numeric matrix, column by column.
 *
 * @param name of the variable
 * @param rows number of rows
 * @param columns number of columns
 * @param type of its numbers
 * @param numbers their bytes, from index 0
 * @param position in the file that is named in errors
 */
record MatMatrix(String name, long rows, long columns, NumberType type, ByteBuffer numbers, long position) {
    /** True for one row or one column. */
    boolean isVector() {
        return rows == 1 || columns == 1 || rows * columns == 0;
    }

    /** All numbers. */
    NumberColumn all() {
        return new Part(this, 0, rows * columns);
    }

    /** The numbers of a column. */
    NumberColumn column(int index) {
        return new Part(this, index * rows, rows);
    }

    @Override
    public String toString() {
        return name + " (" + rows + "x" + columns + ")";
    }

    /** Some numbers of a matrix. */
    private record Part(MatMatrix matrix, long first, long size) implements NumberColumn {
        @Override
        public String name() {
            return matrix.name();
        }

        @Override
        public long position() {
            return matrix.position();
        }

        @Override
        public void read(long from, int count, long[] into) {
            NumberType type = matrix.type();
            for (int i = 0; i < count; i++) {
                into[i] = type.whole(matrix.numbers(), (int) (first + from + i) * type.bytes(), 1);
            }
        }
    }
}

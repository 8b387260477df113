package org.snn4j.data.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, at the speed of a plain load. */
public final class ByteOrders {
    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteOrders() {}

    /** Four bytes, big-endian. */
    public static int bigInt(byte[] bytes, int index) {
        return (int) BIG_INT.get(bytes, index);
    }

    /** Eight bytes, big-endian. */
    public static long bigLong(byte[] bytes, int index) {
        return (long) BIG_LONG.get(bytes, index);
    }

    /** Two bytes, little-endian, without a sign. */
    public static int littleShort(byte[] bytes, int index) {
        return (short) LITTLE_SHORT.get(bytes, index) & 0xffff;
    }

    /** Four bytes, little-endian. */
    public static int littleInt(byte[] bytes, int index) {
        return (int) LITTLE_INT.get(bytes, index);
    }

    /** Eight bytes, little-endian. */
    public static long littleLong(byte[] bytes, int index) {
        return (long) LITTLE_LONG.get(bytes, index);
    }

    /** Puts four bytes, little-endian. */
    public static void littleInt(byte[] bytes, int index, int value) {
        LITTLE_INT.set(bytes, index, value);
    }

    /** Puts eight bytes, little-endian. */
    public static void littleLong(byte[] bytes, int index, long value) {
        LITTLE_LONG.set(bytes, index, value);
    }
}

package org.snn4j.core.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors from and to memory outside of Java's heap. Java 17 and 18 take them from byte buffers; later versions from memory segments only, which this code,
 * compiled for Java 17, cannot name: method handles, constant and so compiled like calls, stand for both.
 */
final class VectorMemory {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final boolean BUFFERS = readsBuffers();
    private static final MethodHandle SEGMENT;
    private static final MethodHandle LOAD;
    private static final MethodHandle STORE;

    static {
        try {
            SEGMENT = BUFFERS ? null : segment();
            LOAD = BUFFERS ? null : load(SEGMENT.type().returnType());
            STORE = BUFFERS ? null : store(SEGMENT.type().returnType());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vectors of this Java read neither buffers nor segments", e);
        }
    }

    private VectorMemory() {}

    private static boolean readsBuffers() {
        for (var method : FloatVector.class.getMethods()) {
            if (method.getName().equals("fromByteBuffer")) {
                return true;
            }
        }
        return false;
    }

    private static MethodHandle segment() throws ReflectiveOperationException {
        Class<?> type = Class.forName("java.lang.foreign.MemorySegment");
        MethodType signature = MethodType.methodType(type, Buffer.class);
        return MethodHandles.publicLookup().findStatic(type, "ofBuffer", signature);
    }

    private static MethodHandle load(Class<?> segment) throws ReflectiveOperationException {
        MethodType signature =
                MethodType.methodType(FloatVector.class, VectorSpecies.class, segment, long.class, ByteOrder.class);
        MethodHandle load = MethodHandles.publicLookup().findStatic(FloatVector.class, "fromMemorySegment", signature);
        load = MethodHandles.insertArguments(MethodHandles.insertArguments(load, 3, ORDER), 0, LANES);
        return load.asType(MethodType.methodType(FloatVector.class, Object.class, long.class));
    }

    private static MethodHandle store(Class<?> segment) throws ReflectiveOperationException {
        MethodType signature = MethodType.methodType(void.class, segment, long.class, ByteOrder.class);
        MethodHandle store =
                MethodHandles.publicLookup().findVirtual(FloatVector.class, "intoMemorySegment", signature);
        return MethodHandles.insertArguments(store, 3, ORDER)
                .asType(MethodType.methodType(void.class, FloatVector.class, Object.class, long.class));
    }

    /** What {@link #load} and {@link #store} take for these bytes, which are in the order of this machine. */
    static Object of(ByteBuffer bytes) {
        if (BUFFERS) {
            return bytes;
        }
        try {
            return SEGMENT.invoke(bytes);
        } catch (Throwable e) {
            throw new IllegalStateException("a buffer does not become a segment", e);
        }
    }

    /** Values from a position on, counted in floats. */
    static FloatVector load(Object memory, int position) {
        if (BUFFERS) {
            return FloatVector.fromByteBuffer(LANES, (ByteBuffer) memory, position * Float.BYTES, ORDER);
        }
        try {
            return (FloatVector) LOAD.invokeExact(memory, (long) position * Float.BYTES);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes values from a position on, counted in floats. */
    static void store(FloatVector values, Object memory, int position) {
        if (BUFFERS) {
            values.intoByteBuffer((ByteBuffer) memory, position * Float.BYTES, ORDER);
            return;
        }
        try {
            STORE.invokeExact(values, memory, (long) position * Float.BYTES);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

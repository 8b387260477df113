package org.snn4j.data.format.aedat4;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.format.FileInput;
import org.snn4j.data.format.aedat4.FlatTable.Damage;

/**
 * The packets of one stream, expanded; for one thread, which other threads help: some packets ahead are read, and whichever thread is free expands them. The order
 * and the errors are those of the file.
 */
final class PacketSource implements Closeable {
    /** Bytes before a packet: stream and size. */
    static final int HEAD = 8;

    private static final int MOST_AHEAD = 4;
    private static final int LARGEST_TABLE = Integer.MAX_VALUE - 16;

    private final FileInput input;
    private final Aedat4Header header;
    private final int stream;
    private final int ahead;
    private final Deque<Packet> waiting = new ArrayDeque<>();
    private final Deque<Packet> free = new ArrayDeque<>();
    private final ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    private long position;
    private long end;
    private Packet current;
    private DataFormatException damage;

    /** A packet on its way, with memory that is used again. */
    private static final class Packet {
        private final Codec codec;
        private byte[] bytes = new byte[0];
        private int size;
        private long position;
        private FutureTask<ByteBuffer> expansion;

        Packet(Compression compression) {
            codec = new Codec(compression);
        }

        private ByteBuffer expand() throws Damage {
            return codec.expand(bytes, size);
        }
    }

    PacketSource(FileInput input, Aedat4Header header, int stream) {
        this.input = input;
        this.header = header;
        this.stream = stream;
        this.position = header.packets();
        this.end = position;
        boolean alone =
                header.compression() == Compression.NONE || Runtime.getRuntime().availableProcessors() == 1;
        this.ahead = alone ? 1 : MOST_AHEAD;
    }

    /**
     * The bytes of the next packet, valid until the next call; null at the end.
     *
     * @throws Damage if it cannot be expanded, with a position in the packet
     */
    ByteBuffer next() throws IOException, Damage {
        if (current != null) {
            free.addLast(current);
            current = null;
        }
        while (waiting.size() < ahead && damage == null && readPacket()) {}
        if (waiting.isEmpty()) {
            if (damage != null) {
                throw damage;
            }
            checkTable();
            return null;
        }
        current = waiting.removeFirst();
        end = current.position + current.size;
        current.expansion.run();
        return expanded(current.expansion);
    }

    /** A table that is not whole: the file was cut, or changed. Its lines are not needed. */
    private void checkTable() throws IOException {
        if (!header.hasTable()) {
            return;
        }
        byte[] bytes = new byte[(int) Math.min(input.length() - header.end(), LARGEST_TABLE)];
        input.read(header.end(), ByteBuffer.wrap(bytes));
        try {
            FlatTable.root(new Codec(header.compression()).expand(bytes, bytes.length), PacketTable.NAME);
        } catch (Damage e) {
            throw new DataFormatException(
                    input.file(),
                    header.end(),
                    e.found() + " in the packet table, at its byte " + e.position(),
                    e.expected());
        }
    }

    private static ByteBuffer expanded(FutureTask<ByteBuffer> expansion) throws IOException, Damage {
        try {
            return expansion.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Damage found) {
                throw found;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a packet was expanded", e);
        }
    }

    /** Position in the file of the first byte of the packet given last. */
    long position() {
        return current.position;
    }

    /** Position in the file after the packet given last, where the packets begin before the first. */
    long end() {
        return end;
    }

    /** Reads the next packet of the stream into memory; false at the end or at damage, which is kept until its turn. */
    private boolean readPacket() throws IOException {
        try {
            while (position < header.end()) {
                int size = readHead();
                long start = position + HEAD;
                position = start + size;
                if (head.getInt(0) == stream) {
                    add(start, size);
                    return true;
                }
            }
        } catch (DataFormatException e) {
            damage = e;
        }
        return false;
    }

    private int readHead() throws IOException {
        long left = header.end() - position;
        if (left < HEAD) {
            throw new DataFormatException(input.file(), position, left + " bytes", "a packet's head of " + HEAD);
        }
        input.read(position, head.clear());
        header.check(head.getInt(0), position);
        int size = head.getInt(Integer.BYTES);
        if (size < 0 || size > left - HEAD) {
            throw new DataFormatException(
                    input.file(), position + Integer.BYTES, "a packet of " + size + " bytes", "0 to " + (left - HEAD));
        }
        return size;
    }

    private void add(long start, int size) throws IOException {
        Packet packet = free.isEmpty() ? new Packet(header.compression()) : free.removeFirst();
        if (packet.bytes.length < size) {
            packet.bytes = new byte[size];
        }
        packet.position = start;
        packet.size = input.read(start, ByteBuffer.wrap(packet.bytes, 0, size));
        packet.expansion = new FutureTask<>(packet::expand);
        waiting.addLast(packet);
        if (ahead > 1) {
            ForkJoinPool.commonPool().execute(packet.expansion);
        }
    }

    @Override
    public void close() throws IOException {
        waiting.forEach(packet -> packet.expansion.cancel(false));
        waiting.clear();
        input.close();
    }
}

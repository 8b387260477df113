package org.snn4j.core.layer;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sum, or another {@link Connection}, of two branches of equal shape, with buffers of its own. */
public final class ResidualAddition extends GraphVertex {
    private static final long serialVersionUID = 1L;

    private final Connection connection;
    private final transient LayerListener listener;
    private final transient Arena.Buffer sum;
    private final transient Arena.Buffer secondGradient;

    /** @param shape shape of one row of both branches */
    public ResidualAddition(LayerEnvironment environment, Connection connection, long... shape) {
        this(
                connection,
                environment.listener(),
                environment.arena().buffer(shape),
                environment.arena().buffer(shape));
    }

    private ResidualAddition(
            Connection connection, LayerListener listener, Arena.Buffer sum, Arena.Buffer secondGradient) {
        this.connection = connection;
        this.listener = listener;
        this.sum = sum;
        this.secondGradient = secondGradient;
    }

    /** True if the backward pass reads both branches. */
    public boolean keepsInputs() {
        return connection.keepsInputs();
    }

    /**
     * Which buffers a pass needs and when.
     *
     * @param turn its gradient end that of the second branch; the first gets the array that arrives
     */
    public List<Arena.Claim> claims(Turn turn) {
        Arena.Claim out = sum.during(turn.forward(), turn.outputEnd());
        return turn.training()
                ? List.of(out, secondGradient.during(turn.backward(), turn.gradientEnd()))
                : List.of(out);
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public GraphVertex clone() {
        return new ResidualAddition(connection, listener, sum, secondGradient);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidualAddition that && sum == that.sum;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(sum);
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType precision) {
        return new ResidualAdditionRuntime(graph, name, index, precision, connection, listener, sum, secondGradient);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        throw new UnsupportedOperationException("shapes are worked out by the network plan");
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        throw new UnsupportedOperationException("memory is reported by the network");
    }
}

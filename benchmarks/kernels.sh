#!/usr/bin/env bash
# JMH over the kernels: convolutions over shapes and densities beside ND4J's dense operations, input gradients (of all inputs, and of 30 % of them),
# fully connected layers, neurons, batch norm, pooling (these four by ND4J too, some by plain Java loops), packing, optimizer. About 12 minutes.
#
#   benchmarks/kernels.sh [REGULAR-EXPRESSION [JMH-OPTION ...]]        default: all
#
# PyTorch's dense convolution of the same shapes, which can compute either gradient alone, is timed in the same run (installed as for the other scripts).
# The convolution that must reach something is then measured in ROUNDS (default: 3) more, all sides in turn, each in processes of its own.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_peers
build
begin kernels
what=${1:-Benchmark}
java_main org.openjdk.jmh.Main "$what" -foe true -rf json -rff "$work/kernels.json" "${@:2}" >&2
peer convolution.py "$threads" >"$results"
wide='128>256@24 3/1'
for ((round = 1; round <= ${ROUNDS:-3}; round++)); do
    echo "round $round of $wide" >&2
    java_main org.openjdk.jmh.Main '\.(Dense)?ConvolutionBenchmark|\.InputGradientBenchmark' -p "shape=$wide" -p density=0.1 -foe true -rf json -rff "$work/round.json" >&2
    peer jmh_round.py "$work/round.json" "$wide, in turn" >>"$results"
    peer convolution.py "$threads" "$wide" "$wide, in turn" >>"$results"
done
report report_kernels.py kernels "$work/kernels.json"

#!/usr/bin/env bash
# JMH over the kernels: convolutions over shapes and densities beside ND4J's dense operations, input gradients (of all inputs, and of 30 % of them),
# fully connected layers, neurons, batch norm, pooling (these four by ND4J too, some by plain Java loops), packing, optimizer. About 10 minutes.
#
#   benchmarks/kernels.sh [REGULAR-EXPRESSION [JMH-OPTION ...]]        default: all
#
# PyTorch's dense convolution of the same shapes, which can compute either gradient alone, is timed in the same run (installed as for the other scripts).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_peers
build
begin kernels
what=${1:-Benchmark}
java_main org.openjdk.jmh.Main "$what" -foe true -rf json -rff "$work/kernels.json" "${@:2}" >&2
peer convolution.py "$threads" >"$results"
report report_kernels.py kernels "$work/kernels.json"

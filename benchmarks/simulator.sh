#!/usr/bin/env bash
# The event simulator beside the recordings of N-MNIST, and its speed.
#
#   benchmarks/simulator.sh calibrate DATA     searches the settings of the preset n-mnist-calibrated; prints the course and the result, about 10 minutes
#   benchmarks/simulator.sh report DATA        writes docs/results/simulator-calibration.md, about 2 minutes
#   benchmarks/simulator.sh speed [ROUNDS]     recordings per second
#
# DATA is the folder of the data sets, with n-mnist/ and mnist/.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
case ${1-} in
    calibrate) build && java_class SimulatorCalibration "${2:?DATA is missing}" ;;
    report)
        page=$here/../docs/results/simulator-calibration.md
        build
        java_class SimulatorReport "${2:?DATA is missing}" >"$work/simulator-calibration.md"
        mv "$work/simulator-calibration.md" "$page"
        ;;
    speed) build && java_class SimulatorThroughput "${@:2}" ;;
    *)
        sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
        exit 2
        ;;
esac

#!/usr/bin/env bash
# Keeps what the other scripts measured last under docs/results and writes docs/performance.md from it. Parts that were not measured are left as they are.
#
#   benchmarks/report.sh
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
results=$here/../docs/results
for name in training neurons costs kernels; do
    if [[ $work/$name.txt -nt $work/$name.jsonl ]]; then # else that script did not come to its end
        for kind in txt jsonl; do
            if [[ -f $work/$name.$kind ]]; then cp "$work/$name.$kind" "$results/performance-$name.$kind"; fi
        done
        if [[ -f $work/$name.json ]]; then python3 "$here/peers/slim.py" "$work/$name.json" >"$results/performance-$name.json"; fi
    fi
done
python3 "$here/peers/report_performance.py" "$results" >"$work/performance.md"
mv "$work/performance.md" "$here/../docs/performance.md"

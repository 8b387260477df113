#!/usr/bin/env bash
# Keeps what the other scripts measured last under docs/results and writes docs/performance.md and docs/results/data.md from it. Parts that were not measured are left as they are.
#
#   benchmarks/report.sh
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
results=$here/../docs/results
measured=()
for name in training neurons costs kernels limits runs data; do
    if [[ ! -f $work/$name.sha256 ]]; then # not measured, or that script did not come to its end
        echo "$name: no whole run to report, docs/results stays as it is" >&2
    elif (cd "$work" && sha256sum --check --quiet "$name.sha256"); then
        measured+=("$name")
    else
        echo "$name: report and measurements in $work are not of one run: repeat it" >&2
        exit 1
    fi
done
for name in "${measured[@]}"; do
    prefix=performance-
    if [[ $name == data ]]; then prefix=; fi
    for kind in txt jsonl; do cp "$work/$name.$kind" "$results/$prefix$name.$kind"; done
    if [[ -f $work/$name.json ]]; then python3 "$here/peers/slim.py" "$work/$name.json" >"$results/performance-$name.json"; fi
done
python3 "$here/peers/report_performance.py" "$results" >"$work/performance.md"
mv "$work/performance.md" "$here/../docs/performance.md"
if [[ -f $results/data.jsonl ]]; then
    python3 "$here/peers/report_data.py" page "$results" >"$work/data.md"
    mv "$work/data.md" "$results/data.md"
fi

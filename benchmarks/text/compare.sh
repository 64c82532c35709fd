#!/usr/bin/env bash
# Installs the peers (python3-jieba by apt, @node-rs/jieba and nodejieba by npm, in a folder of their own) and prints how many times
# their speed ours is, in one run on the same text:     benchmarks/text/compare.sh FOLDER TEXT...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
: "${1:?usage: compare.sh FOLDER TEXT...}"
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
dpkg -s python3-jieba >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends python3-jieba
for peer in @node-rs/jieba nodejieba; do
  # nodejieba is compiled where its author offers no binary: without a compiler it is left out.
  [ -d "$folder/node_modules/$peer" ] || npm install --silent --no-audit --no-fund --prefix "$folder" "$peer" || echo "$peer cannot be installed here" >&2
done
NODE_PATH=$folder/node_modules exec node "$here/compare.mjs" "$@"

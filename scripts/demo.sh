#!/bin/sh
# The main job on a fresh machine: set-up, then the simulated city of Minghu (明湖市) audited end to end.
# Runs in the checkout's folder, wherever it is called from: reports go to out/demo there, data to data/local.
gongkai_root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 70
. "$gongkai_root/scripts/setup.sh"
cd "$gongkai_root" || exit 70
exec node "$gongkai_root/scripts/gongkai.mjs" demo "$@"

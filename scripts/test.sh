#!/bin/sh
# Set-up, then the whole test suite, or the tests named as arguments.
gongkai_root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 70
. "$gongkai_root/scripts/setup.sh"
cd "$gongkai_root" || exit 70
exec node "$gongkai_root/node_modules/vitest/vitest.mjs" run "$@"

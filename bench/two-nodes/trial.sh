#!/usr/bin/env bash
# Two database nodes under Patroni, a third member of etcd, HAProxy and two server processes on one machine, each node in a network
# namespace of its own. The primary is lost under writes, once by its processes and once by its network; says what that did.
# Needs root and Debian's patroni, etcd-server, haproxy, postgresql-15 and iproute2. Run `npm run build` first.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
node=$root/node_modules/node/bin/node
work=$(mktemp -d /tmp/two-nodes.XXXXXX)
chmod 755 "$work"
password=$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')
declare -A address=([node1]=10.77.0.11 [node2]=10.77.0.12 [witness]=10.77.0.13)

pids=()
# Remembers the last command in the background, to end it with the trial.
mine() {
  pids+=($!)
  disown
}
clear() {
  kill -9 "${pids[@]}" 2>/dev/null || true
  pkill -9 -f "$work" 2>/dev/null || true
  for name in "${!address[@]}"; do
    ip netns pids "$name" 2>/dev/null | xargs -r kill -9 2>/dev/null || true
    ip link del "v-$name" 2>/dev/null || true
    ip netns del "$name" 2>/dev/null || true
  done
  ip link del yqt0 2>/dev/null || true
}
trap 'clear; rm -rf "$work"' EXIT
clear

network() {
  ip link add yqt0 type bridge
  ip addr add 10.77.0.1/24 dev yqt0
  ip link set yqt0 up
  for name in "${!address[@]}"; do
    ip netns add "$name"
    ip link add "v-$name" type veth peer name eth0 netns "$name"
    ip link set "v-$name" master yqt0 up
    ip -n "$name" addr add "${address[$name]}/24" dev eth0
    ip -n "$name" link set eth0 up
    ip -n "$name" link set lo up
  done
}

as_postgres() { ip netns exec "$1" setpriv --reuid postgres --regid postgres --clear-groups "${@:2}"; }

start_etcd() {
  local at=${address[$1]} cluster=''
  for name in node1 node2 witness; do cluster+="${cluster:+,}$name=http://${address[$name]}:2380"; done
  as_postgres "$1" etcd --name "$1" --data-dir "$work/$1/etcd" --initial-cluster "$cluster" --initial-cluster-token yqt \
    --listen-client-urls "http://$at:2379" --advertise-client-urls "http://$at:2379" \
    --listen-peer-urls "http://$at:2380" --initial-advertise-peer-urls "http://$at:2380" >>"$work/$1/etcd.log" 2>&1 &
  mine
}

start_patroni() {
  as_postgres "$1" env HOME="$work/$1" patroni "$work/$1/patroni.yml" >>"$work/$1/patroni.log" 2>&1 &
  mine
}

write_node() {
  mkdir -p "$work/$1"
  sed -e "s|NAME|$1|; s|ADDRESS|${address[$1]}|g; s|DIR|$work/$1|g; s|PASSWORD|$password|g" "$here/patroni.yml" >"$work/$1/patroni.yml"
  cat >"$work/$1/post-init" <<SQL
#!/bin/sh
psql "\$1" -v ON_ERROR_STOP=1 <<'X'
create role yuanqitong login createrole password '$password';
create database yuanqitong owner yuanqitong template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';
X
SQL
  chmod 755 "$work/$1/post-init"
  chown -R postgres: "$work/$1"
}

primary() {
  for name in node1 node2; do
    if curl -s -m 1 -o /dev/null -f "http://${address[$name]}:8008/primary"; then echo "$name"; fi
  done
}
until_so() {
  for _ in $(seq 1200); do if "$@"; then return; fi; sleep 0.5; done
  echo "never: $*" >&2
  exit 1
}
is_synchronous() { curl -s -m 2 -o /dev/null -f "http://${address[$1]}:8008/synchronous"; }
has_primary() { [[ -n $(primary) ]]; }

start_server() {
  env NODE_ENV= DATA_DIR="$work/files" PORT="$1" \
    DATABASE_URL="postgres://yuanqitong:$password@127.0.0.1:5000/yuanqitong" \
    "$node" --disable-warning=ExperimentalWarning "$root/database/demo/server.ts" >>"$work/server-$1.log" 2>&1 &
  server=$! log=$work/server-$1.log
  mine
  until_so server_is_open
}
server_is_open() {
  kill -0 "$server" || { cat "$log" >&2; exit 1; }
  grep -q Open "$log"
}

for port in 3201 3202 5000; do
  if curl -s -o /dev/null "http://127.0.0.1:$port"; then echo "port $port is taken" >&2; exit 1; fi
done
network
for name in node1 node2; do write_node "$name"; done
mkdir -p "$work/witness" && chown postgres: "$work/witness"
for name in node1 node2 witness; do start_etcd "$name"; done
start_patroni node1
until_so has_primary
start_patroni node2
until_so is_synchronous node2
haproxy -f "$here/haproxy.cfg" >"$work/haproxy.log" 2>&1 &
mine
echo "two nodes: primary $(primary), the other one synchronous"
start_server 3201
start_server 3202
echo 'two server processes'

lose() {
  local was other
  was=$(primary)
  other=$([[ $was == node1 ]] && echo node2 || echo node1)
  "$node" --disable-warning=ExperimentalWarning "$here/writers.ts" \
    http://127.0.0.1:3201 http://127.0.0.1:3202 >"$work/writers-$1.log" 2>&1 &
  local writers=$!
  sleep 10
  echo "$1: $was is lost at $(date +%T)"
  if [[ $1 == processes ]]; then
    ip netns pids "$was" | xargs kill -9
  else
    ip link set "v-$was" down
  fi
  until_so has_primary_at "$other"
  echo "$1: $other is the primary at $(date +%T)"
  sleep 15
  if [[ $1 == processes ]]; then
    start_etcd "$was"
    start_patroni "$was"
  else
    ip link set "v-$was" up
  fi
  until_so is_synchronous "$was"
  echo "$1: $was follows as the synchronous one at $(date +%T)"
  sleep 5
  kill -TERM "$writers" || true
  wait "$writers" || true
  cat "$work/writers-$1.log"
}
has_primary_at() { curl -s -m 1 -o /dev/null -f "http://${address[$1]}:8008/primary"; }

lose processes
lose network
for port in 3201 3202; do curl -s "http://127.0.0.1:$port/api/health"; echo; done

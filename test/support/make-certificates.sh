#!/bin/sh
# Writes certificates.ts: two authorities with an intermediate each, and certificates with every fault that servers show (openssl 3).
# Only the first root is trusted by the tests. All keys but the leaves' are thrown away. Run: sh test/support/make-certificates.sh
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$work/index.txt"

cat > "$work/ca.cnf" <<CONFIG
[ca]
default_ca = tests
[tests]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
unique_subject = no
policy = any
[any]
commonName = supplied
[req]
distinguished_name = empty
[empty]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical, CA:FALSE
subjectAltName = DNS:minghu.test, DNS:*.minghu.test, IP:127.0.0.1
[leaf-naming-issuer]
basicConstraints = critical, CA:FALSE
subjectAltName = DNS:minghu.test, DNS:*.minghu.test, IP:127.0.0.1
authorityInfoAccess = caIssuers;URI:http://issuer.minghu.test/intermediate.cer
[leaf-naming-stranger]
basicConstraints = critical, CA:FALSE
subjectAltName = DNS:minghu.test, DNS:*.minghu.test, IP:127.0.0.1
authorityInfoAccess = caIssuers;URI:http://issuer.minghu.test/stranger.cer
[leaf-of-another]
basicConstraints = critical, CA:FALSE
subjectAltName = DNS:cdn.canglan-daily.example
CONFIG

# make <name> <extensions> <signer or itself> <from> <until> <digest> <kind of key>
make() {
  openssl genpkey $7 -out "$work/$1.key" 2> /dev/null
  openssl req -new -config "$work/ca.cnf" -key "$work/$1.key" -subj "/CN=$1" -out "$work/$1.csr"
  by="-cert $work/$3.pem"
  [ "$3" != "$1" ] || by=-selfsign
  openssl ca -batch -notext -config "$work/ca.cnf" -extensions "$2" -startdate "$4" -enddate "$5" -md "$6" \
    -keyfile "$work/$3.key" $by -in "$work/$1.csr" -out "$work/$1.pem" 2> "$work/log" || { cat "$work/log" >&2; exit 1; }
}
ec='-algorithm EC -pkeyopt ec_paramgen_curve:P-256'
begin=20200101000000Z
end=21260101000000Z
make root authority root $begin $end sha256 "$ec"
make intermediate authority root $begin $end sha256 "$ec"
make stranger-root authority stranger-root $begin $end sha256 "$ec"
make stranger authority stranger-root $begin $end sha256 "$ec"
make good leaf-naming-issuer intermediate $begin $end sha256 "$ec"
make expired leaf intermediate 20190101000000Z 20200101000000Z sha256 "$ec"
make not-yet-valid leaf intermediate 21250101000000Z $end sha256 "$ec"
make wrong-name leaf-of-another intermediate $begin $end sha256 "$ec"
make weak-signature leaf intermediate $begin $end sha1 "$ec"
make weak-key leaf intermediate $begin $end sha256 '-algorithm RSA -pkeyopt rsa_keygen_bits:1024'
make untrusted leaf-naming-stranger stranger $begin $end sha256 "$ec"

{
  echo '// Written by make-certificates.sh; for servers inside tests only.'
  echo
  echo '/** The authorities: the tests trust `root` alone. Valid 2020–2126. */'
  echo 'export const authorities = {'
  for name in root intermediate stranger-root stranger; do
    printf '  %s: `%s\n`,\n' "$(echo "$name" | sed "s/.*-.*/'&'/")" "$(cat "$work/$name.pem")"
  done
  printf '} as const;\n\n'
  echo '/** Certificates for minghu.test and 127.0.0.1 with their keys, each with the fault that it is named for. */'
  echo 'export const leaves = {'
  for name in good expired not-yet-valid wrong-name weak-signature weak-key untrusted; do
    printf '  %s: {\n    key: `%s\n`,\n    cert: `%s\n`,\n  },\n' \
      "$(echo "$name" | sed "s/.*-.*/'&'/")" "$(cat "$work/$name.key")" "$(cat "$work/$name.pem")"
  done
  echo '} as const;'
} > certificates.ts

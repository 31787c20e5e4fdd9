import { X509Certificate } from 'node:crypto';

/**
 * The certificates between the last one a server sent and a root, as PEM: each is fetched from the address that the one before names
 * (Authority Information Access, RFC 5280 §4.2.2.1), as Chromium does, and kept only when it signed that one. Plain http only, at most
 * three. A root is never among them: what a server points at must not become trusted by that.
 */
export async function issuersAbove(last: X509Certificate, download: (url: URL) => Promise<Uint8Array | null>): Promise<readonly string[]> {
  const issuers: string[] = [];
  for (let below = last; issuers.length < mostIssuers; ) {
    const issuer = await issuerOf(below, download);
    if (!issuer || isRoot(issuer)) break;
    issuers.push(issuer.toString());
    below = issuer;
  }
  return issuers;
}

/** The end of the chain that was sent: the certificate whose issuer is not there. */
export function lastOfChain(leaf: X509Certificate): X509Certificate {
  let last = leaf;
  for (let steps = 0; steps < mostSent && last.issuerCertificate && !isRoot(last); steps++) last = last.issuerCertificate;
  return last;
}

async function issuerOf(below: X509Certificate, download: (url: URL) => Promise<Uint8Array | null>): Promise<X509Certificate | null> {
  for (const url of issuerAddresses(below)) {
    const bytes = await download(url);
    const issuer = bytes && readCertificate(bytes);
    if (issuer && below.checkIssued(issuer) && below.verify(issuer.publicKey)) return issuer;
  }
  return null;
}

/** Node gives one line for each access method: `CA Issuers - URI:http://…`. */
function issuerAddresses({ infoAccess }: X509Certificate): readonly URL[] {
  const lines = (infoAccess ?? '').split('\n').filter(line => line.startsWith(issuerLine));
  const urls = lines.flatMap(line => URL.parse(line.slice(issuerLine.length)) ?? []);
  return urls.filter(({ protocol }) => protocol === 'http:').slice(0, mostAddresses);
}

function readCertificate(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

const isRoot = (certificate: X509Certificate): boolean => certificate.issuer === certificate.subject;

const issuerLine = 'CA Issuers - URI:';
const mostIssuers = 3;
const mostSent = 10;
const mostAddresses = 2;

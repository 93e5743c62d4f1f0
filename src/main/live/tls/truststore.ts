import { X509Certificate } from 'node:crypto'
import { lstat, readFile, realpath } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { DomainName } from '@shared/design/domain-name'
import { pathOfKey } from '../services/s3/object-path'

/** Certificates that a custom domain trusts, or in words why it trusts none. */
export type Truststore =
  | { readonly kind: 'loaded'; readonly certificates: readonly string[]; readonly path: string }
  | { readonly kind: 'unusable'; readonly problem: string }

/** As the service allows. Source: API Gateway Developer Guide, "Configuring your truststore": 1 MB, 1,000 certificates. */
const MOST_BYTES = 1_048_576
const MOST_CERTIFICATES = 1_000

/**
 * The truststore of a domain, read from the project's folder: `s3://bucket/certs/clients.pem` is `certs/clients.pem` there, or
 * `clients.pem`, or that object of the local S3 (`.gatewright/s3/bucket/certs/clients.pem`), whichever is found first. No file outside
 * of the folder is read.
 */
export async function readTruststore(folder: string, domain: DomainName): Promise<Truststore> {
  const uri = domain.mutualTlsAuthentication?.truststoreUri ?? ''
  const label = `Domain ${domain.domainName}: truststore "${uri}"`
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/s.exec(uri) ?? []
  if (bucket === undefined || key === undefined) {
    return unusable(`${label} is no S3 address. Write it as s3://bucket/key.pem.`)
  }
  const places = candidates(bucket, key)
  for (const place of places) {
    const text = await textWithin(folder, place)
    if (text !== null) return parsed(label, join(folder, place), text)
  }
  const wanted = places.map((place) => `"${place}"`).join(', ')
  return unusable(`${label} was not found. Put the PEM bundle into the project's folder as one of ${wanted}.`)
}

function candidates(bucket: string, key: string): string[] {
  const object = pathOfKey(key)
  const stored = object === null ? [] : [join('.gatewright', 's3', bucket, ...object)]
  return [...new Set([join(...key.split('/')), basename(key), ...stored])]
}

/** Null for what is not there, no plain file, too large, or outside of the folder, also by a link. */
async function textWithin(folder: string, place: string): Promise<string | null> {
  try {
    const path = join(folder, place)
    const [root, target] = await Promise.all([realpath(folder), realpath(path)])
    const way = relative(root, target)
    if (way === '..' || way.startsWith(`..${sep}`) || way === '') return null
    const info = await lstat(target)
    if (!info.isFile() || info.size > MOST_BYTES) return null
    return await readFile(target, 'utf8')
  } catch {
    return null
  }
}

function parsed(label: string, path: string, text: string): Truststore {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) return unusable(`${label}: ${path} holds no certificate in PEM form.`)
  if (blocks.length > MOST_CERTIFICATES) {
    return unusable(`${label}: ${path} holds ${blocks.length} certificates; ${MOST_CERTIFICATES} are allowed.`)
  }
  const broken = blocks.findIndex((block) => !isCertificate(block))
  if (broken !== -1) return unusable(`${label}: certificate ${broken + 1} of ${path} cannot be read.`)
  return { kind: 'loaded', certificates: blocks, path }
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).serialNumber !== ''
  } catch {
    return false
  }
}

function unusable(problem: string): Truststore {
  return { kind: 'unusable', problem }
}

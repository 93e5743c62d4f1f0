import type { ServiceRequest } from '../../../engine/mapping/service-request'
import { ServiceException } from '../service-exception'

/** What a request is about: a bucket, an object in it, or with neither the account's buckets. */
export interface S3Address {
  readonly bucket: string | null
  readonly key: string | null
}

/** Bytes. Source: S3 User Guide, "Naming Amazon S3 objects". */
const LONGEST_KEY = 1024

/** "/order-archive/2026/a%20b.json" -> bucket "order-archive", key "2026/a b.json"; with a subdomain that is the bucket. */
export function s3Address({ path, subdomain }: Pick<ServiceRequest, 'path' | 'subdomain'>): S3Address {
  const [, first = '', rest] = /^\/([^/]*)(?:\/(.*))?$/s.exec(path) ?? []
  const [bucketText, keyText] = subdomain === null ? [first, rest ?? ''] : [subdomain, path.slice(1)]
  const [bucket, key] = [decoded(bucketText), decoded(keyText)]
  if (bucket === '') {
    if (key !== '') throw new ServiceException('InvalidBucketName', 'The specified bucket is not valid.')
    return { bucket: null, key: null }
  }
  // Source: S3 User Guide, "Bucket naming rules".
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || bucket.includes('..')) {
    const hint = `"${bucket.slice(0, 100)}" is no name for a bucket: 3 to 63 lower-case letters, digits, dots and dashes`
    throw new ServiceException('InvalidBucketName', 'The specified bucket is not valid.', { hint })
  }
  if (Buffer.byteLength(key) > LONGEST_KEY) throw new ServiceException('KeyTooLongError', 'Your key is too long')
  return { bucket, key: key === '' ? null : key }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ServiceException('InvalidURI', "Couldn't parse the specified URI.")
  }
}

import { queryValues } from '../../../engine/mapping/query-string'
import type { ServiceRequest } from '../../../engine/mapping/service-request'
import { ServiceException } from '../service-exception'
import type { ObjectFile } from './bucket-folder'
import type { Listing } from './s3-xml'

const MOST_KEYS = 1000

/** The page of a bucket's objects that a request asks for. Source: S3 API Reference, ListObjectsV2. */
export function listingPage(
  { query }: Pick<ServiceRequest, 'query'>,
  bucket: string,
  all: readonly ObjectFile[],
): Listing<ObjectFile> {
  const parameter = (name: string): string => queryValues(query, name).at(-1) ?? ''
  const prefix = parameter('prefix')
  const delimiter = parameter('delimiter')
  const startAfter = parameter('start-after')
  const token = queryValues(query, 'continuation-token').at(-1)
  const asked = parameter('max-keys')
  if (asked !== '' && !/^\d{1,9}$/.test(asked)) {
    throw new ServiceException('InvalidArgument', 'Provided max-keys not an integer or within integer range')
  }
  const maxKeys = Math.min(asked === '' ? MOST_KEYS : Number(asked), MOST_KEYS)
  const endOfLastPage = token === undefined ? '' : keyOfToken(token)
  const objects: ObjectFile[] = []
  const commonPrefixes: string[] = []
  let last = ''
  let nextToken: string | undefined
  for (const object of all) {
    const { key } = object
    const group = groupOf(key, prefix, delimiter)
    const entry = group ?? key
    if (!key.startsWith(prefix) || isUpTo(key, startAfter) || isUpTo(entry, endOfLastPage) || entry === last) continue
    if (objects.length + commonPrefixes.length >= maxKeys) {
      if (maxKeys > 0) nextToken = Buffer.from(last, 'utf8').toString('base64url')
      break
    }
    if (group === null) objects.push(object)
    else commonPrefixes.push(group)
    last = entry
  }
  const isEncoded = parameter('encoding-type') === 'url'
  const found = { objects, commonPrefixes, nextToken }
  return { bucket, prefix, delimiter, maxKeys, startAfter, continuationToken: token, isEncoded, ...found }
}

/** What keys with the same beginning, up to the delimiter behind the prefix, are shown as; null for a key by itself. */
function groupOf(key: string, prefix: string, delimiter: string): string | null {
  if (delimiter === '') return null
  const at = key.indexOf(delimiter, prefix.length)
  return at === -1 ? null : key.slice(0, at + delimiter.length)
}

function isUpTo(key: string, after: string): boolean {
  return after !== '' && Buffer.compare(Buffer.from(key), Buffer.from(after)) <= 0
}

function keyOfToken(token: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(token)) return Buffer.from(token, 'base64url').toString('utf8')
  throw new ServiceException('InvalidArgument', 'The continuation token provided is incorrect')
}

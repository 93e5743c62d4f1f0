import { xmlElement } from '../protocols/xml'
import type { ListedObject, ObjectFile } from './bucket-folder'

const NAMESPACE = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** What a listing was asked for and found. */
export interface Listing<Shown extends ObjectFile> {
  readonly bucket: string
  readonly prefix: string
  readonly delimiter: string
  readonly maxKeys: number
  readonly startAfter: string
  readonly continuationToken: string | undefined
  readonly objects: readonly Shown[]
  readonly commonPrefixes: readonly string[]
  /** Where the next page begins; undefined at the end. */
  readonly nextToken: string | undefined
  /** `encoding-type=url`: keys as they stand in a URL. */
  readonly isEncoded: boolean
}

/** Source: S3 API Reference, ListObjectsV2. */
export function listingXml(listing: Listing<ListedObject>): string {
  const { bucket, prefix, delimiter, maxKeys, startAfter, continuationToken, nextToken, isEncoded } = listing
  const text = (value: string): string =>
    isEncoded ? encodeURIComponent(value.replaceAll(/[\ud800-\udfff]/gu, '\ufffd')).replaceAll('%2F', '/') : value
  const optional = (name: string, value: string | undefined): string[] =>
    value === undefined || value === '' ? [] : [xmlElement(name, value)]
  const elements = [
    xmlElement('Name', bucket),
    xmlElement('Prefix', text(prefix)),
    ...optional('Delimiter', text(delimiter)),
    ...optional('StartAfter', text(startAfter)),
    ...optional('ContinuationToken', continuationToken),
    ...optional('NextContinuationToken', nextToken),
    xmlElement('KeyCount', String(listing.objects.length + listing.commonPrefixes.length)),
    xmlElement('MaxKeys', String(maxKeys)),
    ...(isEncoded ? [xmlElement('EncodingType', 'url')] : []),
    xmlElement('IsTruncated', String(nextToken !== undefined)),
    ...listing.objects.map(({ key, size, modifiedAt, etag }) =>
      xmlElement('Contents', [
        xmlElement('Key', text(key)),
        xmlElement('LastModified', isoTime(modifiedAt)),
        xmlElement('ETag', etag),
        xmlElement('Size', String(size)),
        xmlElement('StorageClass', 'STANDARD'),
      ]),
    ),
    ...listing.commonPrefixes.map((one) => xmlElement('CommonPrefixes', [xmlElement('Prefix', text(one))])),
  ]
  return DECLARATION + xmlElement('ListBucketResult', elements, NAMESPACE)
}

/** Source: S3 API Reference, ListBuckets. */
export function bucketsXml(
  ownerId: string,
  buckets: readonly { readonly name: string; readonly createdAt: number }[],
): string {
  const owner = xmlElement('Owner', [xmlElement('ID', ownerId)])
  const list = buckets.map(({ name, createdAt }) =>
    xmlElement('Bucket', [xmlElement('Name', name), xmlElement('CreationDate', isoTime(createdAt))]),
  )
  return DECLARATION + xmlElement('ListAllMyBucketsResult', [owner, xmlElement('Buckets', list)], NAMESPACE)
}

/** Source: S3 API Reference, "Error responses". */
export function errorXml(code: string, message: string, details: readonly (readonly [string, string])[]): string {
  const elements = [
    xmlElement('Code', code),
    xmlElement('Message', message),
    ...details.map(([name, value]) => xmlElement(name, value)),
  ]
  return DECLARATION + xmlElement('Error', elements)
}

/** Without milliseconds: S3 writes ".000Z". */
function isoTime(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString()
}

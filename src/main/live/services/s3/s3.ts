import { createHash } from 'node:crypto'
import { headerValue, type HeaderList } from '../../../engine/mapping/header-list'
import { queryValues } from '../../../engine/mapping/query-string'
import type { ServiceRequest } from '../../../engine/mapping/service-request'
import type { LocalService, ServiceAnswer, ServiceContext } from '../local-service'
import { ServiceException } from '../service-exception'
import type { RandomBytes } from '../random'
import { BucketFolder, type ObjectMetadata, type StoredObject } from './bucket-folder'
import { s3Address, type S3Address } from './s3-address'
import { listingPage } from './s3-listing'
import { bucketsXml, errorXml, listingXml } from './s3-xml'

const SUPPORTED =
  'GetObject, HeadObject, PutObject, DeleteObject, ListObjectsV2, ListBuckets, CreateBucket, HeadBucket and DeleteBucket'

/** Query parameters that do not choose another operation. */
const PLAIN_PARAMETERS: ReadonlySet<string> = new Set(['x-id'])
const LIST_PARAMETERS: ReadonlySet<string> = new Set([
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'start-after',
  'continuation-token',
  'encoding-type',
  'fetch-owner',
])
/** Headers that an object keeps. Source: S3 API Reference, PutObject. */
const KEPT_HEADERS = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires']
/** Headers without which the request would mean something else. */
const UNSUPPORTED_HEADERS = ['x-amz-copy-source', 'range', 'x-amz-write-offset-bytes']

/** What an operation came to. */
type Outcome = Pick<ServiceAnswer, 'status' | 'headers' | 'body' | 'summary' | 'recorded' | 'hint'>

/** S3 on a folder of the project (see `BucketFolder`). A bucket is made by the first object that is put into it. */
export function createS3(folder: string, random: RandomBytes): LocalService {
  const store = new BucketFolder(folder, random)
  return {
    refuse,
    async answer(request, context) {
      try {
        const address = s3Address(request)
        const action = actionOf(request, address)
        refuseUnsupported(request, action)
        const outcome = await run(store, action, request, context, address)
        const headers = [...serviceHeaders(context), ...outcome.headers]
        return { ...outcome, headers, action, resource: resourceText(address) }
      } catch (error) {
        return refuse(request, context, error instanceof ServiceException ? error : diskFailure(error))
      }
    },
  }
}

const OBJECT_ACTIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
}
const BUCKET_ACTIONS: Readonly<Record<string, string>> = {
  GET: 'ListObjectsV2',
  HEAD: 'HeadBucket',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket',
}

function actionOf({ method, query }: ServiceRequest, { bucket, key }: S3Address): string {
  const [action] = queryValues(query, 'Action')
  if (action !== undefined) throw unsupported(`action/${action.slice(0, 100)}; write the URI as s3:path/{bucket}/{key}`)
  if (bucket === null && method === 'GET') return 'ListBuckets'
  const named = bucket === null ? undefined : (key === null ? BUCKET_ACTIONS : OBJECT_ACTIONS)[method]
  if (named !== undefined) return named
  const message = 'The specified method is not allowed against this resource.'
  const hint = `${method} is not supported by the local S3 there`
  throw new ServiceException('MethodNotAllowed', message, { status: 405, hint })
}

function refuseUnsupported({ query, headers }: ServiceRequest, action: string): void {
  const allowed = action === 'ListObjectsV2' ? LIST_PARAMETERS : PLAIN_PARAMETERS
  const other = query.find(([name]) => !allowed.has(name))
  if (other !== undefined) throw unsupported(`the parameter "${other[0].slice(0, 100)}" of ${action}`)
  if (action === 'ListObjectsV2' && queryValues(query, 'list-type').at(-1) !== '2') {
    throw unsupported('ListObjects, the first version; map integration.request.querystring.list-type to "\'2\'"')
  }
  const header = UNSUPPORTED_HEADERS.find((name) => headerValue(headers, name) !== undefined)
  if (header !== undefined) throw unsupported(`the header ${header} of ${action}`)
}

function unsupported(what: string): ServiceException {
  const message = `The local S3 does not support ${what}. It runs ${SUPPORTED}.`
  return new ServiceException('NotImplemented', message, { status: 501, hint: message })
}

async function run(
  store: BucketFolder,
  action: string,
  request: ServiceRequest,
  context: ServiceContext,
  { bucket, key }: S3Address,
): Promise<Outcome> {
  switch (action) {
    case 'ListBuckets': {
      const buckets = await store.buckets()
      return xml(bucketsXml(context.accountId, buckets), `${buckets.length} buckets`)
    }
    case 'CreateBucket':
      await store.createBucket(bucket!)
      return empty(200, 'there', [['Location', `/${bucket}`]])
    case 'HeadBucket':
      await requireBucket(store, bucket!)
      return empty(200, 'there')
    case 'DeleteBucket':
      await requireBucket(store, bucket!)
      if (await store.deleteBucket(bucket!)) return empty(204, 'deleted')
      throw new ServiceException('BucketNotEmpty', 'The bucket you tried to delete is not empty', { status: 409 })
    case 'ListObjectsV2':
      return list(store, request, bucket!)
    case 'PutObject':
      return put(store, request, context.at, bucket!, key!)
    case 'DeleteObject':
      await store.delete(bucket!, key!)
      return empty(204, 'deleted')
    default:
      return get(store, request, bucket!, key!)
  }
}

async function list(store: BucketFolder, request: ServiceRequest, bucket: string): Promise<Outcome> {
  await requireBucket(store, bucket)
  const { objects, isCut } = await store.list(bucket)
  const page = listingPage(request, bucket, objects)
  const shown = await Promise.all(page.objects.map(async (one) => ({ ...one, etag: await store.etagOf(bucket, one) })))
  const summary = `${shown.length} objects, ${page.commonPrefixes.length} prefixes`
  const answer = xml(listingXml({ ...page, objects: shown }), summary)
  return isCut ? { ...answer, hint: `bucket ${bucket} has more files than the local S3 lists` } : answer
}

async function put(
  store: BucketFolder,
  request: ServiceRequest,
  at: number,
  bucket: string,
  key: string,
): Promise<Outcome> {
  const { headers, body } = request
  const digest = headerValue(headers, 'Content-MD5')
  if (digest !== undefined && digest !== createHash('md5').update(body).digest('base64')) {
    throw new ServiceException('BadDigest', 'The Content-MD5 you specified did not match what we received.')
  }
  if (headerValue(headers, 'If-None-Match')?.trim() === '*' && (await store.read(bucket, key)) !== null)
    throw precondition()
  const etag = await store.write(bucket, key, body, metadataOf(headers), at)
  return empty(200, `${body.length} bytes`, [['ETag', etag]])
}

async function get(
  store: BucketFolder,
  { method, headers }: ServiceRequest,
  bucket: string,
  key: string,
): Promise<Outcome> {
  await requireBucket(store, bucket)
  const object = await store.read(bucket, key)
  if (object === null) throw new ServiceException('NoSuchKey', 'The specified key does not exist.', { status: 404 })
  const wanted = headerValue(headers, 'If-Match')
  if (wanted !== undefined && !hasTag(wanted, object.etag)) throw precondition()
  const known = headerValue(headers, 'If-None-Match')
  if (known !== undefined && hasTag(known, object.etag)) return empty(304, 'not modified', [['ETag', object.etag]])
  const body = method === 'HEAD' ? Buffer.alloc(0) : object.body
  return { status: 200, headers: objectHeaders(object), body, summary: `${object.size} bytes` }
}

/** A disk that is full or may not be written to is not a bug. */
function diskFailure(error: unknown): ServiceException {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  const message = 'We encountered an internal error. Please try again.'
  return new ServiceException('InternalError', message, { status: 500, hint: `the local S3: ${error.message}` })
}

function hasTag(condition: string, etag: string): boolean {
  return condition.split(',').some((one) => ['*', etag, etag.replaceAll('"', '')].includes(one.trim()))
}

function precondition(): ServiceException {
  const message = 'At least one of the pre-conditions you specified did not hold'
  return new ServiceException('PreconditionFailed', message, { status: 412 })
}

async function requireBucket(store: BucketFolder, bucket: string): Promise<void> {
  if (await store.hasBucket(bucket)) return
  const hint = `the bucket ${bucket} is made by the first object put into it, or as a folder .gatewright/s3/${bucket}`
  throw new ServiceException('NoSuchBucket', 'The specified bucket does not exist', { status: 404, hint })
}

function metadataOf(headers: HeaderList): ObjectMetadata {
  const kept = headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => KEPT_HEADERS.includes(name) || name.startsWith('x-amz-meta-'))
  return {
    contentType: headerValue(headers, 'Content-Type') ?? 'binary/octet-stream',
    headers: Object.fromEntries(kept),
  }
}

function objectHeaders({ contentType, headers, etag, size, modifiedAt }: StoredObject): HeaderList {
  return [
    ['Content-Type', contentType],
    ['Content-Length', String(size)],
    ['ETag', etag],
    ['Last-Modified', new Date(modifiedAt).toUTCString()],
    ['Accept-Ranges', 'bytes'],
    ...Object.entries(headers),
  ]
}

function refuse(request: ServiceRequest, context: ServiceContext, exception: ServiceException): ServiceAnswer {
  const { code, message, status, hint } = exception
  const address = addressOrNone(request)
  const details = [
    ...(code === 'NoSuchKey' && address.key !== null ? [['Key', address.key] as const] : []),
    ...(code.includes('Bucket') && address.bucket !== null ? [['BucketName', address.bucket] as const] : []),
    ['RequestId', context.requestId] as const,
    ['HostId', Buffer.from(context.requestId).toString('base64')] as const,
  ]
  const body = request.method === 'HEAD' ? '' : errorXml(code, message, details)
  return {
    status,
    headers: [...serviceHeaders(context), ['Content-Type', 'application/xml']],
    body: Buffer.from(body, 'utf8'),
    resource: resourceText(address),
    action: (address.key === null ? BUCKET_ACTIONS : OBJECT_ACTIONS)[request.method] ?? request.method,
    summary: `${code}: ${message}`,
    errorCode: code,
    ...(hint !== undefined && { hint }),
  }
}

function addressOrNone(request: ServiceRequest): S3Address {
  try {
    return s3Address(request)
  } catch {
    return { bucket: null, key: null }
  }
}

/** "order-archive/2026/a.json". */
function resourceText({ bucket, key }: S3Address): string {
  return [bucket, key].filter((part) => part !== null).join('/')
}

function serviceHeaders({ requestId }: ServiceContext): HeaderList {
  return [
    ['x-amz-request-id', requestId],
    ['x-amz-id-2', Buffer.from(requestId).toString('base64')],
  ]
}

function xml(text: string, summary: string): Outcome {
  return { status: 200, headers: [['Content-Type', 'application/xml']], body: Buffer.from(text, 'utf8'), summary }
}

function empty(status: number, summary: string, headers: HeaderList = []): Outcome {
  return { status, headers, body: Buffer.alloc(0), summary }
}

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import { idNumber, NOW, serveServices, serviceMethod } from '../testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
let outside: string

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'gatewright-outside-'))
})
afterEach(async () => {
  await sample?.close()
  sample = null
  rmSync(outside, { recursive: true, force: true })
})

/** Answers the statuses of S3 as they are. */
const statuses = ['200', '204', '304', '403', '404', '405', '409', '412', '500', '501', '503', '400']

function s3Method(
  uri: string,
  httpMethod: string,
  more: Readonly<Record<string, string>> = {},
  rest: Partial<Integration> = {},
) {
  const method = serviceMethod(uri, {
    httpMethod,
    requestParameters: {
      'integration.request.path.key': 'method.request.path.key',
      'integration.request.querystring.list-type': 'method.request.querystring.list-type',
      ...more,
    },
    integrationResponses: statuses.map((statusCode) => ({
      statusCode,
      ...(statusCode !== '200' && { selectionPattern: statusCode }),
      responseParameters: {
        'method.response.header.ETag': 'integration.response.header.ETag',
        'method.response.header.Content-Type': 'integration.response.header.Content-Type',
        'method.response.header.X-Note': 'integration.response.header.x-amz-meta-note',
        'method.response.header.X-Modified': 'integration.response.header.Last-Modified',
      },
    })),
    ...rest,
  })
  return { ...method, methodResponses: statuses.map((statusCode) => ({ statusCode })) }
}

const query = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [`integration.request.querystring.${name}`, `method.request.querystring.${name}`]),
  )

async function serve(): Promise<Sample> {
  const note = { 'integration.request.header.x-amz-meta-note': 'method.request.header.X-Note' }
  const conditions = {
    'integration.request.header.If-None-Match': 'method.request.header.If-None-Match',
    'integration.request.header.x-amz-copy-source': 'method.request.header.X-Copy',
  }
  sample = await serveServices({
    '/list': s3Method(
      's3:path/archive',
      'GET',
      query('prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after', 'encoding-type', 'acl'),
    ),
    '/buckets': s3Method('s3:path//', 'GET'),
    '/bucket': s3Method('s3:path/archive', 'ANY'),
    '/named/{key}': s3Method('s3:path/{key}', 'PUT'),
    '/action': s3Method('s3:action/GetObject&Bucket=archive&Key=a', 'GET'),
    '/virtual/{key+}': s3Method('archive.s3:path/{key}', 'ANY'),
    '/{key+}': s3Method('s3:path/archive/{key}', 'ANY', { ...note, ...conditions }),
  })
  return sample
}

const objects = () => join(sample!.folder, '.gatewright', 's3', 'archive')

function put(key: string, body: string | Buffer = 'x', headers: Readonly<Record<string, string>> = {}) {
  return sample!.send(`/${key}`, { method: 'PUT', body, headers })
}

const error = (Code: string, Message: string, details = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${Code}</Code><Message>${Message}</Message>${details}`

describe('an object', () => {
  test('is a file below the project, with its type and metadata', async () => {
    const { gateway } = await serve()
    const stored = await put('orders/2026/a%20b.json', '{"a": 1}', {
      'Content-Type': 'application/json',
      'X-Note': 'n1',
    })
    const etag = '"42b7b4f2921788ea14dac5566e6f06d0"'
    expect([stored.status, stored.headers['etag']]).toEqual([200, etag])
    expect(readFileSync(join(objects(), 'orders', '2026', 'a b.json'), 'utf8')).toBe('{"a": 1}')
    const got = await sample!.send('/orders/2026/a%20b.json')
    expect([got.status, got.text, got.headers['etag'], got.headers['content-type'], got.headers['x-note']]).toEqual([
      200,
      '{"a": 1}',
      etag,
      'application/json',
      'n1',
    ])
    expect(got.headers['x-modified']).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
    expect(gateway.records(false)).toMatchObject([
      { service: 's3', resource: 'archive/orders/2026/a b.json', action: 'GetObject', summary: '8 bytes', body: '' },
      { service: 's3', action: 'PutObject', at: NOW, summary: '8 bytes', body: '{"a": 1}' },
    ])
  })

  test('has a head, and is gone when it was deleted', async () => {
    await serve()
    await put('a/b', 'text')
    const head = await sample!.send('/a/b', { method: 'HEAD' })
    expect([head.status, head.text, head.headers['x-modified']]).toEqual([200, '', 'Thu, 01 Jan 2026 00:00:00 GMT'])
    expect((await sample!.send('/a/b', { method: 'DELETE' })).status).toBe(204)
    expect((await sample!.send('/a/b', { method: 'DELETE' })).status).toBe(204)
    expect((await sample!.send('/a/b', { method: 'HEAD' })).status).toBe(404)
    expect(readdirSync(objects())).toEqual([])
    const gone = await sample!.send('/a/b')
    expect(gone.status).toBe(404)
    expect(gone.text).toContain(error('NoSuchKey', 'The specified key does not exist.', '<Key>a/b</Key>'))
  })

  test('can be put by hand, and changed by hand', async () => {
    await serve()
    await put('made.json', '{}', { 'Content-Type': 'application/json' })
    writeFileSync(join(objects(), 'made.json'), '{"by": "hand"}')
    writeFileSync(join(objects(), 'by-hand.txt'), 'hello')
    expect((await sample!.send('/by-hand.txt')).text).toBe('hello')
    const { text, headers } = await sample!.send('/made.json')
    expect([text, headers['content-type']]).toEqual(['{"by": "hand"}', 'binary/octet-stream'])
  })

  test('holds bytes as they are', async () => {
    const bytes = Buffer.from([0, 255, 128, 10])
    sample = await serveServices(
      { '/{key}': s3Method('s3:path/archive/{key}', 'ANY', {}, { contentHandling: 'CONVERT_TO_BINARY' }) },
      {},
    )
    await put('raw', bytes.toString('base64'))
    expect(readFileSync(join(objects(), 'raw'))).toEqual(bytes)
  })

  test('is only made where there is none when the condition says so', async () => {
    await serve()
    const once = { 'If-None-Match': '*' }
    expect((await put('a', '1', once)).status).toBe(200)
    const again = await put('a', '2', once)
    expect(again.status).toBe(412)
    expect(again.text).toContain('<Code>PreconditionFailed</Code>')
    const known = (await sample!.send('/a')).headers['etag'] as string
    expect((await sample!.send('/a', { headers: { 'If-None-Match': known } })).status).toBe(304)
  })

  test("is found by the bucket's own host as well", async () => {
    await serve()
    await put('a', '1')
    expect((await sample!.send('/virtual/a')).text).toBe('1')
  })
})

describe('a key', () => {
  test('never leads out of its bucket', async () => {
    await serve()
    for (const key of [
      '..%2f..%2fescaped',
      '%2e%2e/%2e%2e/escaped',
      '../../escaped',
      '%2Fetc%2Fescaped',
      '..%5C..%5Cescaped',
    ]) {
      expect((await put(key, 'x')).status).toBe(200)
      expect((await sample!.send(`/${key}`)).text).toBe('x')
    }
    expect(readdirSync(sample!.folder)).toEqual(['.gatewright'])
    expect(readdirSync(join(sample!.folder, '.gatewright')).sort()).toEqual(['s3', 's3-metadata'])
    expect(readdirSync(join(sample!.folder, '.gatewright', 's3'))).toEqual(['archive'])
  })

  test('never leads through a symbolic link', async () => {
    const { lines } = await serve()
    await put('a', 'x')
    writeFileSync(join(outside, 'secret'), 'secret')
    symlinkSync(outside, join(objects(), 'link'))
    symlinkSync(join(outside, 'secret'), join(objects(), 'file'))
    expect((await sample!.send('/link/secret')).text).toContain('<Code>AccessDenied</Code>')
    expect((await put('link/new')).status).toBe(403)
    expect((await sample!.send('/link/secret', { method: 'DELETE' })).status).toBe(403)
    expect((await sample!.send('/file')).status).toBe(404)
    expect((await put('file', 'own')).status).toBe(200)
    expect((await sample!.send('/list?list-type=2')).text).not.toContain('secret')
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('secret')
    expect(readdirSync(outside)).toEqual(['secret'])
    expect(lines[0]).toContain('link is a symbolic link, which the local S3 does not follow')
  })

  test('of a bucket that is a link is refused, and so is a link to the whole store', async () => {
    await serve()
    mkdirSync(dirname(objects()), { recursive: true })
    symlinkSync(outside, objects())
    expect((await put('a')).status).toBe(403)
    rmSync(join(sample!.folder, '.gatewright'), { recursive: true })
    symlinkSync(outside, join(sample!.folder, '.gatewright'))
    expect((await put('a')).status).toBe(403)
    expect(readdirSync(outside)).toEqual([])
  })

  test('cannot be a file and a folder', async () => {
    await serve()
    await put('a', '1')
    const { status, text } = await put('a/b', '2')
    expect(status).toBe(501)
    expect(text).toContain('one key begins with another and a slash')
    expect((await sample!.send('/a')).text).toBe('1')
  })

  test('has at most 1,024 bytes', async () => {
    await serve()
    expect((await put('a'.repeat(1025))).text).toContain('<Code>KeyTooLongError</Code>')
    expect((await put('a'.repeat(300))).text).toContain('<Code>KeyTooLongError</Code>')
  })
})

describe('a bucket', () => {
  test('lists its objects in the order of their keys, a page at a time', async () => {
    await serve()
    for (const key of ['b', 'a/2', 'a/1', 'a%2F%2F', 'c']) await put(key)
    const list = async (query: string) => (await sample!.send(`/list?list-type=2${query}`)).text
    const keys = (text: string) => [...text.matchAll(/<Key>([^<]*)</g)].map(([, key]) => key)
    expect(keys(await list(''))).toEqual(['a//', 'a/1', 'a/2', 'b', 'c'])
    expect(keys(await list('&prefix=a/&start-after=a/1'))).toEqual(['a/2'])
    const first = await list('&delimiter=/&max-keys=2')
    expect([keys(first), first.includes('<CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>')]).toEqual([['b'], true])
    const [, token] = /<NextContinuationToken>([^<]*)</.exec(first)!
    expect(first).toContain('<KeyCount>2</KeyCount><MaxKeys>2</MaxKeys><IsTruncated>true</IsTruncated>')
    const second = await list(`&delimiter=/&max-keys=2&continuation-token=${token}`)
    expect([keys(second), second.includes('CommonPrefixes'), second.includes('<IsTruncated>false')]).toEqual([
      ['c'],
      false,
      true,
    ])
  })

  test('shows of an object what S3 shows', async () => {
    await serve()
    await put('a%26b', 'text')
    expect((await sample!.send('/list?list-type=2&encoding-type=url')).text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>archive</Name>' +
        '<Prefix></Prefix><KeyCount>1</KeyCount><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>' +
        '<Contents><Key>a%26b</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified>' +
        '<ETag>&quot;1cb251ec0d568de6a929b520c4aed8d1&quot;</ETag><Size>4</Size><StorageClass>STANDARD</StorageClass></Contents>' +
        '</ListBucketResult>',
    )
  })

  test('is made, looked for and deleted', async () => {
    await serve()
    const bucket = (method: string) => sample!.send('/bucket', { method })
    expect((await bucket('HEAD')).status).toBe(404)
    expect((await sample!.send('/list?list-type=2')).text).toContain(
      error('NoSuchBucket', 'The specified bucket does not exist', '<BucketName>archive</BucketName>'),
    )
    expect((await bucket('PUT')).status).toBe(200)
    expect((await bucket('HEAD')).status).toBe(200)
    expect((await sample!.send('/buckets')).text).toContain('<Buckets><Bucket><Name>archive</Name>')
    await put('a')
    expect((await bucket('DELETE')).status).toBe(409)
    await sample!.send('/a', { method: 'DELETE' })
    expect((await bucket('DELETE')).status).toBe(204)
    expect(existsSync(objects())).toBe(false)
  })

  test.each(['ab', 'Archive', '..', 'a_b', 'a..b'])('is not called %j', async (name) => {
    await serve()
    expect((await sample!.send(`/named/${encodeURIComponent(name)}`)).text).toContain('<Code>InvalidBucketName</Code>')
  })
})

describe('the local S3', () => {
  test('names what it does not support', async () => {
    await serve()
    const texts = [
      (await sample!.send('/list')).text,
      (await sample!.send('/list?list-type=2&acl=x')).text,
      (await sample!.send('/action')).text,
      (await put('a', 'x', { 'X-Copy': 'archive/b' })).text,
      (await sample!.send('/a', { method: 'PATCH' })).text,
    ]
    const messages = texts.map((text) => /<Message>(.*?)<\/Message>/.exec(text)![1]!.split(' It runs ')[0])
    expect(messages).toEqual([
      "The local S3 does not support ListObjects, the first version; map integration.request.querystring.list-type to &quot;'2'&quot;.",
      'The local S3 does not support the parameter &quot;acl&quot; of ListObjectsV2.',
      'The local S3 does not support action/GetObject; write the URI as s3:path/{bucket}/{key}.',
      'The local S3 does not support the header x-amz-copy-source of PutObject.',
      'The specified method is not allowed against this resource.',
    ])
  })

  test('gives ids that are made, not found', async () => {
    await serve()
    expect((await sample!.send('/none')).text).toContain(`<RequestId>${idNumber(1)}</RequestId>`)
  })
})

import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readLambdaPayload, type PayloadFormat } from './lambda-response'

const codec = {
  textOf: (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8'),
  bytesOf: (text: string) => Buffer.from(text, 'utf8'),
  lengthOf: (text: string) => Buffer.byteLength(text),
  base64Of: (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'),
  bytesOfBase64: (text: string) => (/^[A-Za-z0-9+/]*=*$/.test(text) ? Buffer.from(text, 'base64') : null),
}

function read(payload: string, format: PayloadFormat = '2.0') {
  const reading = readLambdaPayload(payload, format, codec)
  if (reading.kind === 'malformed') return reading.reason
  const { status, headers, body } = reading.answer
  return [status, headers, codec.textOf(body)]
}
const json = [['content-type', 'application/json']]
const plain = ['content-type', 'text/plain; charset=utf-8']

describe('a payload in format 2.0', () => {
  it.each([
    ['{"body":"hi"}', '{"body":"hi"}'],
    ['{"name": "x", "n":', '{"name": "x", "n":'],
    ['"test"', 'test'],
    ['"a \\"b\\""', 'a "b"'],
    ['""', ''],
    ['[1, 2]', '[1, 2]'],
    ['true', 'true'],
    ['1.50', '1.50'],
    ['null', 'null'],
    ['', ''],
  ])('without a statusCode is the body itself: %s', (payload, body) => {
    expect(read(payload)).toEqual([200, json, body])
  })

  it('with a statusCode is an answer, plain text unless it says otherwise', () => {
    expect(read('{"statusCode":201,"body":"a"}')).toEqual([201, [plain], 'a'])
    expect(read('{"statusCode":200}')).toEqual([200, [plain], ''])
    expect(read('{"statusCode":200,"body":null,"headers":{"Content-Type":"a/b","n":1,"t":true,"z":null}}')).toEqual([
      200,
      [
        ['Content-Type', 'a/b'],
        ['n', '1'],
        ['t', 'true'],
      ],
      '',
    ])
    expect(
      read(
        '{"statusCode":200,"isBase64Encoded":true,"body":"aGk=","cookies":["a=1","b=2"],"multiValueHeaders":{"x":["1"]}}',
      ),
    ).toEqual([200, [plain, ['set-cookie', 'a=1'], ['set-cookie', 'b=2']], 'hi'])
  })

  it.each([
    ['{"statusCode":0}', 'statusCode is no HTTP status'],
    ['{"statusCode":200.5}', 'statusCode is no HTTP status'],
    ['{"statusCode":"200"}', 'statusCode is no HTTP status'],
    ['{"statusCode":null}', 'statusCode is no HTTP status'],
    ['{"statusCode":99}', 'statusCode is no HTTP status'],
    ['{"statusCode":200,"body":{}}', 'body is not text'],
    ['{"statusCode":200,"headers":[]}', 'headers is not an object'],
    ['{"statusCode":200,"headers":{"a":{}}}', 'headers.a is not text'],
    ['{"statusCode":200,"cookies":"a"}', 'cookies is not a list of texts'],
    ['{"statusCode":200,"isBase64Encoded":true,"body":"%"}', 'the function marked its body as base64, but it is not'],
  ])('that cannot be read is told why: %s', (payload, why) => {
    expect(read(payload)).toBe(`malformed response of the function: ${why}`)
  })
})

describe('a payload in format 1.0', () => {
  it('infers nothing', () => {
    for (const payload of ['"test"', '{"body":"hi"}', 'null', '{']) {
      expect(read(payload, '1.0')).toBe('malformed response of the function: it is no object with a statusCode')
    }
  })

  it('puts the single value of a name before the list of the same name', () => {
    const payload =
      '{"statusCode":200,"headers":{"Both":"1","content-type":"a/b"},"multiValueHeaders":{"both":["2","3"]},"cookies":["a=1"]}'
    expect(read(payload, '1.0')).toEqual([
      200,
      [
        ['Both', '1'],
        ['Both', '2'],
        ['Both', '3'],
        ['content-type', 'a/b'],
      ],
      '',
    ])
  })

  it('refuses lists that are none', () => {
    expect([
      read('{"statusCode":200,"multiValueHeaders":{"a":"1"}}', '1.0'),
      read('{"statusCode":200,"multiValueHeaders":[]}', '1.0'),
      read('{"statusCode":200,"multiValueHeaders":{"a":[null]}}', '1.0'),
    ]).toEqual([
      'malformed response of the function: multiValueHeaders.a is not a list',
      'malformed response of the function: multiValueHeaders is not an object',
      'malformed response of the function: multiValueHeaders.a has a value that is not text',
    ])
  })
})

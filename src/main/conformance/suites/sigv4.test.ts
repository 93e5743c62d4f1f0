import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { signRequest } from '../../engine/authorizers/sigv4/sign-request'
import { NODE_SIGV4_CRYPTO } from '../../live/identity/sigv4-crypto'
import type { SuiteFolder } from '../conformance-suite'
import { diskFolder } from '../disk-folder'
import { SIGV4_SUITE } from './sigv4'
import { parseRequestText, requestText } from './sigv4/request-text'
import { tamperedRequests } from './sigv4/tampered-requests'

const GIVEN = '../shared/conformance/sigv4'
const TEXT = 'PUT /a b?x=1 HTTP/1.1\nHost: localhost:1\nX-Folded:one\n  two\n\n{"a":1}'

const CONTEXT = {
  credentials: { access_key_id: 'GWKEY', secret_access_key: 'made-up' },
  expiration_in_seconds: 60,
  normalize: true,
  region: 'eu-west-1',
  service: 'execute-api',
  sign_body: true,
  timestamp: '2026-01-31T12:30:00Z',
}

function signedForm(form: 'header' | 'query') {
  const credentials = { accessKeyId: 'GWKEY', secretAccessKey: 'made-up' }
  const options = {
    credentials,
    region: 'eu-west-1',
    service: 'execute-api',
    at: Date.parse(CONTEXT.timestamp),
    form,
    expiresInSeconds: 60,
    sendsPayloadHash: true,
  }
  const signed = signRequest(parseRequestText(TEXT), options, NODE_SIGV4_CRYPTO)
  return {
    'canonical-request': signed.canonicalRequest,
    'string-to-sign': signed.stringToSign,
    signature: signed.signature,
    'signed-request': requestText(signed.request),
  }
}

function play(...cases: object[]) {
  const folder: SuiteFolder = { files: ['README.md', 'made-up.json'], text: () => '', json: () => ({ cases }) }
  return SIGV4_SUITE.play(folder).map(({ id, outcome, message }) => [id, outcome, message])
}

describe('SIGV4_SUITE', () => {
  const entry = { name: 'n', context: CONTEXT, request: TEXT, header: signedForm('header'), query: signedForm('query') }

  it('plays both forms, or the one that there is', () => {
    const { query, ...headerOnly } = entry
    const { header, ...queryOnly } = entry
    const { name, ...unnamed } = headerOnly
    const passed = ['n', 'passed', undefined]
    expect(play(entry, headerOnly, queryOnly, unnamed, { name: 'none', context: CONTEXT, request: TEXT })).toEqual([
      passed,
      passed,
      passed,
      ['made-up.json/3', 'passed', undefined],
      ['none', 'skipped', 'nothing is expected'],
    ])
    expect([query.signature === header.signature, name]).toEqual([false, 'n'])
  })

  it('knows false expectations', () => {
    const wrong = (form: object) => play({ ...entry, query: { ...entry.query, ...form } })[0]!.slice(1)
    const [outcomes, messages] = [0, 1].map((part) =>
      [{ 'canonical-request': 'x' }, { 'string-to-sign': 'x' }, { signature: 'x' }, { 'signed-request': 'x' }]
        .map(wrong)
        .map((result) => String(result[part]).split(': expected')[0]),
    )
    expect([outcomes, messages]).toEqual([
      ['failed', 'failed', 'failed', 'failed'],
      ['query.canonical-request', 'query.string-to-sign', 'query.signature', 'query.signed-request'],
    ])
  })

  it('counts a case that cannot be read as a failure', () => {
    expect(play({ name: 'broken', header: {} }).map(([id, outcome]) => [id, outcome])).toEqual([['broken', 'failed']])
  })
})

describe('request texts', () => {
  it('are read with everything as it is written, and written again', () => {
    const request = parseRequestText(TEXT)
    expect([{ ...request, body: request.body.length }, requestText(request)]).toEqual([
      {
        method: 'PUT',
        path: '/a b',
        rawQuery: 'x=1',
        headers: [
          ['Host', ' localhost:1'],
          ['X-Folded', 'one\n  two'],
        ],
        body: 7,
      },
      TEXT,
    ])
  })

  it('may end with their headers', () => {
    expect(requestText(parseRequestText('GET / HTTP/1.1\nHost:h\n'))).toBe('GET / HTTP/1.1\nHost:h\n\n')
  })
})

describe('tamperedRequests', () => {
  it.each(['header', 'query'] as const)('really differ from the request that is signed in the %s', (form) => {
    const signed = signedForm(form)['signed-request']
    const texts = tamperedRequests(parseRequestText(signed)).map(({ request }) => requestText(request))
    expect([texts.includes(signed), texts.length > 15]).toEqual([false, true])
  })
})

describe.skipIf(!existsSync(GIVEN))(`the cases of ${GIVEN} (skipped where it is absent)`, () => {
  it('all pass', () => {
    const results = SIGV4_SUITE.play(diskFolder(GIVEN))
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(results.length).toBeGreaterThan(0)
  })
})

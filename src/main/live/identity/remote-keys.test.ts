import { describe, expect, it } from 'vitest'
import type { FetchedDocument } from './key-set-steps'
import { createRemoteKeys, type IssuerKeys } from './remote-keys'
import { TokenMaker } from './testing/token-maker'

const ISSUER = 'https://login.example/tenant'
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`
const KEYS = 'https://keys.example/set'
const tokens = new TokenMaker()
const KEY_SET = tokens.keySetText(['a'])

interface Issuer {
  readonly keys: IssuerKeys
  /** Every address that was asked for. */
  readonly asked: readonly string[]
  now: number
}

/** An issuer that has a discovery document and nothing else, unless it is given. */
function issuer(given: Readonly<Record<string, string>>, name = ISSUER): Issuer {
  const discovery = JSON.stringify({ issuer: name, jwks_uri: KEYS })
  const documents: Readonly<Record<string, string>> = { [DISCOVERY]: discovery, ...given }
  const asked: string[] = []
  const fetchDocument = (url: URL): Promise<FetchedDocument> => {
    asked.push(url.href)
    const text = documents[url.href]
    return Promise.resolve(text === undefined ? { kind: 'failed', problem: 'it is away' } : { kind: 'text', text })
  }
  const made: Issuer = { keys: createRemoteKeys({ fetchDocument, now: () => made.now }), asked, now: 0 }
  return made
}

describe('createRemoteKeys', () => {
  it('finds keys through the discovery document, once for all who ask', async () => {
    const { keys, asked } = issuer({ [KEYS]: KEY_SET })
    const found = await Promise.all(['a', 'a', 'unknown', null].map((kid) => keys.find(ISSUER, kid)))
    expect([found, await keys.find(ISSUER, 'a'), asked]).toEqual([
      Array.from({ length: 4 }, () => tokens.lookup('a')),
      tokens.lookup('a'),
      [DISCOVERY, KEYS],
    ])
  })

  it('fetches a bounded number of times, whatever is asked for', async () => {
    const made = issuer({ [KEYS]: KEY_SET })
    for (let index = 0; index < 600; index++) {
      made.now = index * 100
      await made.keys.find(ISSUER, `unknown ${index}`)
    }
    expect(made.asked.length).toBe(2 * 6)
  })

  it.each([
    ['does not answer', { [DISCOVERY]: undefined }, 'its discovery document: it is away'],
    ['answers with a page', { [DISCOVERY]: '<html>' }, 'its discovery document names another issuer'],
    ['answers with nothing', { [DISCOVERY]: 'null' }, 'its discovery document names another issuer'],
    [
      'calls itself otherwise',
      { [DISCOVERY]: `{"issuer":"${ISSUER}/","jwks_uri":"${KEYS}"}` },
      'its discovery document names another issuer',
    ],
    ['names no keys', { [DISCOVERY]: `{"issuer":"${ISSUER}"}` }, 'its discovery document has no "jwks_uri"'],
    [
      'names keys on this computer',
      { [DISCOVERY]: `{"issuer":"${ISSUER}","jwks_uri":"http://127.0.0.1:80/"}` },
      'its "jwks_uri": keys are fetched with https, or with http from 127.0.0.1, and not from "http://127.0.0.1:80/"',
    ],
    ['does not give its keys', {}, 'its key set: it is away'],
    ['gives something else', { [KEYS]: '[]' }, 'its key set: it is no JSON object with a list of "keys"'],
  ])('says so when the issuer %s', async (_what, documents, why) => {
    const { keys } = issuer(documents as Record<string, string>)
    expect(await keys.find(ISSUER, 'a')).toEqual({
      kind: 'unavailable',
      problem: `no keys of the issuer "${ISSUER}": ${why}`,
    })
  })

  it.each([
    [
      'http://login.example',
      'keys are fetched with https, or with http from 127.0.0.1, and not from "http://login.example"',
    ],
    ['https://login.example/?a=b', 'an issuer has no query and no fragment'],
    ['shop', '"shop" is no URL'],
  ])('never asks %s', async (name, why) => {
    const made = issuer({}, name)
    const first = await made.keys.find(name, 'a')
    made.now = 60_000
    const again = await made.keys.find(name, 'a')
    const problem = `no keys of the issuer "${name}": ${why}`
    expect([first, again, made.asked]).toEqual([{ kind: 'unavailable', problem }, { kind: 'unavailable', problem }, []])
  })

  it('takes a fetch that breaks for one that failed', async () => {
    const keys = createRemoteKeys({ fetchDocument: () => Promise.reject(new Error('boom')), now: () => 0 })
    expect(await keys.find(ISSUER, 'a')).toEqual({
      kind: 'unavailable',
      problem: `no keys of the issuer "${ISSUER}": its discovery document: Error: boom`,
    })
  })

  it('asks an issuer that was away again after a while', async () => {
    const documents: Record<string, string> = {}
    const asked: string[] = []
    let now = 0
    const keys = createRemoteKeys({
      now: () => now,
      fetchDocument: (url) => {
        asked.push(url.href)
        const text = documents[url.href]
        return Promise.resolve(text === undefined ? { kind: 'failed', problem: 'away' } : { kind: 'text', text })
      },
    })
    await keys.find(ISSUER, 'a')
    documents[DISCOVERY] = JSON.stringify({ issuer: ISSUER, jwks_uri: KEYS })
    documents[KEYS] = KEY_SET
    const soon = await keys.find(ISSUER, 'a')
    now = 10_000
    expect([soon.kind, await keys.find(ISSUER, 'a'), asked]).toEqual([
      'unavailable',
      tokens.lookup('a'),
      [DISCOVERY, DISCOVERY, KEYS],
    ])
  })
})

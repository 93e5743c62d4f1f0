import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { SentRequest } from '@shared/contract/try'
import { curlCommand } from './curl-command'

const ORDERS: SentRequest = { url: 'http://127.0.0.1:3000/a1/prod/orders', method: 'GET', headers: [], body: null }

/** The arguments that a shell makes of a command line. */
function wordsOf(command: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }; ${command}`
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

describe('curlCommand', () => {
  it('says no more than it has to', () => {
    expect(curlCommand(ORDERS)).toBe("curl 'http://127.0.0.1:3000/a1/prod/orders'")
  })

  it('keeps order and repeats of headers, and leaves the transport to curl', () => {
    const headers = [
      ['Host', '127.0.0.1:3000'],
      ['X-Tag', 'a'],
      ['x-api-key', 'k'],
      ['X-Tag', 'b'],
      ['Content-Type', 'application/json'],
      ['Content-Length', '2'],
      ['Connection', 'close'],
    ] as const
    expect(wordsOf(curlCommand({ ...ORDERS, method: 'POST', headers, body: '{}' }))).toEqual([
      '-X',
      'POST',
      ORDERS.url,
      '-H',
      'X-Tag: a',
      '-H',
      'x-api-key: k',
      '-H',
      'X-Tag: b',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      '{}',
    ])
  })

  it('writes out a host that the URL does not name', () => {
    const headers = [['Host', 'api.example.com']] as const
    expect(wordsOf(curlCommand({ ...ORDERS, headers }))).toEqual([ORDERS.url, '-H', 'Host: api.example.com'])
  })

  it('gets everything that a shell could take for its own through it', () => {
    const body = 'it\'s "$HOME" `id` \\ $(id)\n!! & ; | > <\t*'
    const headers = [['X-Quote', "'; rm -rf / #"]] as const
    expect(wordsOf(curlCommand({ ...ORDERS, method: 'PUT', headers, body }))).toEqual([
      '-X',
      'PUT',
      ORDERS.url,
      '-H',
      "X-Quote: '; rm -rf / #",
      '-H',
      'Content-Type:',
      '--data-raw',
      body,
    ])
  })

  it('keeps curl from reading the URL in its own way', () => {
    const url = 'http://127.0.0.1:3000/a1/prod/a/../b?x=[1]'
    expect(wordsOf(curlCommand({ ...ORDERS, url }))).toEqual(['--globoff', '--path-as-is', url])
  })

  it('sends an empty value, and asks for the head alone', () => {
    const headers = [['X-Empty', '']] as const
    expect(wordsOf(curlCommand({ ...ORDERS, method: 'HEAD', headers }))).toEqual([
      '--head',
      ORDERS.url,
      '-H',
      'X-Empty;',
    ])
  })
})

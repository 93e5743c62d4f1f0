import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from './content-security-policy'
import { readPageFile, safeSegments } from './page-files'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatewright-page-'))
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  writeFileSync(join(folder, 'page/index.html'), '<title>Gatewright</title>')
  writeFileSync(join(folder, 'page/assets/app-1a2b.js'), 'start()')
  writeFileSync(join(folder, 'secret.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (pathname: string) => readPageFile(join(folder, 'page'), pathname)

describe('readPageFile', () => {
  test('the page itself is never kept by the browser and carries the policy', async () => {
    const { status, headers, body } = await read('/')
    expect([status, headers['content-type'], headers['cache-control'], new TextDecoder().decode(body)]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
      '<title>Gatewright</title>',
    ])
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
  })
  test('a file with a hash in its name may be kept for ever', async () => {
    expect((await read('/assets/app-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })
  test.each(['/missing.js', '/assets', '/assets/app-1a2b.map', '/.env', '/index.html%00.js.html/x.js'])(
    'is no file of the page: %s',
    async (pathname) => {
      expect((await read(pathname)).status).toBeGreaterThanOrEqual(403)
    },
  )
  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E%2Fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/secret.json%00.js',
    '/C:/secret.json',
    '/%',
  ])('cannot leave the folder: %s', async (pathname) => {
    expect((await read(pathname)).status).toBe(403)
  })
  test('an escape that was escaped twice names no file', async () => {
    expect((await read('/%252e%252e/secret.json')).status).toBe(404)
  })
})

test('doubled slashes do not begin a path at the root of the disk', () => {
  expect(safeSegments('//etc//passwd')).toEqual(['etc', 'passwd'])
})

test('the policy allows no inline script, no eval and no other origin', () => {
  expect(CONTENT_SECURITY_POLICY).toMatch(/default-src 'none'; script-src 'self';/)
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*|blob:|script-src[^;]*unsafe-inline/)
})

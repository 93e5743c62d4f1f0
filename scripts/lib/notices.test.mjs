import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageOf, packagesInBundle } from './bundled-packages.mjs'
import { isPermissive, noticesFor } from './notices.mjs'

describe('packagesInBundle', () => {
  test('names packages whose code or styles were kept, each once', () => {
    const bundle = {
      'a.js': {
        type: 'chunk',
        modules: {
          '/x/src/main.ts': { renderedLength: 10 },
          '/x/node_modules/react/index.js': { renderedLength: 10 },
          '/x/node_modules/react/jsx.js': { renderedLength: 5 },
          '/x/node_modules/dropped/index.js': { renderedLength: 0 },
          '/x/node_modules/@fontsource-variable/inter/index.css': { renderedLength: 0 },
        },
      },
      'a.woff2': { type: 'asset', originalFileNames: ['../../node_modules/@fontsource-variable/mono/files/a.woff2'] },
      'b.css': { type: 'asset' },
    }
    expect(packagesInBundle(bundle)).toEqual(['@fontsource-variable/inter', '@fontsource-variable/mono', 'react'])
  })
  test.each([
    ['/x/node_modules/@scope/name/dist/a.js', '@scope/name'],
    ['/x/node_modules/outer/node_modules/inner/a.js', 'inner'],
    ['C:\\x\\node_modules\\ws\\index.js', 'ws'],
    ['\0vite/preload-helper.js', 'vite'],
    ['/x/src/node.ts', null],
  ])('%j belongs to %s', (id, name) => {
    expect(packageOf(id)).toBe(name)
  })
})

test.each([
  ['MIT', true],
  ['(MPL-2.0 OR Apache-2.0)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN x', false],
  [undefined, false],
])('%s may be shipped: %s', (licence, expected) => {
  expect(isPermissive(licence)).toBe(expected)
})

describe('noticesFor', () => {
  let folder = ''
  const addPackage = (name, manifest, licence) => {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }))
    if (licence) writeFileSync(join(folder, name, 'LICENSE.md'), licence)
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatewright-notices-'))
    addPackage('a', { license: 'MIT', repository: { url: 'git+https://example.com/a.git' } }, 'Copyright A\r\n')
    addPackage('b', { license: 'ISC', author: 'Bo' })
    addPackage('c', { license: 'GPL-3.0' })
    addPackage('d', { license: 'MIT' }, 'Copyright D\n\n# Licenses of bundled dependencies\nCopyright E\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('gives name, version, licence, home and the licence text', () => {
    const [, a, b] = noticesFor(['a', 'b'], folder).split(`\n${'-'.repeat(100)}\n\n`)
    expect([a, b]).toEqual([
      'a 1.0.0 (MIT)\nhttps://example.com/a\n\nCopyright A\n',
      'b 1.0.0 (ISC)\n\nDeclared in its package.json: licence ISC, author Bo.\n',
    ])
  })
  test('leaves out what a tool says about its own bundle, of which only a helper comes along', () => {
    expect(noticesFor(['d'], folder).split('\n').slice(-4)).toEqual(['d 1.0.0 (MIT)', '', 'Copyright D', ''])
  })
  test('a licence that may not be shipped is an error that names the package', () => {
    expect(() => noticesFor(['c'], folder)).toThrow(
      'c has the licence GPL-3.0, which Gatewright may not ship. Use another package.',
    )
  })
})

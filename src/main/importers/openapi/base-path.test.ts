import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importSample, openApi, restSample, said } from './import-sample'

const CASES = fileURLToPath(
  new URL('../../../../../shared/conformance/rest/openapi-import-export.json', import.meta.url),
)

interface Case {
  readonly id: string
  readonly document: { readonly paths: readonly string[] }
  readonly basepath: 'prepend' | 'split'
  readonly expect: { readonly resources: readonly string[] }
}

/** The resources that the service makes: each path with its parents and the root. */
function resourceTree(paths: readonly string[]): string[] {
  const parents = paths.flatMap((path) => path.split('/').map((_part, index, all) => all.slice(0, index + 1).join('/')))
  return [...new Set(['/', ...parents.filter((path) => path !== '')])].sort()
}

// Skipped where the reference material is absent.
describe.skipIf(!existsSync(CASES))('base paths as recorded from the service', () => {
  const all: { cases: Case[] } = existsSync(CASES) ? JSON.parse(readFileSync(CASES, 'utf8')) : { cases: [] }
  const cases = all.cases.filter(({ id }) => id.startsWith('import-basepath-'))

  it('are six cases', () => {
    expect(cases).toHaveLength(6)
  })

  it.each(cases)('$id', ({ document, basepath, expect: expected }) => {
    const paths = Object.fromEntries(document.paths.map((path) => [path, { get: {} }]))
    const api = restSample({ info: { title: 'Base' }, ...document, paths }, { basePath: basepath })
    expect(resourceTree(Object.keys(api.resources))).toEqual(expected.resources)
  })
})

describe('base paths', () => {
  const paths = { '/e': { get: {} }, '/': { get: {} } }
  const servers = [{ url: 'https://api.example.com/a/b/c' }]

  it.each([
    ['ignore', ['/e', '/']],
    ['prepend', ['/a/b/c/e', '/a/b/c']],
    ['split', ['/b/c/e', '/b/c']],
  ] as const)('%s', (basePath, resources) => {
    expect(Object.keys(restSample(openApi({ servers, paths }), { basePath }).resources)).toEqual(resources)
  })

  it('are ignored unless asked for, and said to be', () => {
    expect(said(openApi({ servers, paths }))).toEqual(['info import/base-path-ignored /servers/0'])
    expect(said({ swagger: '2.0', basePath: '/v1', info: {}, paths })).toEqual([
      'info import/base-path-ignored /basePath',
    ])
    expect(said(openApi({ servers: [{ url: '/' }], paths }))).toEqual([])
  })

  it('are the default of the variable basePath before the path of the address', () => {
    const withVariable = [{ url: 'https://x.example.com/{basePath}', variables: { basePath: { default: '/s1' } } }]
    expect(
      Object.keys(restSample(openApi({ servers: withVariable, paths }), { basePath: 'prepend' }).resources),
    ).toEqual(['/s1/e', '/s1'])
  })

  it('survive servers of any shape', () => {
    for (const wrong of [1, 'x', [null], [{ variables: 1 }], { variables: { basePath: {} } }, [{ url: {} }]]) {
      expect(importSample(openApi({ servers: wrong, paths }), { basePath: 'prepend' }).design).not.toBeNull()
    }
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ImportReport } from '@shared/contract/import-report'
import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import { routeKeysOf } from '@shared/design/route-key'
import { importDocument } from './import-document'

const FOLDER = fileURLToPath(new URL('../../../../shared/fixtures/hostile', import.meta.url))
const isPresent = existsSync(FOLDER)

interface Entry {
  readonly file: string
  readonly as: string
  readonly expect: string
}

/** What each must come to: "refuse" with this code at this place, or "accept" with this many routes and this said. */
const OUTCOMES: { readonly [file: string]: string } = {
  'truncated.json': 'refuse text/json-syntax 1:71',
  'trailing-comma.json': 'refuse text/json-syntax 1:65',
  'empty.json': 'refuse text/empty 1:1',
  'only-whitespace.yaml': 'refuse text/empty 1:1',
  'top-level-null.json': 'refuse import/format-unknown 1:1',
  'top-level-array.json': 'refuse import/format-unknown 1:1',
  'top-level-string.yaml': 'refuse import/format-unknown 1:1',
  'bom-utf8.json': 'accept 1',
  'utf16le-bom.json': 'accept 1',
  'latin1-bytes.json': 'refuse text/not-utf8 1:44',
  'nul-bytes.json': 'refuse text/not-text 1:141',
  'deep-array-10000.json': 'refuse text/too-deep 1:201',
  'deep-object-5000.json': 'refuse text/too-deep 1:1001',
  'deep-flow-2000.yaml': 'refuse text/too-deep 1:203',
  'billion-laughs.yaml': 'refuse text/alias-expansion 6:11',
  'self-alias.yaml': 'refuse text/unknown-anchor 2:6',
  'duplicate-keys.json': 'accept 1, warning text/duplicate-key 1:119',
  'duplicate-keys.yaml': 'refuse text/duplicate-key 5:3',
  'proto-key.json': 'refuse text/unsafe-key 1:54',
  'constructor-prototype.json': 'accept 0, warning import/not-carried 1:106',
  'wrong-types.json': 'refuse import/wrong-type 1:16',
  'paths-null.yaml': 'accept 0, warning import/wrong-type 4:3, warning import/wrong-type 6:5',
  'ref-cycle.json': 'accept 1, warning import/reference-cyclic 1:162',
  'ref-file.json': 'accept 1, error import/reference-unresolved 1:168, error import/reference-unresolved 1:205',
  'ref-http.json': 'accept 1, error import/reference-unresolved 1:168',
  'ref-pointer-proto.json':
    'accept 1, error import/reference-unresolved 1:168, error import/reference-unresolved 1:207',
  'path-traversal-names.json': 'accept 1',
  'html-in-names.json': 'accept 1',
  'unicode-names.json': 'accept 1',
  'redos-pattern.json': 'accept 1',
  'bad-pattern.json': 'accept 1, warning import/pattern-invalid 1:186',
  'many-paths-5000.json': 'accept 5000, warning import/over-quota 1:62',
  'long-string-1mb.json': 'accept 1',
  'huge-number.json': 'refuse text/number-out-of-range 1:113',
  'yaml-js-function.yaml': 'refuse text/unknown-tag 2:15',
  'yaml-python-object.yaml': 'refuse text/unknown-tag 2:15',
  'yaml-two-documents.yaml': 'refuse text/several-documents 4:1',
  'yaml-tabs.yaml': 'refuse text/yaml-syntax 3:1',
  'yaml-norway.yaml': 'accept 1',
  'gzip-bomb.json.gz': 'refuse text/compressed 1:1',
  'cfn-cycle.yaml':
    'accept 0, error import/reference-cyclic 2:3, warning import/api-without-stage 2:3, warning import/api-without-stage 3:3',
  'cfn-unknown-tags.yaml': 'refuse text/unknown-tag 2:60',
}

function read(file: string): ImportReport {
  return importDocument(readFileSync(`${FOLDER}/${file}`), file)
}

function outcome({ design, diagnostics }: ImportReport): string {
  if (!design) {
    const first = diagnostics.find(({ severity }) => severity === 'error')
    return `refuse ${first?.code} ${first?.range?.line}:${first?.range?.column}`
  }
  const told = diagnostics
    .filter(({ severity, code }) => severity !== 'info' && code !== 'import/method-without-integration')
    .map(({ severity, code, range }) => `${severity} ${code} ${range?.line}:${range?.column}`)
  return ['accept ' + routesOf(design), ...told].join(', ')
}

function routesOf(design: Design): number {
  return design.apis.flatMap((api) => routeKeysOf(api)).length
}

function restApi(file: string): RestApi | undefined {
  const api = read(file).design?.apis[0]
  return api?.protocolType === 'REST' ? api : undefined
}

// Skipped where the reference material is absent.
describe.skipIf(!isPresent)('hostile documents', () => {
  const manifest: { files: Entry[] } = isPresent
    ? JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8'))
    : { files: [] }
  const entries = manifest.files.filter(({ as }) => as.startsWith('openapi') || as === 'cloudformation')

  it('have an expected outcome each', () => {
    expect(Object.keys(OUTCOMES).sort()).toEqual(entries.map(({ file }) => file).sort())
  })

  it.each(entries)('$file: $expect', ({ file }) => {
    const started = performance.now()
    expect(outcome(read(file))).toBe(OUTCOMES[file])
    expect(performance.now() - started).toBeLessThan(file === 'many-paths-5000.json' ? 10_000 : 2_000)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(Object.hasOwn(globalThis, '__rce')).toBe(false)
  })

  it('name the resources that depend on each other', () => {
    const cycle = read('cfn-cycle.yaml').diagnostics.find(({ code }) => code === 'import/reference-cyclic')
    expect(cycle?.message).toBe(
      'Resources depend on each other, and AWS refuses such a template: A -> B -> A. Remove one of the references or DependsOn.',
    )
  })

  it('keep the names of three models that every object inherits', () => {
    expect(restApi('constructor-prototype.json')?.models).toEqual({
      constructor: { contentType: 'application/json', schema: {} },
      toString: { contentType: 'application/json', schema: { type: 'string' } },
      hasOwnProperty: { contentType: 'application/json', schema: { type: 'string' } },
    })
  })

  it('keep names as they are written, in any script', () => {
    expect(restApi('unicode-names.json')?.name).toBe('\u202E\u2066gnp.exe 💩 \u0000 e\u0301')
    expect(restApi('html-in-names.json')?.name).toBe('<img src=x onerror=window.__xss=1>')
    expect(restApi('yaml-norway.yaml')?.name).toBe('no')
  })

  it('keep a status key that YAML reads as a number', () => {
    expect(restApi('yaml-norway.yaml')?.resources['/on']?.methods.GET?.methodResponses).toEqual([{ statusCode: '200' }])
  })

  it('give models names that are no paths', () => {
    expect(Object.keys(restApi('path-traversal-names.json')?.models ?? {})).toEqual(['evil', 'CEvil'])
  })

  it('leave a pattern out that is no regular expression, and keep one that is only slow', () => {
    expect(restApi('bad-pattern.json')?.models['A']?.schema).toEqual({ type: 'string' })
    expect(restApi('redos-pattern.json')?.models['A']?.schema).toEqual({ type: 'string', pattern: '^(a+)+$' })
  })

  it('say how many resources a REST API holds', () => {
    const quota = read('many-paths-5000.json').diagnostics.find(({ code }) => code === 'import/over-quota')
    expect(quota?.message).toBe(
      'The API has 5001 resources; a REST API holds 300 by default. Ask AWS for a higher quota, or split the API.',
    )
  })
})

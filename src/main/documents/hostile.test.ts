import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'
import { readDocument } from './read-document'

const folder = fileURLToPath(new URL('../../../../shared/fixtures/hostile', import.meta.url))
const isThere = existsSync(folder)
const files = isThere ? readdirSync(folder) : []

/** Every problem's code and place, or "read". */
function outcomeOf(fileName: string): string {
  const decoded = decodeText(readFileSync(`${folder}/${fileName}`), fileName)
  const diagnostics = 'text' in decoded ? readDocument(decoded.text, fileName).diagnostics : decoded.diagnostics
  return diagnostics.map(({ code, range }) => `${code} ${range?.line}:${range?.column}`).join(', ') || 'read'
}

/** Every file not listed is read without a remark. */
const EXPECTED: Readonly<Record<string, string>> = {
  'billion-laughs.yaml': 'text/alias-expansion 6:11',
  'cfn-unknown-tags.yaml': 'text/unknown-tag 2:60',
  'deep-array-10000.json': 'text/too-deep 1:201',
  'deep-flow-2000.yaml': 'text/too-deep 1:203',
  'deep-object-5000.json': 'text/too-deep 1:1001',
  'duplicate-keys.json': 'text/duplicate-key 1:119',
  'duplicate-keys.yaml': 'text/duplicate-key 5:3',
  'empty.json': 'text/empty 1:1',
  'gzip-bomb.json.gz': 'text/compressed 1:1',
  'huge-number.json': 'text/number-out-of-range 1:113',
  'latin1-bytes.json': 'text/not-utf8 1:44',
  'nul-bytes.json': 'text/not-text 1:141',
  'only-whitespace.yaml': 'text/empty 1:1',
  'proto-key.json': 'text/unsafe-key 1:54, text/unsafe-key 1:85, text/unsafe-key 1:124',
  'self-alias.yaml': 'text/unknown-anchor 2:6',
  'trailing-comma.json': 'text/json-syntax 1:65',
  'truncated.json': 'text/json-syntax 1:71',
  'yaml-js-function.yaml': 'text/unknown-tag 2:15',
  'yaml-python-object.yaml': 'text/unknown-tag 2:15',
  'yaml-tabs.yaml': 'text/yaml-syntax 3:1',
  'yaml-two-documents.yaml': 'text/several-documents 4:1',
}

describe.skipIf(!isThere)('every file of ../shared/fixtures/hostile (skipped where it is absent)', () => {
  it.each(files.filter((file) => !file.endsWith('.vtl')))(
    '%s is read or refused as expected within 2 seconds',
    { timeout: 2000 },
    (file) => {
      expect(outcomeOf(file)).toBe(EXPECTED[file] ?? 'read')
      expect([Object.hasOwn(Object.prototype, 'polluted'), Object.hasOwn(globalThis, '__rce')]).toEqual([false, false])
    },
  )
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../documents/decode-text'
import { parseProject } from './parse-project'

const folder = fileURLToPath(new URL('../../../../shared/fixtures/hostile', import.meta.url))
const isThere = existsSync(folder)

interface Entry {
  readonly file: string
  readonly as: string
}

function entries(): Entry[] {
  const manifest: { files?: Entry[] } = isThere ? JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) : {}
  return manifest.files ?? []
}

/** The codes of the errors with which a file is refused; an empty list would mean that it opened. */
function refusalOf(file: string): string[] {
  const decoded = decodeText(readFileSync(`${folder}/${file}`), file)
  if (!('text' in decoded)) return decoded.diagnostics.map(({ code }) => code)
  const { design, diagnostics } = parseProject(decoded.text, file)
  expect(design).toBe(null)
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

describe.skipIf(!isThere)(
  'files of ../shared/fixtures/hostile opened as projects (skipped where they are absent)',
  () => {
    it('the two made as projects are refused as the manifest says', () => {
      expect(entries().flatMap(({ file, as }) => (as === 'project' ? [[file, refusalOf(file)]] : []))).toEqual([
        ['project-future-version.json', ['project/newer-format']],
        ['project-wrong-types.json', ['project/no-version']],
      ])
    })

    const others = entries().filter(({ as }) => as !== 'project')
    it.each(others)('$file is refused within 2 seconds', { timeout: 2000 }, ({ file }) => {
      expect(refusalOf(file).length).toBeGreaterThan(0)
    })
  },
)

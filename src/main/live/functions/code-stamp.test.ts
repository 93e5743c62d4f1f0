import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CodeStamps } from './code-stamp'
import type { HandlerLanguage } from './handler-language'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatewright-stamps-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** Whether the stamp of the first file changes when the last one is written. */
async function isSeen(files: Readonly<Record<string, string>>, changed: string, text: string): Promise<boolean> {
  for (const [file, content] of Object.entries(files)) write(file, content)
  const entry = Object.keys(files)[0]!
  const language: HandlerLanguage = entry.endsWith('.py') ? 'PYTHON' : 'JAVASCRIPT'
  const reference = { file: join(folder, entry), exportName: 'handler', language }
  const stamps = new CodeStamps()
  const before = await stamps.stampOf(reference, folder)
  expect(await stamps.stampOf(reference, folder)).toBe(before)
  write(changed, text)
  return (await stamps.stampOf(reference, folder)) !== before
}

describe('the stamp of a JavaScript handler', () => {
  const imports = (path: string): Record<string, string> => ({ 'src/f.mjs': `import x from '${path}'` })
  test.each([
    ['its own file', imports('./x.mjs'), 'src/f.mjs', true],
    ['a file beside it', imports('node:fs'), 'src/beside.json', true],
    ['a file that it imports from elsewhere', { ...imports('../lib/x.mjs'), 'lib/x.mjs': '' }, 'lib/x.mjs', true],
    [
      'a file that one of its imports requires, without an ending',
      { ...imports('../lib/x.cjs'), 'lib/x.cjs': 'require("./deep/y")', 'lib/deep/y.js': '' },
      'lib/deep/y.js',
      true,
    ],
    ['an import that was not there', imports('../lib/x.mjs'), 'lib/x.mjs', true],
    ['a file in a folder that it imports', { ...imports('../lib'), 'lib/index.js': '' }, 'lib/index.js', true],
    ['a file that it does not import', { ...imports('../lib/x.mjs'), 'lib/z.mjs': '' }, 'lib/z.mjs', false],
    [
      'an installed package',
      { ...imports('../node_modules/p/x.mjs'), 'node_modules/p/x.mjs': '' },
      'node_modules/p/x.mjs',
      false,
    ],
  ])('sees a change of %s', async (_what, files, changed, seen) => {
    expect(await isSeen(files, changed, 'changed')).toBe(seen)
  })
})

describe('the stamp of a Python handler', () => {
  const imports = (line: string): Record<string, string> => ({ 'app/f.py': `import os\n${line}\n` })
  test.each([
    ['its own file', 'import json', 'app/f.py', true],
    ['a module beside it', 'import json', 'app/beside.py', true],
    ['a module of the project', 'import lib.prices as p, sys', 'lib/prices.py', true],
    ['the package of a module', 'from lib.prices import rate', 'lib/__init__.py', true],
    ['a module imported by name', 'from lib import (prices, names)', 'lib/names.py', true],
    ['a module above its package', 'from ..lib import prices', 'lib/prices.py', true],
    ['a module that it does not import', 'from lib import prices', 'lib/other.py', false],
    ['a file that is no code', 'import lib', 'app/notes.txt', false],
  ])('sees a change of %s', async (_what, line, changed, seen) => {
    const files = { ...imports(line), 'lib/__init__.py': '', 'lib/prices.py': '', 'lib/names.py': '' }
    expect(await isSeen(files, changed, 'changed')).toBe(seen)
  })
})

test('two files that import each other are looked at once', async () => {
  const files = { 'a.mjs': `import './b/b.mjs'`, 'b/b.mjs': `import '../a.mjs'` }
  expect(await isSeen(files, 'b/b.mjs', 'changed')).toBe(true)
})

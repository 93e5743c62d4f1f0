import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPython } from './find-python'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatewright-python-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What is said of a "python3" that is this shell script. */
function lookup(script: string) {
  writeFileSync(join(folder, 'python3'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'python3'), 0o755)
  return findPython({ PATH: folder })
}

const remedy = 'install Python 3.8 or newer, or put it on PATH, and call again'

describe.skipIf(process.platform === 'win32')('the Python that PATH leads to', () => {
  test.each([
    ['printf "/opt/python\\n3\\n8\\n"', { interpreter: '/opt/python' }],
    ['printf "/opt/python\\n4\\n0\\n"', { interpreter: '/opt/python' }],
    ['printf "/opt/python\\n3\\n7\\n"', { problem: `"python3" is Python 3.7; ${remedy}` }],
    ['exit 1', { problem: `"python3" cannot be run; ${remedy}` }],
    ['echo no version', { problem: `"python3" cannot be run; ${remedy}` }],
  ])('that does %s', async (script, found) => {
    expect(await lookup(script)).toEqual(found)
  })
})

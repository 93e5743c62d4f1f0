import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []

/** A new empty folder, removed after the test. */
export function temporaryFolder(): string {
  if (made.length === 0) {
    afterEach(() => {
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
    })
  }
  const folder = mkdtempSync(join(tmpdir(), 'gatewright-test-'))
  made.push(folder)
  return folder
}

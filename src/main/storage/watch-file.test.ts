import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from './testing/temporary-folder'
import { pollFile } from './watch-file'

it('polling notices a changed and a removed file', async () => {
  const path = join(temporaryFolder(), 'a.yaml')
  writeFileSync(path, 'one')
  let notice = (): void => undefined
  const noticed = (): Promise<void> =>
    new Promise((resolve) => {
      notice = resolve
    })
  const stop = pollFile(path, () => notice(), 5)
  const first = noticed()
  // The first look only learns what is there: keep changing until a later one sees a difference.
  let size = 4
  const writing = setInterval(() => writeFileSync(path, 'x'.repeat(size++)), 5)
  await first
  clearInterval(writing)
  const second = noticed()
  rmSync(path)
  await second
  stop()
  expect(size).toBeGreaterThan(4)
})

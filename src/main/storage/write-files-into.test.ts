import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from './testing/temporary-folder'
import { writeFilesInto } from './write-files-into'

it('makes the folders that names ask for', async () => {
  const folder = join(temporaryFolder(), 'new')
  const paths = await writeFilesInto(folder, [
    { name: 'lib/stack.ts', text: 'stack\n' },
    { name: 'app.ts', text: 'app\n' },
  ])
  expect(paths).toEqual([join(folder, 'lib', 'stack.ts'), join(folder, 'app.ts')])
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['stack\n', 'app\n'])
})

it.each(['../out.ts', '..', '', 'lib/../../out.ts'])('%j leads outside: nothing is written', async (name) => {
  const folder = temporaryFolder()
  const files = [
    { name: 'a.ts', text: '' },
    { name, text: '' },
  ]
  await expect(writeFilesInto(folder, files)).rejects.toMatchObject({ code: 'project/unwritable' })
  expect(existsSync(join(folder, 'a.ts'))).toBe(false)
})

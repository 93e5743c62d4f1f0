import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { buildStamp, dependencyStamp, hashEntries, isBuildInput, isStamped, writeStamp } from './stamp.mjs'

const folders = []
function makeTree(files) {
  const root = mkdtempSync(join(tmpdir(), 'gatewright-stamp-'))
  folders.push(root)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

const base = { packageJson: '{"devDependencies":{"a":"1.0.0"}}', lockfile: '{}', platform: 'linux', arch: 'x64' }

describe('hashEntries', () => {
  test('does not depend on the order of the entries', () => {
    expect(hashEntries([['a', 'x'], ['b', 'y']])).toBe(hashEntries([['b', 'y'], ['a', 'x']])) // prettier-ignore
  })
  test('tells where one entry ends and the next begins', () => {
    expect(hashEntries([['a', 'xb']])).not.toBe(hashEntries([['ax', 'b']]))
  })
})

describe('dependencyStamp', () => {
  test('stays when only a script changes', () => {
    const withScript = { ...base, packageJson: '{"scripts":{"x":"y"},"devDependencies":{"a":"1.0.0"}}' }
    expect(dependencyStamp(withScript)).toBe(dependencyStamp(base))
  })
  test.each([
    ['a package', { packageJson: '{"devDependencies":{"a":"1.0.1"}}' }],
    ['the lockfile', { lockfile: '{"x":1}' }],
    ['the platform', { platform: 'darwin' }],
    ['the processor', { arch: 'arm64' }],
  ])('changes with %s', (_, change) => {
    expect(dependencyStamp({ ...base, ...change })).not.toBe(dependencyStamp(base))
  })
})

describe('buildStamp', () => {
  const files = {
    'package.json': '{"version":"1.0.0"}',
    'package-lock.json': '{}',
    'src/main/a.ts': 'a',
    'src/main/a.test.ts': 'test',
    'e2e/story.spec.ts': 'story',
  }
  test.each(['src/main/a.test.ts', 'e2e/story.spec.ts'])('stays when %s changes', (path) => {
    expect(buildStamp(makeTree({ ...files, [path]: 'changed' }))).toBe(buildStamp(makeTree(files)))
  })
  test.each(['src/main/a.ts', 'src/main/b.ts', 'electron.vite.config.ts', 'resources/icon.svg', 'package-lock.json'])(
    'changes when %s changes',
    (path) => {
      expect(buildStamp(makeTree({ ...files, [path]: '{"changed":1}' }))).not.toBe(buildStamp(makeTree(files)))
    },
  )
})

test('test files, benchmarks, fixtures and hidden files are not built', () => {
  const paths = [
    'src/a.ts',
    'src/a.tsx',
    'src/a.test.tsx',
    'src/a.bench.ts',
    'src/storage/fixtures/v1.yaml',
    'src/.DS_Store',
  ]
  expect(paths.filter(isBuildInput)).toEqual(['src/a.ts', 'src/a.tsx'])
})

test('a stamp holds until another one is written', () => {
  const file = join(makeTree({}), 'deep/stamp')
  const before = isStamped(file, 'one')
  writeStamp(file, 'one')
  expect([before, isStamped(file, 'one'), isStamped(file, 'two')]).toEqual([false, true, false])
})

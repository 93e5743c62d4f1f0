import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DESIGN_CODES, SCENARIO_CODES } from './codes'

const folder = new URL('.', import.meta.url)
const read = (isWanted: (name: string) => boolean): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter(isWanted)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')

const tests = read((name) => /(?:^|[\\/])check-[^\\/]*\.test\.ts$/.test(name))
const checks = read((name) => name !== 'codes.ts' && !name.endsWith('.test.ts') && !name.endsWith('.fixture.ts'))
const codes = { ...DESIGN_CODES, ...SCENARIO_CODES }

describe('codes of the checks', () => {
  test.each(Object.keys(codes))('%s is raised by a check and by some test', (code) => {
    expect(checks).toContain(`'${code}'`)
    // As the value of `code`, or as the first word of a line that a test expects.
    expect(tests).toMatch(new RegExp(`'${code}[' ]`))
  })

  test('each is documented in one sentence', () => {
    const wrong = Object.entries(codes).filter(([, text]) => !/^[A-Z].{10,110}\.$/.test(text))
    expect(wrong).toEqual([])
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { shellWord, type ShellText } from './shell-text'

/** What a program gets that bash calls with the word. */
function seenBy(word: string): string {
  return execFileSync('bash', ['-c', `ID='a b$c'; REGION=eu; printf %s ${word}`], { encoding: 'utf8' })
}

const hasBash = spawnSync('bash', ['--version']).status === 0

const LITERALS = [
  'plain',
  '',
  'a b',
  "it's",
  '$HOME `id` $(id) \\ "',
  'line\nline',
  '!!',
  "''",
  '~',
  '*',
  '{a,b}',
  'Größe',
  '#x',
  '=x',
  '<>|&;',
]

describe('shellWord', () => {
  it.runIf(hasBash).each(LITERALS)('%j arrives as it is', (text) => {
    expect(seenBy(shellWord(text))).toBe(text)
  })

  it.runIf(hasBash).each(LITERALS)('%j arrives around variables, whose values are not looked into', (text) => {
    const whole: ShellText = [text, { variable: 'ID' }, text, { variable: 'REGION' }]
    expect(seenBy(shellWord(whole))).toBe(`${text}a b$c${text}eu`)
  })

  it('quotes what needs it only', () => {
    expect(shellWord('POST')).toBe('POST')
    expect(shellWord(['arn:', { variable: 'REGION' }, ':x'])).toBe('"arn:$REGION:x"')
    expect(shellWord([{ variable: 'REGION' }, 'a'])).toBe('"${REGION}a"')
    expect(shellWord(['{"a":"', { variable: 'ID' }, '"}'])).toBe(`'{"a":"'"$ID"'"}'`)
  })
})

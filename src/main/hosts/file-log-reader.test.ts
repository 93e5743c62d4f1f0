import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { LogReader } from '../simulator/replay/log-reader'
import { checkReplayFiles, openFileLog } from './file-log-reader'

const rush = orderDesign().scenarios[0]!

/** Everything that a reader gives. */
function textOf(reader: LogReader): string {
  let text = ''
  for (let piece = reader.read(); piece !== null; piece = reader.read()) text += String(piece)
  return text
}

describe('the log of a project', () => {
  const outside = mkdtempSync(join(tmpdir(), 'gatewright-log-'))
  const folder = join(outside, 'project')

  beforeAll(() => {
    mkdirSync(join(folder, 'logs'), { recursive: true })
    writeFileSync(join(outside, 'secret.log'), 'secret')
    writeFileSync(join(folder, 'a.log'), 'one\ntwo\n')
    writeFileSync(join(folder, '..b.log'), 'three')
  })
  afterAll(() => rmSync(outside, { recursive: true }))

  /** What is wrong with the log of a scenario, and that opening it says the same. */
  function problemOf(file: string, of: string | null = folder): string {
    const scenario = {
      ...rush,
      sources: [rush.sources[0]!, { name: 'monday', shape: { type: 'REPLAY', file }, routes: {} } as const],
    }
    const [found, ...more] = checkReplayFiles(scenario, of)
    expect(more).toEqual([])
    if (found === undefined) return 'none'
    expect(found).toMatchObject({
      code: 'scenario/replay-invalid',
      severity: 'error',
      pointer: '/sources/1/shape/file',
    })
    const problem = found.message.replace('Traffic source monday: ', '')
    expect(() => openFileLog(of, file)).toThrow(
      expect.objectContaining({ code: 'simulator/invalid-scenario', message: problem }),
    )
    return problem
  }

  it('is read from its beginning each time it is opened', () => {
    expect([problemOf('a.log'), problemOf('logs/../..b.log')]).toEqual(['none', 'none'])
    expect([textOf(openFileLog(folder, 'a.log')), textOf(openFileLog(folder, 'a.log'))]).toEqual([
      'one\ntwo\n',
      'one\ntwo\n',
    ])
    expect(textOf(openFileLog(folder, '..b.log'))).toBe('three')
  })

  it('comes in pieces, a character that is in two of them whole', () => {
    const text = `x${'é'.repeat(1_500_000)}\n`
    writeFileSync(join(folder, 'long.log'), text)
    const reader = openFileLog(folder, 'long.log')
    expect(String(reader.read()).length).toBe(1 + 524_287)
    expect(textOf(openFileLog(folder, 'long.log'))).toBe(text)
  })

  it('is refused where it is not there, no file, or outside of the folder', () => {
    expect([problemOf('gone.log'), problemOf('logs'), problemOf('.'), problemOf('../secret.log')]).toEqual([
      `gone.log cannot be read: it or its folder does not exist (ENOENT). Put it into ${folder} or correct its path.`,
      `logs is no file. Name a log below ${folder}.`,
      `. is outside of the project’s folder and is not read. Copy it into ${folder}.`,
      `../secret.log is outside of the project’s folder and is not read. Copy it into ${folder}.`,
    ])
    expect(problemOf(join(outside, 'secret.log'))).toContain('is outside of the project’s folder')
    expect(problemOf('a\0b')).toContain('cannot be read')
    expect(problemOf('a.log', null)).toBe(
      'a.log cannot be found: the project is not saved. Save it and put the log beside it.',
    )
  })

  it.skipIf(process.platform === 'win32')(
    'is refused where a link leads outside, or is a pipe (skipped on Windows)',
    () => {
      symlinkSync(join(outside, 'secret.log'), join(folder, 'link.log'))
      symlinkSync(join(folder, 'a.log'), join(folder, 'inside.log'))
      execFileSync('mkfifo', [join(folder, 'pipe')])
      expect(problemOf('link.log')).toContain('is outside of the project’s folder')
      expect(problemOf('pipe')).toContain('pipe is no file')
      expect(textOf(openFileLog(folder, 'inside.log'))).toBe('one\ntwo\n')
    },
  )

  it('that is replaced or goes away meanwhile ends the run', () => {
    const path = join(folder, 'rotated.log')
    writeFileSync(path, 'x'.repeat(3_000_000))
    const reader = openFileLog(folder, 'rotated.log')
    reader.read()
    renameSync(path, `${path}.1`)
    expect(() => reader.read()).toThrow(/cannot be read any more: it or its folder does not exist/)
    writeFileSync(path, 'another')
    expect(() => reader.read()).toThrow(expect.objectContaining({ code: 'project/unreadable' }))
    expect(() => reader.read()).toThrow(/was replaced while it was read/)
  })
})

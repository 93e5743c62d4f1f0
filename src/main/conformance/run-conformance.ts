import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CaseResult, ConformanceSuite } from './conformance-suite'
import { diskFolder } from './disk-folder'
import { unplayedCases } from './unplayed-cases'

/** What came out, by folder: what `--json` prints, with the reasons beside it. */
export interface ConformanceReport {
  readonly suites: Readonly<Record<string, SuiteReport>>
}

export interface SuiteReport {
  /** Every case of the folder. */
  readonly total: number
  readonly passed: number
  readonly failed: readonly CaseResult[]
  /** Cases that cannot be played; they do not count as passed. */
  readonly skipped: readonly CaseResult[]
}

/** Play every suite folder that a directory holds; null when there is no such directory. */
export function runConformance(directory: string, suites: readonly ConformanceSuite[]): ConformanceReport | null {
  if (!existsSync(directory)) return null
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = folders.map(({ name }) => name).sort()
  return { suites: Object.fromEntries(names.map((name) => [name, playFolder(resolve(directory), name, suites)])) }
}

function playFolder(directory: string, name: string, suites: readonly ConformanceSuite[]): SuiteReport {
  const folder = diskFolder(join(directory, name))
  const suite = suites.find((candidate) => candidate.folder === name)
  const results = suite === undefined ? unplayedCases(folder) : suite.play(folder)
  return {
    total: results.length,
    passed: results.filter(({ outcome }) => outcome === 'passed').length,
    failed: results.filter(({ outcome }) => outcome === 'failed'),
    skipped: results.filter(({ outcome }) => outcome === 'skipped'),
  }
}

import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CaseResult, ConformanceSuite, ServingSuite } from './conformance-suite'
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

type Suite = ConformanceSuite | ServingSuite

/** Play every suite folder that a directory holds, one after the other; null when there is no such directory. */
export async function runConformance(directory: string, suites: readonly Suite[]): Promise<ConformanceReport | null> {
  if (!existsSync(directory)) return null
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const reports: [name: string, report: SuiteReport][] = []
  for (const name of folders.map((entry) => entry.name).sort()) {
    reports.push([name, await playFolder(resolve(directory), name, suites)])
  }
  return { suites: Object.fromEntries(reports) }
}

async function playFolder(directory: string, name: string, suites: readonly Suite[]): Promise<SuiteReport> {
  const folder = diskFolder(join(directory, name))
  const suite = suites.find((candidate) => candidate.folder === name)
  const results = suite === undefined ? unplayedCases(folder) : await suite.play(folder)
  return {
    total: results.length,
    passed: results.filter(({ outcome }) => outcome === 'passed').length,
    failed: results.filter(({ outcome }) => outcome === 'failed'),
    skipped: results.filter(({ outcome }) => outcome === 'skipped'),
  }
}

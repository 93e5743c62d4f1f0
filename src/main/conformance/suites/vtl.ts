import type { TemplateOutcome } from '@shared/contract/template'
import type { TemplateEvent, TemplateProfile } from '@shared/template-event'
import { compileTemplate } from '../../engine/vtl/compile-template'
import { renderTemplate } from '../../engine/vtl/render-template'
import { judged, playedFile, skipped, type CaseResult, type ConformanceSuite } from '../conformance-suite'
import { exactDifference } from '../exact-difference'

/** One line of a `.jsonl` file. */
interface TemplateCase extends TemplateEvent {
  readonly id?: string
  readonly template: string
  readonly tags?: readonly string[]
  readonly expect: { readonly [profile in TemplateProfile]?: Expectation }
}

/** Overrides that are absent are empty. Of a failure only that it is one is compared. */
type Expectation =
  | { readonly ok: false }
  | {
      readonly ok: true
      readonly output: string
      readonly requestOverride?: Readonly<Record<string, unknown>>
      readonly responseOverride?: Readonly<Record<string, unknown>>
    }

const PROFILES = ['apigw', 'velocity'] as const

/** Mapping templates, each rendered in every profile that its case expects something of. A case passes when all of them do. */
export const VTL_SUITE: ConformanceSuite = {
  folder: 'vtl',
  play(folder) {
    return folder.files
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => playedFile(file, () => playLines(file.replace(/\.jsonl$/, ''), folder.text(file))))
  },
}

function playLines(name: string, text: string): CaseResult[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [playLine(`${name}/${index}`, line)]))
}

function playLine(place: string, line: string): CaseResult {
  let id = place
  let tags: readonly string[] = []
  try {
    const entry = JSON.parse(line) as TemplateCase
    id = entry.id ?? place
    tags = entry.tags ?? []
    const isJudged = PROFILES.some((profile) => entry.expect[profile] !== undefined)
    return { ...(isJudged ? judged(id, differenceOf(entry)) : skipped(id, 'nothing is expected')), tags }
  } catch (error) {
    return { ...judged(id, `playing it failed: ${String(error)}`), tags }
  }
}

function differenceOf({ template, expect, ...event }: TemplateCase): string | undefined {
  const compiled = compileTemplate(template)
  for (const profile of PROFILES) {
    const expected = expect[profile]
    if (expected === undefined) continue
    const difference = compare(expected, renderTemplate(compiled, event, { profile }))
    if (difference !== undefined) return `${profile}: ${difference}`
  }
  return undefined
}

function compare(expected: Expectation, outcome: TemplateOutcome): string | undefined {
  if (!expected.ok) return outcome.ok ? `expected a failure, found ${JSON.stringify(outcome.output)}` : undefined
  if (!outcome.ok) return `expected ${JSON.stringify(expected.output)}, failed: ${outcome.error.message}`
  const { output, requestOverride, responseOverride } = outcome
  return (
    exactDifference(expected.output, output, 'output') ??
    exactDifference({ ...NO_REQUEST_OVERRIDE, ...expected.requestOverride }, requestOverride, 'requestOverride') ??
    exactDifference({ ...NO_RESPONSE_OVERRIDE, ...expected.responseOverride }, responseOverride, 'responseOverride')
  )
}

const NO_REQUEST_OVERRIDE = { path: {}, querystring: {}, header: {} }
const NO_RESPONSE_OVERRIDE = { header: {} }

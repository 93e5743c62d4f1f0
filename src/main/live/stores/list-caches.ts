import type { CacheEntry, GatewayCaches } from '@shared/contract/try'
import type { PolicyDocument } from '@shared/design/policy-document'
import type { AuthorizerResult } from '../../engine/authorizers/authorizer-result'
import type { Millis } from '../../engine/millis'
import type { Runtime } from '../../engine/runtime'
import type { Answer } from '../answers/answer'
import type { CacheLabel } from './cache-label'
import type { Identities } from './identities'
import type { ResponseStore } from './response-store'

/** What an authorizer returned that is kept, in words. */
export interface KeptResultRow {
  /** Of the core's authorizer results. */
  readonly slot: number
  readonly label: CacheLabel
  readonly summary: string
}

/** What is kept and fresh at a time, the oldest first. Looking does not count as use. */
export function listCaches(
  { authorizerResults, responses }: Pick<Runtime, 'authorizerResults' | 'responses'>,
  results: readonly KeptResultRow[],
  responseStore: ResponseStore,
  now: Millis,
): GatewayCaches {
  return {
    authorizer: oldestFirst(
      results
        .filter(({ slot }) => authorizerResults.has(slot, now))
        .map(({ slot, label, summary }) => entry(label, authorizerResults, slot, now, summary)),
    ),
    response: oldestFirst(
      responseStore
        .entries()
        .filter(({ stage, slot }) => responses[stage]!.ttlOf(slot) > responses[stage]!.ageOf(slot, now))
        .map(({ stage, slot, answer, label }) => entry(label, responses[stage]!, slot, now, answerSummary(answer))),
    ),
  }
}

/** Of TOKEN and REQUEST authorizers, which return policies. */
export function keptPolicies(identities: Identities<AuthorizerResult>): KeptResultRow[] {
  return identities.entries().map(({ slot, result, label }) => ({ slot, label, summary: resultSummary(result) }))
}

interface Timing {
  ageOf(slot: number, now: Millis): Millis
  ttlOf(slot: number): Millis
}

function entry(label: CacheLabel, timing: Timing, slot: number, now: Millis, summary: string): CacheEntry {
  return { ...label, ageSeconds: timing.ageOf(slot, now) / 1000, ttlSeconds: timing.ttlOf(slot) / 1000, summary }
}

function oldestFirst(entries: CacheEntry[]): CacheEntry[] {
  return entries.sort((a, b) => b.ageSeconds - a.ageSeconds)
}

/** "Allow, principal u1"; a policy may allow some methods and deny others. */
function resultSummary({ policy, principalId }: AuthorizerResult): string {
  const effects = effectsOf(policy)
  return `${effects.join(' and ')}${principalId === null ? '' : `, principal ${principalId}`}`
}

function effectsOf({ Statement }: PolicyDocument): string[] {
  return [...new Set([Statement].flat().map(({ Effect }) => Effect))]
}

/** "200, 1,204 bytes". */
function answerSummary({ status, body }: Answer): string {
  return `${status}, ${body.length.toLocaleString('en-US')} ${body.length === 1 ? 'byte' : 'bytes'}`
}

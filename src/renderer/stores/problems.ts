import type { Design } from '@shared/design/design'
import type { Diagnostic, Severity } from '@shared/diagnostic'
import type { LadderStep } from '../ui/pipeline/ladder-step'
import { useDesignStore } from './design-store'
import { placeOfPointer } from './place-of-pointer'

/** A problem with the step of its route that can mend it. */
export interface StepProblem {
  readonly step: LadderStep
  readonly stageName: string | null
  readonly diagnostic: Diagnostic
}

/** Problems by API id and routeKey, as in "a1b2c3d4e5 POST /orders". */
export type ProblemIndex = ReadonlyMap<string, readonly StepProblem[]>

export function problemKey(apiId: string, routeKey: string): string {
  return `${apiId} ${routeKey}`
}

export function indexProblems(design: Design, diagnostics: readonly Diagnostic[]): ProblemIndex {
  const index = new Map<string, StepProblem[]>()
  for (const diagnostic of diagnostics) {
    const place = placeOfPointer(design, diagnostic.pointer)
    if (place === null || place.tab.kind !== 'route' || place.apiId === null) continue
    const key = problemKey(place.apiId, place.tab.key)
    const problem = { step: place.step ?? 'client', stageName: place.stageName, diagnostic }
    index.set(key, [...(index.get(key) ?? []), problem])
  }
  return index
}

const RANK: { readonly [severity in Severity]: number } = { error: 0, warning: 1, info: 2 }

/** The first of the gravest. */
export function worstOf<T extends { readonly diagnostic: Diagnostic }>(problems: readonly T[]): T | undefined {
  return problems.reduce<T | undefined>(
    (worst, each) =>
      worst === undefined || RANK[each.diagnostic.severity] < RANK[worst.diagnostic.severity] ? each : worst,
    undefined,
  )
}

/** What is wrong with the value of a field, or with a part of it when `withParts`. */
export function useProblemAt(pointer: string, withParts = false): string | undefined {
  return useDesignStore(
    (state) =>
      state.diagnostics.find(
        (each) => each.pointer === pointer || (withParts && each.pointer.startsWith(`${pointer}/`)),
      )?.message,
  )
}

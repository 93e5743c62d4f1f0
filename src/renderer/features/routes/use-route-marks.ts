import { useDeferredValue, useMemo } from 'react'
import type { Diagnostic, Severity } from '@shared/diagnostic'
import type { RestApi } from '@shared/design/rest-api'
import { routeKeyOf } from '@shared/design/route-key'
import { useDesignStore } from '../../stores/design-store'
import { segmentsOf } from '../../stores/place-of-pointer'
import { indexProblems, worstOf, type ProblemIndex } from '../../stores/problems'
import { undeployedChangesOf } from '../../stores/undeployed'
import { isSameMap, isSameSet, keepEqual } from './keep-equal'
import type { RouteMarks } from './route-tree-items'

const keepChanged = keepEqual<ReadonlySet<string>>(isSameSet)
const keepProblems = keepEqual<ReadonlyMap<string, Severity>>(isSameMap)

/** Marks of the tree. They may lag behind an edit by a frame, so that typing never waits for them. */
export function useRouteMarks(api: RestApi, stageName: string | null): RouteMarks {
  const shownApi = useDeferredValue(api)
  const index = useProblemIndex()
  const changed = useMemo(() => keepChanged(changedRoutes(shownApi, stageName)), [shownApi, stageName])
  const problems = useMemo(() => keepProblems(problemsOfApi(index, api.id)), [index, api.id])
  return useMemo(() => ({ changed, problems }), [changed, problems])
}

/** Problems of all routes, worked out anew only when the checks ran again. */
export function useProblemIndex(): ProblemIndex {
  const diagnostics = useDesignStore((state) => state.diagnostics)
  return useMemo(() => indexOf(diagnostics), [diagnostics])
}

function indexOf(diagnostics: readonly Diagnostic[]): ProblemIndex {
  const { design } = useDesignStore.getState()
  return design === null ? new Map() : indexProblems(design, diagnostics)
}

/** RouteKeys that differ from the deployment of a stage. */
export function changedRoutes(api: RestApi, stageName: string | null): ReadonlySet<string> {
  if (stageName === null) return new Set()
  return new Set(
    undeployedChangesOf(api, stageName).flatMap(({ pointer }) => {
      const [area, path, member, verb] = segmentsOf(pointer)
      const isMethod = area === 'resources' && member === 'methods' && path !== undefined && verb !== undefined
      return isMethod ? [routeKeyOf(verb, path)] : []
    }),
  )
}

/** The gravest problem of each route of an API. */
export function problemsOfApi(index: ProblemIndex, apiId: string): ReadonlyMap<string, Severity> {
  const found = new Map<string, Severity>()
  for (const [key, problems] of index) {
    const worst = worstOf(problems)
    if (key.startsWith(`${apiId} `) && worst !== undefined)
      found.set(key.slice(apiId.length + 1), worst.diagnostic.severity)
  }
  return found
}

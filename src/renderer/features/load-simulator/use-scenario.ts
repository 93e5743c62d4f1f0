import { useCallback, useMemo } from 'react'
import type { Api } from '@shared/design/api'
import { findApi } from '@shared/design/route-key'
import { putScenario } from '@shared/design/edits/put-scenario'
import type { Scenario } from '@shared/design/scenario'
import { useDesignStore } from '../../stores/design-store'
import { useUiStore } from '../../stores/ui-store'
import { chosenScenario } from './scenario-choice'

/** A value changed by a field: the new whole, and the JSON pointer of what was changed so that typing is one step of undo. */
export type Change<T> = (next: T, pointer: string) => void

export interface ScenarioInUse {
  readonly scenario: Scenario
  /** "/scenarios/0". */
  readonly pointer: string
  readonly change: Change<Scenario>
}

/** The API on screen; undefined without a project. */
export function useApi(): Api | undefined {
  const design = useDesignStore((state) => state.design)
  const apiId = useUiStore((state) => state.apiId)
  if (design === null) return undefined
  return (apiId === null ? undefined : findApi(design, apiId)) ?? design.apis[0]
}

/** The scenario on screen; null when the API has none. */
export function useScenario(): ScenarioInUse | null {
  const scenarios = useDesignStore((state) => state.design?.scenarios)
  const edit = useDesignStore((state) => state.edit)
  const name = useUiStore((state) => state.scenarioName)
  const apiId = useApi()?.id ?? null
  const change = useCallback<Change<Scenario>>(
    (next, pointer) => edit(`Change scenario ${next.name}`, (design) => putScenario(design, next), pointer),
    [edit],
  )
  return useMemo(() => {
    const index = chosenScenario(scenarios ?? [], apiId, name)
    const scenario = scenarios?.[index]
    return scenario ? { scenario, pointer: `/scenarios/${index}`, change } : null
  }, [scenarios, apiId, name, change])
}

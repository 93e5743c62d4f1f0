import { useMemo } from 'react'
import type { Scenario } from '@shared/design/scenario'
import { useDesignStore } from '../../stores/design-store'
import { axisValues, rangeProblem, suggestedRange, type AxisRange } from './axis-values'
import type { AxisDraft } from './sweep-form-store'
import type { SweepSetting } from './sweep-setting'
import { sweepSettings } from './sweep-settings'

/** The settings that the scenario on screen depends on. */
export function useSweepSettings(scenario: Scenario): readonly SweepSetting[] {
  const design = useDesignStore((state) => state.design)
  return useMemo(() => (design === null ? [] : sweepSettings(design, scenario)), [design, scenario])
}

/** A draft with the setting it means: the first one when what it names is not there. */
export interface ChosenAxis {
  readonly draft: AxisDraft
  readonly setting: SweepSetting
  readonly range: AxisRange
}

export function chosenAxis(settings: readonly SweepSetting[], draft: AxisDraft, isOptional = false): ChosenAxis | null {
  const named = settings.find(({ pointer }) => pointer === draft.pointer)
  const setting = named ?? (isOptional ? undefined : settings[0])
  if (setting === undefined) return null
  const range = (named === undefined ? null : draft.range) ?? suggestedRange(setting.current, setting)
  return { draft: { pointer: setting.pointer, range: draft.range }, setting, range }
}

/** Why nothing can be tried of it; null when something can. */
export function axisProblem({ setting, range }: ChosenAxis): string | null {
  if (setting.missing) return `Give ${setting.missing.routeKey} its own limit first`
  return rangeProblem(range) ?? (axisValues(range).length === 0 ? 'The range has no values' : null)
}

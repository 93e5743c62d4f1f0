import { GatewrightError } from '@shared/contract/errors'
import type { SeekRequest, SweepAxis, SweepRequest } from '@shared/contract/sweep'
import { checkDesign } from '@shared/design/checks/check-design'
import { checkScenario } from '@shared/design/checks/check-scenario'
import type { Diagnostic } from '@shared/diagnostic'
import { findUnknownKeys } from '../project-format/unknown-keys'
import { projectShape } from '../project-format/shapes/project.shape'
import { scenarioShape } from '../project-format/shapes/scenario.shape'
import { setNumber, type Setup } from '../simulator/sweep/set-number'

/** More would take a night. */
export const MAX_SWEEP_RUNS = 2_000

/** Throws `simulator/invalid-sweep`: too many runs, an axis that leads to no number, values that the setting cannot have. */
export function refuseBrokenSweep(setup: Setup, { axes, metrics, seeds = 1 }: SweepRequest): void {
  if (axes.length === 0) throw invalid('A sweep needs a setting. Pick one or two.')
  if (metrics.length === 0) throw invalid('A sweep needs a figure to show. Pick one.')
  const runs = axes.reduce((product, { values }) => product * values.length, seeds)
  if (runs === 0) throw invalid('A setting of the sweep has no values. Give it some.')
  if (runs > MAX_SWEEP_RUNS) {
    const most = MAX_SWEEP_RUNS.toLocaleString('en-US')
    throw invalid(`The sweep would take ${runs.toLocaleString('en-US')} runs, more than ${most}. Try fewer values.`)
  }
  const pointers = axes.map(({ pointer }) => pointer)
  if (new Set(pointers).size < pointers.length) throw invalid('Both settings of the sweep are the same. Pick another.')
  for (const { values, ...axis } of axes) refuseBrokenAxis(setup, axis, [Math.min(...values), Math.max(...values)])
}

/** Throws `simulator/invalid-sweep`, as above, and for ends in the wrong order. */
export function refuseBrokenSeek(setup: Setup, { axis, from, to, conditions }: SeekRequest): void {
  if (from > to) throw invalid(`The search goes from ${from} to ${to}. Give the smaller value first.`)
  if (conditions.length === 0) throw invalid('The search needs a condition that shall hold. Add one.')
  refuseBrokenAxis(setup, axis, [from, to])
  const diagnostics = errorsOf(checkScenario({ ...setup.scenario, checks: conditions }, setup.design))
  if (diagnostics.length > 0) throw invalid(`A condition cannot be checked: ${diagnostics[0]!.message}`, diagnostics)
}

function refuseBrokenAxis(setup: Setup, { pointer, label }: Omit<SweepAxis, 'values'>, ends: readonly number[]): void {
  for (const value of ends) {
    const changed = setNumber(setup, pointer, value)
    if (changed === null) {
      throw invalid(`${label}: ${pointer} leads to no number of the design. Pick a setting that is there.`)
    }
    const diagnostics = problemsAt(changed, pointer)
    if (diagnostics.length > 0) {
      throw invalid(`${label} cannot be ${value.toLocaleString('en-US')}: ${diagnostics[0]!.message}`, diagnostics)
    }
  }
}

/** What the new value made wrong; what was wrong elsewhere before is not the sweep's. */
function problemsAt({ design, scenario }: Setup, pointer: string): Diagnostic[] {
  if (pointer.startsWith('/scenario/')) {
    const unknown = findUnknownKeys(scenarioShape, scenario, () => undefined)
    return [
      ...errorsOf(checkScenario(scenario, design)),
      ...unknown.filter((one) => `/scenario${one.pointer}` === pointer),
    ]
  }
  const unknown = findUnknownKeys(projectShape, design, () => undefined)
  return [...errorsOf(checkDesign(design)), ...unknown].filter((diagnostic) => diagnostic.pointer === pointer)
}

function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error')
}

function invalid(message: string, diagnostics?: readonly Diagnostic[]): GatewrightError {
  return new GatewrightError('simulator/invalid-sweep', message, diagnostics && { details: { diagnostics } })
}

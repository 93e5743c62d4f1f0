import type { Design } from '@shared/design/design'
import { DEFAULT_BACKEND, type Scenario } from '@shared/design/scenario'
import { compile } from '../engine/compile/compile'
import { stageViews } from '../engine/compile/stage-view'
import type { Runtime, TraceSink } from '../engine/runtime'
import { policyJudge } from './policy-judge'
import { SimulatedFacts } from './simulated-facts'
import { sourceAddresses } from './source-addresses'
import type { TrafficTables } from './traffic-tables'
import { withChangedLimits } from './with-changed-limits'

/** The runtime of a scenario's stage, with drawn facts. `epoch` in milliseconds since 1970. */
export function compileRun(
  design: Design,
  scenario: Scenario,
  tables: TrafficTables,
  epoch: number,
  trace: TraceSink | null,
): Runtime {
  const parts = stageViews(design, scenario, 'CURRENT').map(({ definition }) => ({
    definition,
    judge: policyJudge(design, scenario, definition),
  }))
  const { addresses } = sourceAddresses(scenario)
  const largest = Object.values(scenario.backends ?? {}).map(({ responseBytes }) => responseBytes ?? 0)
  const runtime = compile(withChangedLimits(design, scenario), {
    stages: [scenario],
    definition: 'CURRENT',
    facts: new SimulatedFacts(scenario, parts),
    epoch,
    identitySlots: tables.identitySlots,
    cacheSlots: tables.cacheSlots,
    addressSlots: addresses.length,
    largestResponse: Math.max(DEFAULT_BACKEND.responseBytes!, ...largest),
    trace,
  })
  addresses.forEach((address, slot) => runtime.webAcls.learn(slot, address))
  return runtime
}
